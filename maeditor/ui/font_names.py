"""Gives a font file a family name of its own, so that a system font of the same name cannot stand in its place.

A system’s Inter is often a set of static files: where it shadows ours, the ``wght`` axis does nothing. Only the
``name`` table is written anew; glyphs and axes stay as they are.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_DIRECTORY = struct.Struct(">4sIII")
_NAME = struct.Struct(">HHHHHH")
_NAME_HEAD = struct.Struct(">HHH")
_HEAD_BYTES = 12
_FAMILY_IDS = frozenset({1, 16, 21})
_MACINTOSH = 1


@dataclass(frozen=True, slots=True)
class _Record:
    """One entry of the name table, with its bytes."""

    platform: int
    encoding: int
    language: int
    name: int
    text: bytes


def renamed(font: bytes, family: str) -> bytes:
    """The same TrueType or OpenType font under another family name. Raises ValueError where there is no name table."""
    tables = struct.unpack_from(">H", font, 4)[0]
    for place in range(_HEAD_BYTES, _HEAD_BYTES + tables * _DIRECTORY.size, _DIRECTORY.size):
        tag, _checksum, offset, length = _DIRECTORY.unpack_from(font, place)
        if tag == b"name":
            names = _written([_named(each, family) for each in _read(font[offset : offset + length])])
            padded = font + bytes(-len(font) % 4)
            entry = _DIRECTORY.pack(b"name", _checksum_of(names), len(padded), len(names))
            return padded[:place] + entry + padded[place + _DIRECTORY.size :] + names + bytes(-len(names) % 4)
    message = "a font without names"
    raise ValueError(message)


def _read(table: bytes) -> list[_Record]:
    _format, count, strings = _NAME_HEAD.unpack_from(table)
    records = []
    for number in range(count):
        platform, encoding, language, name, length, offset = _NAME.unpack_from(
            table, _NAME_HEAD.size + number * _NAME.size
        )
        text = table[strings + offset : strings + offset + length]
        records.append(_Record(platform, encoding, language, name, text))
    # Languages from 0x8000 on are named by tags that only format 1 has: not needed to find a family.
    return [each for each in records if each.language < 0x8000]


def _named(record: _Record, family: str) -> _Record:
    if record.name not in _FAMILY_IDS:
        return record
    text = family.encode("mac_roman" if record.platform == _MACINTOSH else "utf-16-be")
    return _Record(record.platform, record.encoding, record.language, record.name, text)


def _written(records: list[_Record]) -> bytes:
    head = _NAME_HEAD.pack(0, len(records), _NAME_HEAD.size + len(records) * _NAME.size)
    entries, strings = b"", b""
    for each in records:
        entries += _NAME.pack(each.platform, each.encoding, each.language, each.name, len(each.text), len(strings))
        strings += each.text
    return head + entries + strings


def _checksum_of(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
