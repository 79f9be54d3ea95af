"""What a benchmark found: one row for each figure, in build/bench and in the terminal's table."""

import statistics
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

FOLDER = Path("build/bench")

recorded: list["Row"] = []
"""Those of this run, in order."""


class Row(Struct, frozen=True, kw_only=True):
    """One figure. `value`, `p50`, `p99` and `limit` are in `unit`; `n` is how often it was measured."""

    name: str
    unit: str
    n: int
    value: float
    """What the target speaks of."""
    p50: float
    p99: float
    limit: float | None
    ratio: float | None
    """How much of the limit is used: 1 or less where it is kept, whichever way it points."""
    peer: str
    """What a user would have instead, measured beside it; empty without."""
    peer_ratio: float | None
    """`value` as a multiple of the peer's."""


def record(
    name: str,
    unit: str,
    samples: Sequence[float],
    *,
    value: float | None = None,
    limit: float | None = None,
    at_least: bool = False,
    peer: str = "",
    peer_value: float | None = None,
    times_peer: float | None = None,
) -> Row:
    """Keeps a figure of which there are `samples`; `value` is their median if nothing else is said.

    The limit is `limit`, or `times_peer` × `peer_value`; with `at_least` the value must reach it, else not pass it.
    """
    p50, p99 = statistics.median(samples), percentile(samples, 99)
    value = p50 if value is None else value
    if times_peer is not None and peer_value is not None:
        limit = times_peer * peer_value
    row = Row(
        name=name,
        unit=unit,
        n=len(samples),
        value=value,
        p50=p50,
        p99=p99,
        limit=limit,
        # Of nothing, none is all of it.
        ratio=1 + value if limit == 0 else _over(limit, value) if at_least else _over(value, limit),
        peer=peer,
        peer_ratio=_over(value, peer_value),
    )
    recorded.append(row)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(row)) + b"\n")
    return row


def percentile(samples: Sequence[float], percent: int) -> float:
    """The percentile, inclusive; the sample itself where there is one only."""
    if len(samples) == 1:
        return samples[0]
    return statistics.quantiles(samples, n=100, method="inclusive")[percent - 1]


def table() -> list[str]:
    """The rows of this run as lines of text."""
    head = ("name", "unit", "n", "value", "p50", "p99", "limit", "of limit", "× peer", "peer")
    cells = [head, *(_cells(row) for row in recorded)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def _cells(row: Row) -> tuple[str, ...]:
    over = "" if row.ratio is None else f"{row.ratio:.2f}{' over' if row.ratio > 1 else ''}"
    figures = map(_text, (row.value, row.p50, row.p99, row.limit))
    return (row.name, row.unit, str(row.n), *figures, over, _text(row.peer_ratio), row.peer)


def _text(figure: float | None) -> str:
    return "" if figure is None else f"{figure:,.0f}" if abs(figure) >= 1_000 else f"{figure:.3g}"


def _over(above: float | None, below: float | None) -> float | None:
    return None if above is None or not below else above / below
