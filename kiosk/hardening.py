"""What every program gives up before it knows anybody's name."""

import resource


def forbid_core_dumps() -> None:
    """A crash of this process, or of one that it starts, leaves no copy of memory on the disk."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
