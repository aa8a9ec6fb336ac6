"""What a proposal has in common with others, as numbers of a short table: names hashed, the same in every process."""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from maeditor.extraction.learning.decisions import Traits

WIDTH = 512
"""Rows of the table; two names that fall on one row share what is learned of either."""
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16_384)
def features(traits: Traits) -> tuple[int, ...]:
    """The rows of a proposal, each once, in order."""
    return tuple(sorted({crc32(name.encode()) % WIDTH for name in names(traits)}))


def names(traits: Traits) -> tuple[str, ...]:
    """What is told of a proposal: its rule and property, how it is written, which fields it fills."""
    rule, of = traits.rule, traits.property
    return (
        "every",
        f"rule {rule}",
        f"property {of}",
        f"unit {of} {traits.unit}",
        f"comparator {traits.comparator}",
        f"status {traits.lifecycle} {traits.modality}",
        f"rule status {rule} {traits.lifecycle} {traits.modality}",
        f"shape {shape(traits.raw)}",
        f"rule prior {rule} {int(traits.prior * 5)}",
        f"prior {int(traits.prior * 10)}",
        f"rule subject {rule} {traits.has_subject}",
        f"fields {traits.has_subject} {traits.has_place} {traits.is_dated}",
    )


def shape(raw: str) -> str:
    """How a value is written: digits as 9, words as a, the first few marks between them."""
    return _LETTERS.sub("a", _DIGITS.sub("9", raw.strip()))[:12]
