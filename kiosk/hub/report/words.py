"""What the figures say, in words; nothing that the intervals leave in doubt. Pure."""

from kiosk.hub.desk.languages import SOURCE, Words, words
from kiosk.hub.report.card import Driver, ReportCard
from kiosk.visits.rating import TOPIC_LABELS, Topic


def sentences(card: ReportCard, spoken: Words | None = None) -> list[str]:
    """The first things to read, in order, in the language of `spoken`; none where nothing is certain."""
    spoken = spoken or words(SOURCE)
    said = []
    drivers = [each for each in card.drivers if each.difference and each.difference.is_sure]
    praised = max((each for each in drivers if _value(each) > 0), key=_value, default=None)
    costly = min((each for each in drivers if _value(each) < 0), key=_value, default=None)
    if praised and costly:
        text = "Patients praise {praised}; {costly} costs you most."
        said.append(spoken.say(text, praised=_name(praised, spoken), costly=_name(costly, spoken)))
    elif praised:
        said.append(spoken.say("Patients praise {praised}.", praised=_name(praised, spoken)))
    elif costly:
        text = spoken.say("{costly} costs you most.", costly=_name(costly, spoken))
        said.append(text[0].upper() + text[1:])
    if card.change is not None and card.change.is_sure:
        up = card.change.value > 0
        said.append(
            spoken.say("Stars went up since the period before.")
            if up
            else spoken.say("Stars went down since the period before.")
        )
    lost = card.promises.lost if card.promises else None
    if lost and lost.is_sure and lost.value > 0:
        said.append(spoken.say("Who was called as promised gives more stars."))
    return said


def _value(driver: Driver) -> float:
    return driver.difference.value if driver.difference else 0.0


def _name(driver: Driver, spoken: Words) -> str:
    label = spoken.say(TOPIC_LABELS[Topic(driver.topic)])
    return label[0].lower() + label[1:]
