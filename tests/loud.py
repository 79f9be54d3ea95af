"""The `kiosk` command with every log of every library at its loudest: `python -m tests.loud hub …`."""

import logging

import structlog

from kiosk import cli, logs

_as_ever = logs.configure


def loudly(*, quiet: bool = False) -> None:
    """Sets up the logs as ever, and lets everything through."""
    _as_ever()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG))
    for name in ("", "kiosk"):
        logging.getLogger(name).setLevel(logging.DEBUG)


if __name__ == "__main__":
    logs.configure = loudly
    cli.main()
