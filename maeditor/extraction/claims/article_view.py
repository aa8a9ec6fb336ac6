"""One article as the rules read it: its comparable text, lines, sentences, places, mentions, and what never counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.rules import noun_pattern
from maeditor.extraction.context.exclusions import Exclusions, datelines
from maeditor.extraction.context.gazetteer import Gazetteer
from maeditor.extraction.context.home import home_of, stage_of
from maeditor.extraction.context.lifecycle import Moods
from maeditor.extraction.context.subjects import Things
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.mentions import mentions
from maeditor.extraction.text.folding import fold
from maeditor.extraction.text.language import guess_language
from maeditor.extraction.text.lines import Line, LineLabel, read_lines
from maeditor.extraction.text.passages import passages
from maeditor.extraction.text.plaintext import plain
from maeditor.extraction.text.sentences import Sentence, sentences

_READ = frozenset({LineLabel.TITLE, LineLabel.BODY, LineLabel.LIST})
_KEYED = re.compile(r"[^.:/|;•]{2,45} ?: ")
_HOSTING = re.compile(r"heberg\w* (?:\w+ )?donnees|hebergeurs?|(?<!\w)colocation|hyperscal\w+|data ?-?hall")
_BREAK = re.compile(r"[\n\r]")
_SEGMENT = re.compile(r"\s[/|•·]\s|\s;\s")


@dataclass(frozen=True, slots=True)
class Claim:
    """A value with the property it states; spans are of the article's text without entities."""

    start: int
    end: int
    property: str
    value: Decimal | str
    kind: MentionKind
    rule: str
    value_max: Decimal | None = None
    unit: str = ""
    comparator: Comparator = Comparator.EQUAL
    strength: float = 1.0
    noun: str = ""


@dataclass(slots=True)
class Said:
    """One sentence with its mentions; ``label`` is that of its line."""

    start: int
    end: int
    label: LineLabel
    mentions: list[Mention]
    moods: Moods
    asked: bool = False
    dates: list[Mention] = field(default_factory=list)


class ArticleView:
    """Everything the rules look at, computed once for an article."""

    def __init__(self, text: str, language: str | None = None) -> None:
        self.text = text
        self.soft = plain(text)
        self.lower = fold(text).lower()
        self.language = language or guess_language(text)
        self.lines, self.tables = read_lines(text, self.soft)
        self.never = Exclusions(text, self.soft)
        said = _without(self.soft, [(line.start, line.end) for line in self.lines if line.noise])
        self.places = Gazetteer(text, said)
        kept = [(line.start, line.end) for line in self.lines if line.label in _READ]
        self.things = Things(text, self.soft, kept, self.language, self.places)
        self.home = home_of(self.soft, self.lines, self.places, self.things)
        self.topic = self._topic()
        self.stage = stage_of(self.soft, self.lines)
        self._opened: list[int] = []
        self._line_starts = [match.end() for match in _BREAK.finditer(text)]
        self.focused: dict[tuple[int, int], str] = {}
        self.passages = passages(text, [(line.start, line.end) for line in self.lines], self.language)
        self._passage_starts = [passage.start for passage in self.passages]
        self.mentions = [mention for mention in self._mentions() if mention.value is not None]
        self._starts = [mention.start for mention in self.mentions]
        named = noun_pattern("count_datacenters")
        self.about_datacenters = (
            bool(named.search(self.soft, 0, 250) or _HOSTING.search(self.soft, 0, 250))
            or len(named.findall(self.soft, 0, 20_000)) >= 3
        )
        self.published = self._published()
        self.currency = self._currency()

    def language_at(self, offset: int) -> str:
        """Language of the passage that an offset is in."""
        return self.passages[bisect_right(self._passage_starts, offset) - 1].language

    def _mentions(self) -> Iterator[Mention]:
        if len(self.passages) == 1:
            yield from mentions(self.text, self.language)
            return
        for start, end, language in self.passages:
            for mention in mentions(self.text[start:end], language):
                hedge = (mention.hedge[0] + start, mention.hedge[1] + start) if mention.hedge else None
                yield replace(mention, start=mention.start + start, end=mention.end + start, hedge=hedge)

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin in ``start:end``."""
        return self.mentions[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def paragraph_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        at = bisect_right(self._line_starts, offset) - 1
        return self._line_starts[at] if at >= 0 else 0

    def sentence_starts(self, start: int, end: int) -> list[int]:
        """Where the sentences begin that were read so far, of those in ``start:end``."""
        return self._opened[bisect_left(self._opened, start) : bisect_left(self._opened, end)]

    def said(self) -> Iterator[Said]:
        """Sentences of the lines that are read, in text order."""
        self._opened.clear()
        for start, end, label in self._paragraphs():
            for sentence in self._sentences(start, end):
                found = self.between(sentence.start, sentence.end)
                moods = Moods(self.soft, sentence.start, sentence.end, self.text)
                asked = self.text[sentence.end - 4 : sentence.end].rstrip('»"” \u00a0\u202f').endswith("?")
                self._opened.append(sentence.start)
                yield Said(sentence.start, sentence.end, label, found, moods, asked)

    def _sentences(self, start: int, end: int) -> list[Sentence]:
        keyed = self.text.count(": ", start, end) >= 3 and _SEGMENT.search(self.text, start, end) is not None
        if not keyed or len(_KEYED.findall(self.text, start, end)) < 3:
            return sentences(self.text, start, end)
        found: list[Sentence] = []
        left = start
        for match in _SEGMENT.finditer(self.text, start, end):
            found += sentences(self.text, left, match.start())
            left = match.end()
        return found + sentences(self.text, left, end)

    def _paragraphs(self) -> Iterator[tuple[int, int, LineLabel]]:
        """Lines that are read; a hard-wrapped paragraph is one."""
        start = end = -1
        label = LineLabel.BLANK
        for line in self.lines:
            if line.label not in _READ:
                if start >= 0:
                    yield start, end, label
                start = -1
                continue
            if start >= 0 and (self._goes_on(end, line, label) or self._is_value_of(start, end, line)):
                end = line.end
                continue
            if start >= 0:
                yield start, end, label
            start, end, label = line.start, line.end, line.label
        if start >= 0:
            yield start, end, label

    def _goes_on(self, end: int, line: Line, label: LineLabel) -> bool:
        first = self.text[line.start : line.end].lstrip()[:1]
        last = self.text[max(0, end - 3) : end].rstrip()[-1:]
        return (
            line.label is LineLabel.BODY
            and label is not LineLabel.TITLE
            and last not in ".!?:;»”"
            and not _KEYED.match(self.text, line.start, line.end)
            and (first.islower() or (first.isdigit() and last.isalpha()))
        )

    def _is_value_of(self, start: int, end: int, line: Line) -> bool:
        """Tell whether a line is the value of the short label on the line above, as in fact sheets."""
        if end - start > 60:
            return False
        label, value = self.text[start:end].strip(), self.text[line.start : line.end].strip()
        if (
            line.label is LineLabel.LIST
            or not 0 < len(label) <= 45
            or not 0 < len(value) <= 30
            or self.text.count("\n", end, line.start) != 1
        ):
            return False
        plain_label = not any(character.isdigit() for character in label) and label[-1] not in ".!?;,"
        return plain_label and any(character.isdigit() for character in value) and value[-1] not in ".!?;:"

    def _topic(self) -> str:
        """What the headline names; else empty."""
        for line in self.lines:
            if line.label is LineLabel.TITLE:
                named = [thing for thing in self.things.within(line.start, line.end) if thing.named and not thing.land]
                return max(named, key=lambda thing: (bool(thing.head), -thing.start)).text if named else ""
        return ""

    def _published(self) -> str:
        """Date of the article itself, from its bylines."""
        for line in self.lines:
            if line.label is LineLabel.BYLINE:
                for mention in self.between(line.start, line.end):
                    if mention.kind is MentionKind.DATE and str(mention.value)[:2] in {"19", "20"}:
                        return str(mention.value)
        for span in datelines(self.soft):
            for mention in self.between(*span):
                if mention.kind is MentionKind.DATE and str(mention.value)[:2] in {"19", "20"}:
                    return str(mention.value)
        return ""

    def _currency(self) -> str:
        counts: dict[str, int] = {}
        for mention in self.mentions:
            if mention.kind is MentionKind.MONEY:
                counts[mention.unit] = counts.get(mention.unit, 0) + 1
        return max(counts, key=lambda unit: counts[unit], default="")


def _without(soft: str, spans: list[tuple[int, int]]) -> str:
    """Blank spans of a text, offsets kept: what noise names is no place of the article."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts += [soft[position:start], " " * (end - start)]
        position = end
    return "".join([*parts, soft[position:]])
