"""What a plain text says about itself: title, byline, date, source. Only what it states; nothing is inferred."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maeditor.formats.content import one_line, web_address
from maeditor.formats.dates import WRITTEN_DATE, written_date

_HEAD = 14
"""Lines with text, from the top, in which an article may speak of itself."""
_TITLE_AMONG = 8
_LONGEST_TITLE = 200
_LONGEST_LINE = 400

_MENU = re.compile(
    r"(?:aller (?:directement )?au (?:contenu|menu)|passer au contenu|skip to|menu\b|accueil\b|home\b|sommaire\b"
    r"|navigation\b|rechercher?\b|search\b|se connecter|connexion|log ?in\b|sign (?:in|up)|s.abonner|abonnez|subscribe"
    r"|newsletter|partager\b|share\b|imprimer|print\b|publicité|advertisement|vous êtes ici|you are here|facebook"
    r"|twitter|whatsapp|linkedin|الرئيسية|القائمة|بحث|تسجيل الدخول|انتقل إلى المحتوى|مشاركة|اشترك)",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"(?:\S+ ?[|›»>·•/] ?){2,}|[^.,:;!?]{2,25} [›»>] [^.,:;!?]{2,25}\Z|(?:\S+(?: \S+)? {2,}){2,}\S+\Z")
_LABEL = re.compile(
    r"(?:communiqué(?: de presse)?|press release|tribune|éditorial|exclusif|breaking(?: news)?|بلاغ صحفي)\s*\Z",
    re.IGNORECASE,
)
_SHARED = re.compile(r"\d+ (?:commentaires?|comments?|partages?|shares?|vues?|views?|min)\b", re.IGNORECASE)

_NAME = r"(?P<name>[^\W\d_][\w.’'&’ \u00a0-]{1,58}[\w.)])"
_ROLE = r"(?:,\s[a-zéèêàç’' -]{3,40}\.?)?"
_REST = (
    _ROLE
    + rf"(?:\s*[,|–—•·(-]\s*(?:(?:publiée?|mis en ligne|le|on|published)\s*)*.{{0,12}}(?:{WRITTEN_DATE}).{{0,40}})?"
)
_BYLINE = re.compile(
    rf"(?:par|by|auteure?|author|écrit par|written by|بقلم|الكاتب)\s*[:：]?[ \u00a0]+{_NAME}{_REST}\s*\Z", re.IGNORECASE
)
_SPOKEN = re.compile(
    r"(?:ailleurs|exemple|conséquent|contre|rapport|la suite|le passé|la même|définition|the|this|now|and large)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    rf"\b(?P<fr>publiée?|paru|mis en ligne|posté)(?:\s+le)?\s*[:：]?\s.{{0,12}}?(?P<date>{WRITTEN_DATE})"
    rf"|\b(?:published|posted|first published)(?:\s+on)?\s*[:：]?\s.{{0,12}}?(?P<on>{WRITTEN_DATE})"
    rf"|\A(?P<date_label>date)\s*[:：]\s*(?P<dated>{WRITTEN_DATE})\s*\Z"
    rf"|(?:نشر|نُشر|تاريخ النشر)(?:\s+(?:في|يوم|بتاريخ))*\s*[:：]?\s.{{0,12}}?(?P<ar>{WRITTEN_DATE})",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,?\s+)?"
)
_DATE_ALONE = re.compile(
    rf"(?:[^.!?|·]{{2,40}}\s[|·]\s|[^\W\d][\w’' -]{{1,30}},\s)?{_WEEKDAY}(?:le\s+)?(?:{WRITTEN_DATE})"
    rf"(?:\s*[,à|·–-].{{0,12}}|\s+(?:by|par)\s.{{2,40}}|\s*[|·].{{0,20}})?\s*\Z",
    re.IGNORECASE,
)
_BYLINE_DATE = re.compile(
    rf"(?:par|by|بقلم)\s.{{2,60}}?[,|–—•·(-]\s*(?:le\s+|on\s+|في\s+)?(?P<date>{WRITTEN_DATE})", re.IGNORECASE
)
_SOURCE = re.compile(
    r"(?:source|publisher|média|المصدر)[ \u00a0\u202f]?[:：][ \u00a0]*(?P<name>\S.{0,100})\Z", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?:url|lien|link|adresse|source|المصدر|الرابط)[ \u00a0\u202f]?[:：]\s*(?P<url>https?://\S+)\Z", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states about itself; empty where it does not."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""


def stated(text: str) -> Stated:
    """Read off a text what it states about itself, in its first lines (source and address also in its last)."""
    head = _lines(text[:20_000].split("\n"), _HEAD)
    tail = _lines(text[-4_000:].split("\n")[::-1], 6)
    title = find_title(head)
    told = [line for line in head if line != title]
    return Stated(
        title=title,
        publisher=next((name for line in (*told, *tail) if (name := _source(line))), ""),
        author=next((name for line in told if (name := _author(line))), ""),
        published=next((date for line in told if (date := _date(line))), ""),
        url=next((found for line in (*told, *tail) if (found := _address(line))), ""),
    )


def find_title(lines: list[str]) -> str:
    """Choose the title among the first lines with text: no menu, no byline, no sentence that runs on.

    A first line that ends like a sentence (a picture's description, a standfirst) gives way to a short one that does
    not; where nothing looks like a title, the first line that is no menu serves, cut to a title's length.
    """
    first = ""
    for line in lines[:_TITLE_AMONG]:
        if is_menu(line) or _is_statement(line):
            continue
        if len(line) <= _LONGEST_TITLE and not line.endswith(".") and (not first or first[0].islower()):
            return one_line(line)
        first = first or line
    return one_line(first, 120)


def is_menu(line: str) -> bool:
    """Tell whether a line belongs to a page's furniture: a menu, a trail, a counter, a bare label."""
    furniture = _MENU.match(line) or _TRAIL.match(line) or _SHARED.match(line) or _LABEL.match(line)
    return bool(furniture) or not re.search(r"[^\W\d_]{2}", line)


def _is_statement(line: str) -> bool:
    return bool(_author(line) or _date(line) or _source(line) or _address(line))


def _lines(raw: list[str], most: int) -> list[str]:
    found: list[str] = []
    for line in raw:
        text = line.strip(" \t\u00a0\u202f#*_\u200e\u200f")
        if text:
            found.append(text[:_LONGEST_LINE])
            if len(found) == most:
                break
    return found


def _author(line: str) -> str:
    found = _BYLINE.match(line) if len(line) <= 160 else None
    if found is None:
        return ""
    name = found["name"].strip()
    sentence = name.endswith(".") and not re.search(r"\b\w\.\Z", name)
    if _SPOKEN.match(name) or sentence or len(name.split()) > 6:
        return ""
    return one_line(name)


def _date(line: str) -> str:
    if len(line) > _LONGEST_TITLE or not _DIGIT.search(line):
        return ""
    plain = line.translate(_DIGITS)
    found = _PUBLISHED.search(plain)
    if found:
        english = found["on"] is not None
        date = found["date"] or found["on"] or found["dated"] or found["ar"]
        return written_date(date, day_first=not english)
    byline = _BYLINE_DATE.match(plain)
    if byline:
        return written_date(byline["date"], day_first=not plain.lower().startswith("by"))
    return written_date(plain) if len(plain) <= 80 and _DATE_ALONE.match(plain) else ""


def _source(line: str) -> str:
    found = _SOURCE.match(line)
    if found is None or "://" in found["name"]:
        return ""
    return one_line(found["name"].rstrip(" ."))


def _address(line: str) -> str:
    found = _ADDRESS.match(line)
    return web_address(found["url"].rstrip(").,;")) if found else ""
