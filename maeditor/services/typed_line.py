"""One line that states a fact: "2 GW Dakhla prévu 2028". A value, and beside it only what leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Lifecycle
from maeditor.extraction.context.gazetteer import Gazetteer, Place
from maeditor.extraction.context.lifecycle import Moods
from maeditor.extraction.interface import Mention
from maeditor.extraction.mentions import mentions
from maeditor.extraction.reading import quantity
from maeditor.extraction.text.plaintext import plain
from maeditor.services.sourcing import Context, Slot
from maeditor.services.typed_value import DATED, LONGEST, TypedValue, opened, opening, read_typed, symbol_at

_COUNTED = re.compile(r"\d\D*[^\W\d_]{3}")
"""Words after a plain number: what is counted, or a place."""
_JOINTS = re.compile(
    r"(?:[\s,;:·()\-–—]+|(?<!\w)(?:de|du|des|d['’]|à|a|au|aux|en|pour|par|le|la|les|l['’]|dans|d['’]ici|avant|vers"
    r"|in|at|for|by|of|the|on|to)(?!\w))+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class TypedLine:
    """What a typed line says; empty is what it does not say."""

    value: TypedValue | None = None
    subject: str = ""
    place: str = ""
    lifecycle: Lifecycle | None = None
    date: str = ""
    slots: set[Slot] = field(default_factory=set)


def read_line(text: str, language: str, context: Context | None = None, known: Iterable[str] = ()) -> TypedLine | None:
    """Read a typed line; None where it does not hold a value. Raises ValueTextError for words that are left over.

    ``known`` are the project's subjects. A subject is one of these, words of the passage's paragraph, or a name.
    """
    text = text.strip()
    whole = read_typed(text, language)
    if whole is not None and (whole.ordinal or whole.quantity.unit != "1" or not _COUNTED.search(text)):
        return TypedLine(whole, slots={Slot.VALUE})
    if not text or len(text) > LONGEST:
        return None
    reader = _LineReader(text, language)
    if not reader.take_value():
        return TypedLine(whole, slots={Slot.VALUE}) if whole is not None else None
    reader.take_date()
    reader.take_names(known)
    reader.take_stage()
    reader.take_place()
    reader.take_subject(context)
    return reader.line


class _LineReader:
    """Takes one field after the other out of a line; what is taken is blanked, offsets stay."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.left, self.language = text, text, language
        self.line = TypedLine()
        self._mentions = mentions(text, language)
        self._noun = ""

    def take_value(self) -> bool:
        """Take the first value."""
        for each in self._mentions:
            if each.kind not in DATED and quantity(each) is not None:
                start, end = self._extent(each)
                read = read_typed(self.text[start:end], self.language)
                if read is not None:
                    self.line.value = read
                    self._noun = each.noun
                    self._take(start, end, Slot.VALUE)
                    return True
        return False

    def take_date(self) -> None:
        """Take a date, if there is just one."""
        dated = [each for each in self._mentions if each.kind in DATED and self.left[each.start : each.end].strip()]
        if len(dated) == 1 and isinstance(dated[0].value, str):
            each = dated[0]
            date = f"{each.value}/{each.value2}" if each.value2 is not None else str(each.value)
            lead = opening(self.left, each.start)
            said = opened(date, until=lead[1]) if lead is not None else ""
            self.line.date = said or date
            self._take(lead[0] if lead is not None and said else each.start, each.end, Slot.DATE)

    def take_names(self, known: Iterable[str]) -> None:
        """Take the longest of the project's subjects that the line names; one that is a place is left to be one."""
        soft = plain(self.left)
        for name in sorted(set(known), key=len, reverse=True):
            wanted = plain(name).strip()
            match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", soft) if len(wanted) > 2 else None
            if match is not None and not self._places(match.group()):
                self.line.subject = name
                self._take(*match.span(), Slot.SUBJECT)
                return

    def take_stage(self) -> None:
        """Take the word that says how far the thing is."""
        stages = Moods(plain(self.left), 0, len(self.left)).stages()
        if len({stage for _start, _end, stage in stages}) == 1:
            for start, end, stage in stages:
                self.line.lifecycle = stage
                self._take(start, end, Slot.STATUS)

    def take_place(self) -> None:
        """Take a place; of a country and its city the city, the country being the subject."""
        places = self._places(self.left)
        cities = [each for each in places if each.kind == "city"]
        chosen = places if len(places) == 1 else cities
        if len(chosen) == 1:
            self.line.place = chosen[0].label
            self._take(chosen[0].start, chosen[0].end, Slot.PLACE)

    def take_subject(self, context: Context | None) -> None:
        """Take what is left as the subject, if it is words of the paragraph or a name."""
        rest = self._rest()
        if not rest:
            return
        spelled = context.spell(rest) if context is not None else ""
        label = next(
            (each.label for each in self._places(rest) if plain(rest) == plain(rest[each.start : each.end])), ""
        )
        is_name = all(word[0].isupper() or word[0].isdigit() or len(word) < 4 for word in rest.split())
        counted = bool(self._noun) and plain(self._noun).startswith(plain(rest))
        if self.line.subject or not (spelled or label or counted or (is_name and rest[0].isupper())):
            raise ValueTextError("typed_unread", text=rest)
        self.line.subject = label or spelled or rest
        self.line.slots.add(Slot.SUBJECT)

    def _extent(self, mention: Mention) -> tuple[int, int]:
        start, end = mention.start, mention.end
        if mention.hedge is not None:
            start, end = min(start, mention.hedge[0]), max(end, mention.hedge[1])
        if mention.unit in {"", "1"}:
            unit = symbol_at(self.text, mention.end, self.language)
            end = max(end, unit[1]) if unit is not None else end
        return start, end

    def _places(self, words: str) -> list[Place]:
        return [each for each in Gazetteer(words, plain(words)).places if each.kind != "people"]

    def _take(self, start: int, end: int, slot: Slot) -> None:
        self.left = self.left[:start] + " " * (end - start) + self.left[end:]
        self.line.slots.add(slot)

    def _rest(self) -> str:
        """What is left between the first and the last word that says something."""
        pieces = [piece for piece in _JOINTS.split(self.left) if piece]
        if not pieces:
            return ""
        start, end = self.left.index(pieces[0]), self.left.rindex(pieces[-1]) + len(pieces[-1])
        return " ".join(self.left[start:end].split())
