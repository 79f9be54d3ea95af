"""Staff of a hub for tests, and time that passes for their sessions."""

from kiosk.hub.desk.roles import Role
from tests.hub.browserless import Visitor, staffed
from tests.hubs import HubProcess

MANAGER, IT = "Noor", "Ida"


def with_roles(hub: HubProcess, *names: str) -> None:
    """Maria and Sam at the desk, Noor the manager, Ida of IT; or only those who are named."""
    for name, role in (
        ("Maria", Role.RECEPTIONIST),
        ("Sam", Role.RECEPTIONIST),
        (MANAGER, Role.MANAGER),
        (IT, Role.IT),
    ):
        if not names or name in names:
            staffed(hub, name, role=role)


def signed_in(hub: HubProcess, name: str) -> Visitor:
    """Somebody who has signed in."""
    visitor = Visitor(hub)
    visitor.sign_in(name)
    assert visitor.path == "/desk"
    return visitor


def let_pass(hub: HubProcess, minutes: int) -> None:
    """Everything that sessions remember is so much longer ago."""
    hub.execute(
        "UPDATE session SET active_at = active_at - ?, opened_at = opened_at - ?, expires_at = expires_at - ?",
        *(minutes * 60_000,) * 3,
    )
