"""What a running program would leave behind if it crashed."""

import re
from pathlib import Path


def dumps_nothing(pid: int) -> bool:
    """Whether a process may never write a core dump, nor allow itself to again."""
    limits = Path(f"/proc/{pid}/limits").read_text(encoding="ascii")
    return re.search(r"^Max core file size +0 +0 ", limits, flags=re.MULTILINE) is not None
