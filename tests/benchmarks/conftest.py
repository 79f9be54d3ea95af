"""Shows the table when all benchmarks have run."""

import pytest

from tests.benchmarks import rows


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After the tests."""
    terminalreporter.section("benchmarks")
    for line in rows.table():
        terminalreporter.write_line(line)
