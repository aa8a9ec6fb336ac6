"""A workbook broken by a disk or a mail server would end the editor, hang it, or say something it never said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from returned_samples import exported, numbered, packed, parts_of

from maeditor.domain.errors import MaeditorError
from maeditor.formats.confined import confined
from maeditor.formats.returned import LIMITS
from maeditor.formats.returned.reading import assembled
from maeditor.formats.returned.unpacking import unpack

MUTANTS = 500
CHILDREN = 4


def mutant(path: Path, whole: bytes, parts: dict[str, bytes], chance: random.Random) -> Path:
    """A workbook with bytes flipped, the file or a member cut, a member gone or another's in its place."""
    match chance.randrange(5):
        case 0:
            data = bytearray(whole)
            for _ in range(chance.randrange(1, 20)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
        case 1:
            path.write_bytes(whole[: chance.randrange(len(whole))])
        case 2:
            name = chance.choice(list(parts))
            data = bytearray(parts[name])
            for _ in range(chance.randrange(1, 30)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            packed(path, parts | {name: bytes(data)})
        case 3:
            name = chance.choice(list(parts))
            packed(path, parts | {name: parts[name][: chance.randrange(len(parts[name]))]})
        case _:
            left = dict(parts)
            name = chance.choice(list(left))
            left[name] = left[chance.choice(list(left))] if chance.random() < 0.5 else b""
            if chance.random() < 0.5:
                del left[name]
            packed(path, left)
    return path


def read_mutants(path: Path, first: int, count: int) -> list[str]:
    """What came of each: the key of its error, or how many rows; a crash would end this process."""
    whole, parts = path.read_bytes(), parts_of(path)
    came: list[str] = []
    for seed in range(first, first + count):
        broken = mutant(path.with_name(f"mutant-{first}.xlsx"), whole, parts, random.Random(seed))
        try:
            came.append(f"{len(assembled(unpack(broken, LIMITS)).rows)} rows")
        except MaeditorError as error:
            came.append(error.key)
    return came


@pytest.mark.slow
def test_five_hundred_broken_workbooks_give_a_result_or_one_kind_of_error(tmp_path: Path) -> None:
    path = exported(tmp_path / "a.xlsx", numbered(40))
    came: list[str] = []
    for child in range(CHILDREN):
        share = MUTANTS // CHILDREN
        came += confined(read_mutants, path, child * share, share, seconds=400, megabytes=1_500)
    assert len(came) == MUTANTS
    assert len({each for each in came if each.startswith("workbook_")}) > 2
    assert any(each == "40 rows" for each in came)
