"""The screens, wired: which model answers which, and what is forgotten when a screen goes."""

from uuid import UUID

from PySide6.QtCore import QObject

from kiosk.config import Config
from kiosk.tablet.acknowledged import AcknowledgedModel
from kiosk.tablet.arrive import ArriveModel
from kiosk.tablet.comfort import ComfortModel
from kiosk.tablet.day import Day
from kiosk.tablet.flow import Flow, Screen, Timeouts
from kiosk.tablet.followup import FollowUpModel
from kiosk.tablet.help import HelpModel
from kiosk.tablet.language import LanguageModel
from kiosk.tablet.rate import RateModel
from kiosk.tablet.recorder import Recorder
from kiosk.tablet.thanks import ThanksModel
from kiosk.tablet.welcome import WelcomeModel
from kiosk.visits.settings import Settings


class Screens(QObject):
    """Owns the view models. All of it lives on the GUI thread."""

    def __init__(
        self,
        config: Config,
        settings: Settings,
        day: Day,
        recorder: Recorder,
        timeouts: Timeouts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.flow = Flow(timeouts, self)
        self.language = LanguageModel(settings.languages, self)
        self.comfort = ComfortModel(self)
        self.welcome = WelcomeModel(day, settings, self.language, self)
        self.arrive = ArriveModel(recorder, self.language, self)
        self.acknowledged = AcknowledgedModel(day, config.tablet.hub_url, self)
        self.rate = RateModel(recorder, self)
        self.followup = FollowUpModel(recorder, timeouts.settle, self)
        self.help = HelpModel(recorder, day, place=config.tablet.place, zone=settings.zone, parent=self)
        self.thanks = ThanksModel(settings.review_link, self)
        self.followup.offer(settings.topics)

        self.flow.arriving.connect(lambda: self.flow.show(Screen.ARRIVE))
        self.flow.leaving.connect(self._leave)
        self.flow.helping.connect(self._help)
        self.flow.screenChanged.connect(self._forget)
        self.flow.gone.connect(self.language.reset)
        self.flow.screenChanged.connect(self.language.close)
        self.language.used.connect(self.flow.adapt)
        self.flow.gone.connect(self.comfort.reset)
        self.flow.screenChanged.connect(self.comfort.close)
        self.comfort.used.connect(self.flow.adapt)
        self.arrive.arrived.connect(self._arrived)
        self.rate.rated.connect(self._rated)
        self.rate.cancelled.connect(self._rate_cancelled)
        self.followup.changeWanted.connect(self._change)
        self.followup.helpWanted.connect(self.help.ask)
        self.followup.finished.connect(lambda: self.flow.show(Screen.THANKS))
        self.help.begun.connect(lambda: self.flow.show(Screen.HELP))
        self.help.answered.connect(self.flow.home)
        recorder.failed.connect(self.flow.report_trouble)
        recorder.failed.connect(self._unlock)

    def follow(self, settings: Settings) -> None:
        """The practice is so from now on."""
        self.language.offer(settings.languages)
        self.welcome.speak_for(settings)
        self.followup.offer(settings.topics)
        self.help.tell_time(settings.zone)
        self.thanks.invite(settings.review_link)

    def models(self) -> dict[str, QObject]:
        """The initial properties of the window."""
        return {
            "flow": self.flow,
            "language": self.language,
            "comfort": self.comfort,
            "welcome": self.welcome,
            "arrive": self.arrive,
            "acknowledged": self.acknowledged,
            "rate": self.rate,
            "followUp": self.followup,
            "help": self.help,
            "thanks": self.thanks,
        }

    def _leave(self) -> None:
        self.rate.begin()
        self.flow.show(Screen.RATE)

    def _help(self) -> None:
        self.help.ask(self.acknowledged.visit, None)

    def _arrived(self, visit: UUID, key: str) -> None:
        self.acknowledged.follow(visit, key)
        self.flow.show(Screen.ACKNOWLEDGED)

    def _rated(self, visit: UUID, rating: UUID, stars: int) -> None:
        self.followup.begin(visit, rating, stars)
        self.flow.show(Screen.FOLLOWUP)

    def _change(self, visit: UUID, rating: UUID, stars: int) -> None:
        self.rate.change(visit, rating, stars)
        self.flow.show(Screen.RATE)

    def _rate_cancelled(self) -> None:
        self.flow.show(Screen.FOLLOWUP if self.followup.open else self.flow.rest)

    def _forget(self) -> None:
        screen = self.flow.current
        if screen is not Screen.ARRIVE:
            self.arrive.reset()
        if screen is not Screen.ACKNOWLEDGED:
            self.acknowledged.reset()
        if screen not in (Screen.RATE, Screen.FOLLOWUP):
            self.followup.leave()
        if screen is not Screen.HELP:
            self.help.reset()
        if screen is Screen.STAFF:
            self.comfort.reset()

    def _unlock(self) -> None:
        # What could not be kept may be tried again once the patient has read why.
        self.arrive.reset()
        self.rate.unlock()
        self.help.unlock()
