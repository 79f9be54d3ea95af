"""What people may do at the desk."""

from enum import StrEnum, auto


class Role(StrEnum):
    """Each role may do what the ones before it may."""

    RECEPTIONIST = auto()
    """Today."""
    MANAGER = auto()
    """Also the report card, the settings and the audit."""
    IT = auto()
    """Also tablets and staff."""

    def covers(self, needed: "Role") -> bool:
        """Whether who has this role may do what `needed` may."""
        order = list(Role)
        return order.index(self) >= order.index(needed)

    @property
    def label(self) -> str:
        """As people read it."""
        return "IT" if self is Role.IT else self.value.capitalize()
