"""How the tables can be spread over more disks or machines, by practice: PostgreSQL's own partitions, or Citus.

Nothing else is needed: every key of a practice's tables begins with the practice, no table refers to another by a
foreign key, and every query names the practice. See https://www.postgresql.org/docs/current/ddl-partitioning.html and
https://docs.citusdata.com/en/stable/develop/api_udf.html.
"""

from collections.abc import Iterator

from sqlalchemy import Table

from kiosk.hub.schema import OF_ALL, metadata

KEY = "practice"


def of_practices() -> list[Table]:
    """The tables that are spread: those that hold what is a practice's own."""
    return [table for table in metadata.sorted_tables if table not in OF_ALL]


def for_citus() -> Iterator[str]:
    """The statements that spread an empty database over the machines of a Citus cluster."""
    for table in metadata.sorted_tables:
        if table in OF_ALL:
            yield f"SELECT create_reference_table('{table.name}');"
    first, *others = of_practices()
    yield f"SELECT create_distributed_table('{first.name}', '{KEY}');"
    for table in others:
        yield f"SELECT create_distributed_table('{table.name}', '{KEY}', colocate_with => '{first.name}');"


def in_partitions(count: int) -> Iterator[str]:
    """The statements that lay out an empty database in `count` partitions a table."""
    for table in of_practices():
        yield f"ALTER TABLE {table.name} RENAME TO {table.name}_flat;"
        yield f"CREATE TABLE {table.name} (LIKE {table.name}_flat INCLUDING ALL) PARTITION BY HASH ({KEY});"
        for n in range(count):
            yield (
                f"CREATE TABLE {table.name}_{n} PARTITION OF {table.name} "
                f"FOR VALUES WITH (MODULUS {count}, REMAINDER {n});"
            )
        yield f"INSERT INTO {table.name} SELECT * FROM {table.name}_flat;"  # noqa: S608 - our tables
        yield f"DROP TABLE {table.name}_flat;"
