"""Lines of an article and what each is: title, body, list, table, caption, byline or noise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from maeditor.extraction.text.noise import noise_kinds
from maeditor.extraction.text.phrases import alternation, lexicon
from maeditor.extraction.text.plaintext import plain
from maeditor.extraction.text.rows import Table, find_tables


class LineLabel(StrEnum):
    """What a line is in its article."""

    BLANK = "blank"
    TITLE = "title"
    BODY = "body"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    BYLINE = "byline"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line break; ``noise`` is the kind of noise, or empty."""

    start: int
    end: int
    label: LineLabel
    noise: str = ""


_BULLET = re.compile(r"\s*(?:[-–—•●▪◦*‣·✓✔➤►→]|\d{1,2}[.)°](?=\s)|[a-z]\)|\W?[\U0001F300-\U0001FAFF☀-➿])\s*")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_MONTH = (
    r"(?:janv\w*|fev\w*|mars|avr\w*|mai|juin|juil\w*|aout|sept\w*|oct\w*|nov\w*|dec\w*|jan(?:uary)?|feb\w*|mar(?:ch)?"
    r"|apr\w*|may|june?|july?|aug\w*)\b\.?"
)
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b|\b\d{{4}}[./-]\d{{2}}[./-]\d{{2}}\b|\b{_MONTH} \d{{4}}\b"
)
_ARABIC_MONTH = alternation(name for names in lexicon("calendar")["months"] for name in names)
_ARABIC_DAY = re.compile(rf"(?<!\d)\d{{1,2}}(?: من)? {_ARABIC_MONTH}(?: ?[/-] ?{_ARABIC_MONTH})?(?: \d{{4}})?(?!\w)")
_ARABIC_BYLINE = re.compile(rf"\W*{alternation(lexicon('calendar')['bylines'])}(?!\w)")
_BYLINE = re.compile(
    r"\W*(?:par |by |publie|mis a jour|mise a jour|mis en ligne|modifie le|updated|published|posted"
    r"|last updated|ecrit par"
    r"|written by|redige par|propos recueillis|(?:\w+ )?source\w* ?:|reporting by|edited by|avec (?:afp|map"
    r"|reuters|aps|agences)"
    r"|\d+ min\w* (?:de lecture|read)|temps de lecture|reading time|texte :|dossier realise|de notre correspondant"
    r"|from our correspondent|communique de presse|press release|for immediate release|pour diffusion immediate)"
)
# "Deadline for bids: 3 May 2026" says when, not who wrote.
_TERM = re.compile(
    r"[^:.\d]{0,40}(?:deadline|closing date|opening (?:date|of)|submission|due date|completion|delivery|launch|tender"
    r"|bids?"
    r"|date limite|echeance|remise|ouverture des|depot des|limite de)(?!\w)[^:.\d]{0,40}:"
)
_CREDIT = re.compile(
    r"[.)(|–-] ?(?:©|photos? ?[:/©]|credits? ?:|image ?:|ph\. ?:|illustration ?:|\(?getty|d\.r\.)[^.]{0,45}\)?\s*$"
)
_FOOTNOTE = re.compile(r"\s*(?:\[\d{1,2}\]|\(\d{1,2}\)|\*{2,3}|\*(?=\w)|[¹²³⁴⁵]) ?\w")
_CAPTION = re.compile(
    r"\W*(?:legende|photo|ph\.|image|credit|crédit|illustration|figure \d|fig\. ?\d|graphique|infographie|ci-dessus"
    r"|ci-contre|above|pictured|vue (?:aerienne|d'artiste|generale)|artist's impression|aerial view)\b"
)


def label_lines(text: str, folded: str | None = None) -> list[Line]:
    """Label every line of a text. ``folded`` is ``plain(text)`` where the caller has it."""
    return read_lines(text, plain(text) if folded is None else folded)[0]


def read_lines(text: str, soft: str) -> tuple[list[Line], list[Table]]:
    """Label every line of a text and give the tables among them; ``soft`` is ``plain(text)``."""
    spans = _spans(text)
    found = find_tables(text, spans)
    tables = frozenset(index for table in found for index in range(table.first, table.last + 1))
    noise = noise_kinds(text, soft, spans, tables)
    title = _title(text, spans, noise, tables)
    repeat = _wording(soft, spans[title]) if title is not None else ""
    lines: list[Line] = []
    filled = sum(1 for start, end in spans if text[start:end].strip())
    seen = 0
    for index, (start, end) in enumerate(spans):
        content = text[start:end].strip()
        seen += bool(content)
        near_edge = seen <= 12 or filled - seen < 4
        if not content:
            label = LineLabel.BLANK
        elif noise[index]:
            label = LineLabel.NOISE
        elif index in tables:
            label = LineLabel.TABLE
        elif index == title or (seen <= 8 and repeat and _wording(soft, (start, end)) == repeat):
            label = LineLabel.TITLE
        elif (filled - seen < 8 and _FOOTNOTE.match(text, start, end)) or (
            near_edge and _is_byline(soft[start:end].strip()) and not _under_label(text, spans, index, seen)
        ):
            label = LineLabel.BYLINE
        elif len(content) <= 220 and (_CAPTION.match(soft, start, end) or _CREDIT.search(soft, start, end)):
            label = LineLabel.CAPTION
        elif _BULLET.match(text, start, end):
            label = LineLabel.LIST
        elif title is not None and title < index and seen <= 6 and _heads(spans, text, index, content):
            label = LineLabel.TITLE
        else:
            label = LineLabel.BODY
        lines.append(Line(start, end, label, noise[index]))
    return lines, found


def _spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return spans


def _wording(soft: str, span: tuple[int, int]) -> str:
    return re.sub(r"\W+", " ", soft[span[0] : span[1]]).strip()


def _title(text: str, spans: list[tuple[int, int]], noise: list[str], tables: frozenset[int]) -> int | None:
    """Find the line that is the headline: the first one of some words that is neither noise nor a sentence."""
    tried = 0
    for index, (start, end) in enumerate(spans):
        content = text[start:end].strip()
        if not content or noise[index] or index in tables:
            continue
        tried += 1
        words = content.split()
        if _BULLET.match(content):
            return None
        if 2 <= len(words) <= 40 and len(content) <= 230 and not content.endswith((".", ":", ";")):
            return (
                None if _is_byline(plain(content)) and tried > 3 else index if not _is_byline(plain(content)) else None
            )
        if tried == 4 or (len(content) > 300):
            return None
    return None


def _heads(spans: list[tuple[int, int]], text: str, index: int, content: str) -> bool:
    """Tell whether a short line without a full stop stands alone, as subheads and standfirsts do."""
    if content.endswith((".", ":", ";", ",")) or len(content) > 200:
        return False
    before = text[slice(*spans[index - 1])].strip() if index else ""
    after = text[slice(*spans[index + 1])].strip() if index + 1 < len(spans) else ""
    return not before and not after


def _under_label(text: str, spans: list[tuple[int, int]], index: int, seen: int) -> bool:
    """Tell whether a date is the value of the short label right above it, as in fact sheets."""
    above = text[slice(*spans[index - 1])].strip() if index else ""
    short = 0 < len(above) <= 40 and not any(character.isdigit() for character in above)
    return seen > 4 and short and spans[index][1] - spans[index][0] <= 25 and above[-1:] not in ".!?"


def _is_byline(soft: str) -> bool:
    if len(soft) > 160:
        return False
    if _BYLINE.match(soft) or _ARABIC_BYLINE.match(soft):
        return not soft.endswith(".") or len(soft) <= 90
    found = _DAY.search(soft) or _ARABIC_DAY.search(soft)
    if not found:
        return False
    if _TERM.match(soft):
        return False
    if soft[found.end() :].lstrip().startswith(":") and len(soft[: found.start()].split()) <= 1:
        return False
    rest = re.sub(r"[\W\d]+", " ", soft[: found.start()] + " " + soft[found.end() :])
    return len(rest.split()) <= 9 and not soft.rstrip(") ").endswith((".", "!", "?"))
