"""Follow-up: what the rating is about, a change of mind, and "Shall someone come to you now?"."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.recorder import Recorder
from kiosk.tablet.values import Rows
from kiosk.visits.rating import Topic
from kiosk.visits.text import COMMENT_LENGTH, clean

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ORDER = (Topic.WELCOME, Topic.WAITING, Topic.LISTENED, Topic.ANSWERS, Topic.KINDNESS, Topic.CARE)


@dataclass(frozen=True)
class TopicRow:
    """One topic to tap."""

    topic: str
    """Its name in `Topic`; the screen has the words."""
    chosen: bool


@QmlElement
class FollowUpModel(QObject):
    """Follows one rating until the patient leaves the screen; then it is settled."""

    starsChanged = Signal()
    writingChanged = Signal()
    refusedChanged = Signal()
    commentChanged = Signal()
    changeWanted = Signal(object, object, int)
    """The visit (UUID), the rating (UUID), its stars."""
    helpWanted = Signal(object, object)
    """The visit (UUID) and the rating (UUID) somebody shall come for."""
    finished = Signal()

    def __init__(self, recorder: Recorder, settle_after_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._visit: UUID | None = None
        self._rating: UUID | None = None
        self._stars = 0
        self._offered: tuple[Topic, ...] = _ORDER
        self._topics: tuple[Topic, ...] = ()
        self._comment = ""
        self._writing = False
        self._refused = False
        self._settled = True
        self._rows = Rows(TopicRow, self)
        self._show_topics()
        self._untouched = QTimer(self)
        self._untouched.setSingleShot(True)
        self._untouched.setInterval(settle_after_ms)
        self._untouched.timeout.connect(self.settle)

    def offer(self, topics: tuple[Topic, ...]) -> None:
        """What may be chosen from now on; what was chosen already stays chosen."""
        self._offered = tuple(topic for topic in _ORDER if topic in topics)
        self._show_topics()

    def begin(self, visit: UUID, rating: UUID, stars: int) -> None:
        """Asks about a rating that was just given or changed; its topics and words stay through a change."""
        if rating != self._rating:
            self._topics = ()
            self._set_comment("")
            self._show_topics()
        self._visit, self._rating, self._settled = visit, rating, False
        if stars != self._stars:
            self._stars = stars
            self.starsChanged.emit()
        self._untouched.start()

    @property
    def open(self) -> bool:
        """Whether a rating is being asked about."""
        return self._rating is not None

    @Property(int, notify=starsChanged)
    def stars(self) -> int:
        """The stars given."""
        return self._stars

    @Property(Rows, constant=True)
    def topics(self) -> Rows:
        """The topics: rows of `TopicRow`."""
        return self._rows

    @Slot(str)
    def toggle(self, topic: str) -> None:
        """One tap on a topic chooses it, another one takes it back."""
        if self._visit is None or self._rating is None:
            return
        tapped = Topic(topic)
        if tapped in self._topics:
            self._topics = tuple(t for t in self._topics if t is not tapped)
        else:
            self._topics = (*self._topics, tapped)
        self._show_topics()
        self._explain(self._visit, self._rating)

    @Property(bool, notify=writingChanged)
    def writing(self) -> bool:
        """Whether the patient is writing something."""
        return self._writing

    @Property(bool, notify=refusedChanged)
    def refused(self) -> bool:
        """Whether what was written could not be taken as it was."""
        return self._refused

    @Property(str, notify=commentChanged)
    def comment(self) -> str:
        """What the patient wrote and kept."""
        return self._comment

    @Property(int, constant=True)
    def longest(self) -> int:
        """The most characters a comment may have."""
        return COMMENT_LENGTH

    @Slot()
    def write(self) -> None:
        """The patient wants to write something."""
        if self._rating is not None:
            self._untouched.start()
            self._set_writing(True)

    @Slot(str)
    def keep(self, comment: str) -> None:
        """What was written counts, in place of what was written before."""
        if self._visit is None or self._rating is None:
            return
        try:
            tidy = clean(comment, limit=COMMENT_LENGTH, lines=True)
        except ValueError:
            self._set_refused(True)
            return
        self._set_writing(False)
        if tidy != self._comment:
            self._set_comment(tidy)
            self._explain(self._visit, self._rating)

    @Slot()
    def forget(self) -> None:
        """The patient writes nothing after all; what was kept before stays."""
        self._set_writing(False)

    @Slot()
    def change(self) -> None:
        """The patient wants other stars; possible for as long as the screen stands."""
        if self._visit is not None and self._rating is not None:
            self.changeWanted.emit(self._visit, self._rating, self._stars)

    @Slot()
    def yes(self) -> None:
        """Somebody shall come now."""
        if self._visit is not None and self._rating is not None:
            self.helpWanted.emit(self._visit, self._rating)

    @Slot()
    def no(self) -> None:
        """Nobody needs to come."""
        if self._rating is not None:
            self.finished.emit()

    @Slot()
    def settle(self) -> None:
        """The rating counts from now, until it is changed once more."""
        self._untouched.stop()
        if self._visit is not None and self._rating is not None and not self._settled:
            self._settled = True
            self._recorder.settle(self._visit, self._rating)

    def leave(self) -> None:
        """The patient is done: settles the rating and forgets it."""
        self.settle()
        self._visit, self._rating, self._topics = None, None, ()
        self._set_writing(False)
        self._set_comment("")
        self._show_topics()

    def _explain(self, visit: UUID, rating: UUID) -> None:
        self._untouched.start()
        self._recorder.explain(visit, rating, self._topics, self._comment)

    def _set_writing(self, writing: bool) -> None:
        self._set_refused(False)
        if writing != self._writing:
            self._writing = writing
            self.writingChanged.emit()

    def _set_refused(self, refused: bool) -> None:
        if refused != self._refused:
            self._refused = refused
            self.refusedChanged.emit()

    def _set_comment(self, comment: str) -> None:
        if comment != self._comment:
            self._comment = comment
            self.commentChanged.emit()

    def _show_topics(self) -> None:
        self._rows.show([TopicRow(topic=str(topic), chosen=topic in self._topics) for topic in self._offered])
