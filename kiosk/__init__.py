"""Front Desk Kiosk: greets, acknowledges and hears every patient at every visit."""

import sys

__version__ = "0.1.0"

if "rich" not in sys.modules:
    # structlog takes it in wherever another library has brought it, for coloured tracebacks that no log of ours has:
    # 4 MiB of an idle hub.
    sys.modules["rich"] = None  # type: ignore[assignment]
    import structlog  # noqa: F401

    del sys.modules["rich"]
