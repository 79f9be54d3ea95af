"""A fault that lasts is logged when it begins, not with every retry."""

import structlog

_log = structlog.get_logger(__name__)


class Told:
    """What was last logged of one task's faults."""

    def __init__(self, event: str) -> None:
        """`event`: what its log lines are called."""
        self._event = event
        self._last = ""

    def fault(self, why: str) -> None:
        """Logs it, unless it was the last thing that was wrong, too."""
        if why != self._last:
            self._last = why
            _log.warning(self._event, why=why)

    def over(self) -> None:
        """An attempt went well: the next fault is news again."""
        if self._last:
            self._last = ""
            _log.info(f"{self._event}.over")
