"""Shows the table when all benchmarks have run."""

import pytest

from tests.benchmarks import rows
from tests.hubs import HubProcess

# What is measured is the program as it is installed, and not one that was forked from another.
HubProcess.cold = True


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make bench ARGS=--peers`."""
    parser.addoption("--peers", action="store_true", help="beside what has to be fetched from npm, too")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After the tests."""
    terminalreporter.section("benchmarks")
    for line in rows.table():
        terminalreporter.write_line(line)
