"""View models publish the values of one frozen dataclass: swapped first, then only what changed is emitted."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST_ROLE = Qt.ItemDataRole.UserRole + 1


def emit_changes(model: QObject, old: "DataclassInstance", new: "DataclassInstance") -> None:
    """Emits `<field>Changed` of `model` for each field of two dataclasses of one type that differs."""
    for field in fields(new):
        if getattr(old, field.name) != getattr(new, field.name):
            getattr(model, f"{field.name}Changed").emit()


@QmlElement
class Rows(QAbstractListModel):
    """Frozen dataclasses as rows for a Repeater; each field is a role of the same name."""

    def __init__(self, row: "type[DataclassInstance]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(row)]
        self._rows: list[DataclassInstance] = []

    def show(self, rows: "list[DataclassInstance]") -> None:
        """Shows these rows; those that stayed as they were are left alone."""
        if rows == self._rows:
            return
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        old, self._rows = self._rows, rows
        for number, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                index = self.index(number, 0)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _FIRST_ROLE) -> Any:
        """The value of one field of one row."""
        return getattr(self._rows[index.row()], self._names[role - _FIRST_ROLE])

    def roleNames(self) -> dict[int, QByteArray]:
        """The dataclass's fields."""
        return {_FIRST_ROLE + number: QByteArray(name.encode()) for number, name in enumerate(self._names)}
