"""Reads lists of references (RIS, as Zotero and the press archives write them): what they say of articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.canonical import canonical
from maeditor.formats.content import language_tag, one_line, web_address
from maeditor.formats.dates import edtf_date, written_date
from maeditor.formats.html_tree import visible_text

MOST = 10_000
"""References of one file."""
_LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9])  ?-(?: (.*))?\Z")
_DOI = re.compile(r"10\.\d{4,9}/\S{1,200}")
_MARKUP = re.compile(r"</?(?:p|div|br|span|em|i|b|strong|jats:\w+)\b[^<>]*>", re.IGNORECASE)
_LONGEST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Reference:
    """What an entry says of an article; ``abstract`` and ``files`` are what it brings. Empty: it does not say."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    doi: str = ""
    language: str = ""
    abstract: str = ""
    files: tuple[str, ...] = ()


def read_references(text: str, name: str) -> list[Reference]:
    """Read all entries of a canonical text. Raises UnreadableFileError where there is none."""
    found = [_reference(entry) for entry in _entries(text)[:MOST]]
    if not found:
        raise UnreadableFileError("references_not_found", name=name)
    return found


def _entries(text: str) -> list[dict[str, list[str]]]:
    entries: list[dict[str, list[str]]] = []
    entry: dict[str, list[str]] | None = None
    last: list[str] | None = None
    for line in text.split("\n"):
        found = _LINE.match(line)
        if found is None:
            if entry is not None and last and line.strip():
                last[-1] = f"{last[-1]}\n{line.strip()}"
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag == "TY":
            entry, last = {}, None
            entries.append(entry)
        elif tag == "ER":
            entry = last = None
        elif entry is not None:
            last = entry.setdefault(tag, [])
            last.append(value)
    return entries


def _reference(entry: dict[str, list[str]]) -> Reference:
    said = _of(entry, "DA", "PY", "Y1", "Y2").replace("/", "-").strip("-")
    doi = _DOI.search(_of(entry, "DO") or _of(entry, "M3", "UR", "L2"))
    address = next(
        (found for tag in ("UR", "L2", "LK") for each in entry.get(tag, ()) if (found := _address(each))), ""
    )
    names = [*entry.get("AU", ()), *entry.get("A1", ())]
    told = ", ".join(map(_name, names[:_LONGEST_NAMES])) + ("…" if len(names) > _LONGEST_NAMES else "")
    return Reference(
        title=one_line(_clean(_of(entry, "TI", "T1", "CT", "ST"))),
        publisher=one_line(_of(entry, "T2", "JO", "JF", "JA", "PB")),
        author=one_line(told),
        published=edtf_date(_padded(said)) or written_date(said[:100]),
        url=address,
        doi=doi[0].rstrip(".,;").lower() if doi else "",
        language=language_tag(_of(entry, "LA")),
        abstract=_clean(_of(entry, "AB", "N2") or _of(entry, "N1")),
        files=tuple(path for tag in ("L1", "L4") for each in entry.get(tag, ()) for path in each.split(";") if path),
    )


def _address(written: str) -> str:
    return next((found for each in written.split() if (found := web_address(each))), "")


def _of(entry: dict[str, list[str]], *tags: str) -> str:
    return next((value for tag in tags for value in entry.get(tag, ()) if value), "")


def _padded(date: str) -> str:
    """``2026-3-7`` with the zeros that ISO asks for; what follows the day (``2026-03-07-Spring``) is left out."""
    parts = [part.strip() for part in date.split("-")[:3]]
    whole = [part.zfill(2) if number else part for number, part in enumerate(parts) if part.isdecimal()]
    return "-".join(whole) if len(whole) == len([part for part in parts if part]) else ""


def _name(written: str) -> str:
    family, comma, given = written.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else written.strip()


def _clean(text: str) -> str:
    return canonical(visible_text(text)) if _MARKUP.search(text) else canonical(text)
