"""How long the sync waits for what. All times in seconds."""

from msgspec import Struct

from kiosk.visits.wire import HEALTH_S, SILENCE_S


class Timing(Struct, frozen=True):
    """The waits that are not back-off; the defaults are the protocol's."""

    patience_s: float = 3.0
    """How long the link may be unknown at the start."""
    answer_s: float = 5.0
    """Without an answer for this long, a hub that took the connection is unreachable."""
    push_s: float = 60.0
    """The most that one push may take, however lively the line."""
    silence_s: float = SILENCE_S
    """A stream that says nothing for longer is a dead line."""
    steady_s: float = 5.0
    """A stream that stood for this long is opened again at once when it drops."""
    health_s: float = HEALTH_S
    """How often the hub is told how the tablet is doing."""
