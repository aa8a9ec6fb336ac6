"""Which lines belong to tables: delimited rows, one cell a line, cells glued together."""

from __future__ import annotations


def table_lines(text: str, soft: str, spans: list[tuple[int, int]]) -> frozenset[int]:
    return frozenset()
