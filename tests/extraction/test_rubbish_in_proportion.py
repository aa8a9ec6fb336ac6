"""Repeated rubbish is read in time that grows as the text does: a page of junk may not freeze the editor."""

import time

import pytest

from maeditor.extraction.mentions import mentions
from maeditor.extraction.proposals import propose

MARKS = ["A-", "A'", "A.", "A&", "&", "Aa-", "aa-", "a-1", "II-", "May-", "d'A-", "«", "("]
MARKS += ["« a » ", "a, ", " ", "- a\n"]
NUMBERS = ["$5 ", "x2 ", "1 ", "1, ", "1-", "x3-", "vingt-", "12-a-", "٣ ", "deux cent "]
NUMBERS += ["12 Aa ", "12 MW\n", "1 | 2\n"]
# Numbers cost much more to read than words, and so show how they grow in shorter texts.
PIECES = [*((piece, 40_000) for piece in MARKS), *((piece, 10_000) for piece in NUMBERS)]
# Four times the text may take four times as long, and as much again; squares take sixteen.
_GROWTH = 8
_TRIES = 4


@pytest.mark.slow
@pytest.mark.parametrize("read", [mentions, propose])
@pytest.mark.parametrize(("piece", "size"), PIECES)
def test_four_times_the_rubbish_takes_about_four_times_as_long(read, piece, size):
    read("Le parc coûte 3 M€.")
    few, many = (piece * (length // len(piece)) for length in (size // 4, size))
    shorter, longer = _spent(read, few), _spent(read, many)
    for _ in range(_TRIES):
        if longer <= _GROWTH * shorter:
            break
        shorter, longer = max(shorter, _spent(read, few)), min(longer, _spent(read, many))
    assert longer <= _GROWTH * shorter, f"{shorter:.3f} s for {size // 4} characters, {longer:.3f} s for {size}"


def _spent(read, text):
    start = time.process_time()
    read(text)
    return time.process_time() - start
