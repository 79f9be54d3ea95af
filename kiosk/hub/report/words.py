"""What the figures say, in words; nothing that the intervals leave in doubt. Pure."""

from kiosk.hub.report.card import Driver, ReportCard
from kiosk.visits.rating import TOPIC_LABELS, Topic


def sentences(card: ReportCard) -> list[str]:
    """The first things to read, in order; none where nothing is certain."""
    said = []
    drivers = [each for each in card.drivers if each.difference and each.difference.is_sure]
    praised = max(drivers, key=_value, default=None)
    costly = min(drivers, key=_value, default=None)
    praise = f"Patients praise {_name(praised)}" if praised and _value(praised) > 0 else ""
    cost = f"{_name(costly)} costs you most" if costly and _value(costly) < 0 else ""
    if praise or cost:
        text = "; ".join(part for part in (praise, cost) if part)
        said.append(text[0].upper() + text[1:] + ".")
    if card.change is not None and card.change.is_sure:
        said.append(f"Stars went {'up' if card.change.value > 0 else 'down'} since the period before.")
    lost = card.promises.lost if card.promises else None
    if lost and lost.is_sure and lost.value > 0:
        said.append("Who was called as promised gives more stars.")
    return said


def _value(driver: Driver) -> float:
    return driver.difference.value if driver.difference else 0.0


def _name(driver: Driver) -> str:
    label = TOPIC_LABELS[Topic(driver.topic)]
    return label[0].lower() + label[1:]
