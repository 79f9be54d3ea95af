"""Arrive: what may we call you?"""

from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.tablet.language import LanguageModel
from kiosk.tablet.recorder import Recorder
from kiosk.visits.text import NAME_LENGTH, clean

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ArriveModel(QObject):
    """Takes a name, or none. `arrived` follows when the arrival is durable."""

    refusedChanged = Signal()
    arrived = Signal(object, str)
    """The visit (UUID) and the key of its phone link."""

    def __init__(self, recorder: Recorder, language: LanguageModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._language = language
        self._refused = False
        self._busy = False

    @Property(bool, notify=refusedChanged)
    def refused(self) -> bool:
        """Whether the last name could not be taken as it was."""
        return self._refused

    @Property(int, constant=True)
    def longest(self) -> int:
        """The most characters a name may have."""
        return NAME_LENGTH

    @Slot(str)
    def submit(self, name: str) -> None:
        """The patient is here; an empty name is no name. Taps while one is being kept do nothing."""
        try:
            tidy = clean(name, limit=NAME_LENGTH)
        except ValueError:
            self._set_refused(True)
            return
        if self._busy:
            return
        self._busy = True
        self._set_refused(False)
        visit = self._recorder.new_id()
        self._recorder.arrive(visit, tidy, self._language.spoken, then=lambda key: self._arrived(visit, key))

    def reset(self) -> None:
        """Ready for the next patient."""
        self._busy = False
        self._set_refused(False)

    def _arrived(self, visit: UUID, key: str) -> None:
        self._busy = False
        self.arrived.emit(visit, key)

    def _set_refused(self, refused: bool) -> None:
        if refused != self._refused:
            self._refused = refused
            self.refusedChanged.emit()
