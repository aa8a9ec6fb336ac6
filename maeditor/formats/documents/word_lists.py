"""Which paragraphs of a Word document are list items: its numbering and its styles say so, in two other parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from maeditor.formats.documents.xml_events import hear_xml

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNNUMBERED = frozenset({"bullet", "none"})
_LONGEST_CHAIN = 20
"""Styles based on one another; a hostile document makes a ring of them."""


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Take an attribute of Word's own."""
    return attributes.get(WORD + name, "")


@dataclass(frozen=True, slots=True)
class Listed:
    """How a paragraph is listed; ``level`` counts from 0."""

    level: int
    ordered: bool


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    list_id: str = ""
    level: int = -1


@dataclass(slots=True)
class Lists:
    """The lists of a document, and the styles that make a paragraph an item of one."""

    styles: dict[str, _Style] = field(default_factory=dict)
    formats: dict[tuple[str, int], str] = field(default_factory=dict)
    """The number format by abstract list and level."""
    abstract: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, numbering: bytes, styles: bytes, name: str) -> Lists:
        """Read both parts; either may be missing. Raises UnreadableFileError."""
        lists = cls()
        if numbering:
            hear_xml(numbering, _Numbering(lists), name)
        if styles:
            hear_xml(styles, _Styles(lists), name)
        return lists

    def style_name(self, style: str) -> str:
        """The name of a style in lower case, as it is in English: ``heading 1`` whatever Word's language."""
        found = self.styles.get(style)
        return (found.name if found else style).lower()

    def of(self, list_id: str, style: str, level: int) -> Listed | None:
        """Tell how a paragraph is listed, or None. A list number of 0 takes it out of its style's list."""
        for _ in range(_LONGEST_CHAIN):
            found = self.styles.get(style)
            if list_id or found is None:
                break
            # Chapters are numbered too, and are no items.
            if found.name.lower().startswith(("heading", "title")):
                return None
            list_id, style = found.list_id, found.based_on
            level = found.level if level < 0 else level
        own = self.styles.get(style)
        if list_id in {"", "0"} or (own is not None and own.name.lower().startswith(("heading", "title"))):
            return None
        level = max(level, 0)
        kind = self.formats.get((self.abstract.get(list_id, ""), level), "bullet")
        return Listed(level, kind not in _UNNUMBERED)


class _Numbering:
    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._abstract = self._list_id = ""
        self._level = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag.removeprefix(WORD):
            case "abstractNum":
                self._abstract = attribute(attributes, "abstractNumId")
            case "lvl":
                written = attribute(attributes, "ilvl")
                self._level = int(written) if written.isdecimal() else 0
            case "numFmt":
                self._lists.formats.setdefault((self._abstract, self._level), attribute(attributes, "val"))
            case "num":
                self._list_id = attribute(attributes, "numId")
            case "abstractNumId":
                self._lists.abstract[self._list_id] = attribute(attributes, "val")

    def end(self, tag: str) -> None:
        """Nothing to do: all is said in attributes."""

    def data(self, text: str) -> None:
        """Nothing to do."""


class _Styles:
    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._style = _Style()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        value = attribute(attributes, "val")
        match tag.removeprefix(WORD):
            case "style":
                self._style = self._lists.styles.setdefault(attribute(attributes, "styleId"), _Style())
            case "name":
                self._style.name = value
            case "basedOn":
                self._style.based_on = value
            case "numId":
                self._style.list_id = value
            case "ilvl":
                self._style.level = int(value) if value.isdecimal() else 0

    def end(self, tag: str) -> None:
        """Nothing to do: all is said in attributes."""

    def data(self, text: str) -> None:
        """Nothing to do."""
