"""Claims from spans told in hours and minutes: "un trajet de 2 h 40" lasts, "à 14 h 30" is a time of day."""

from __future__ import annotations

import re
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.interface import MentionKind

_SPAN = re.compile(
    r"(?<![\w:.,/])(?P<h>\d{1,3}) ?h(?:eures?|rs?|ours?)? ?(?P<min>[0-5]\d)(?: ?(?:min|mn|minutes?))?(?![\w:])"
)
_LASTS = re.compile(
    r"(?<!\w)(?:dure\w*|trajets?|voyages?|parcours|travers\w*|autonomie|temps de|mettr\w+|met|mis|en seulement"
    r"|relier\w*|relie|vols? de|trip|journeys?|ride|travel|takes?|took|lasts?|lasting|crossing|flight time|delai)(?!\w)"
)
_AT = re.compile(r"(?<!\w)(?:a|at|vers|avant|apres|des|de|jusqu'a|entre|from|before|after|until|till|by) $")
_CHANGED = re.compile(r"(?:ramen|redui|abaiss|pass|tomb|cut|reduc|fall|drop|down)\w* [^.;]{0,60}$")
_BETWEEN = re.compile(
    r"(?<!\w)(?:passe|tombe|ramene|redui|abaiss|descend|chute|revenu|cut|reduc|fall|fell|drop|down|shorten)\w*"
    r" (?:[\w' ]{0,40} )?(?:de|from) (?P<since>\d{1,3})(?: heures?| hours?)? (?:a|to) (?P<till>\d{1,3})"
    r" ?(?:heures?|hours?|h)(?!\w| ?\d)"
)
_REACH = 110


def hour_spans(view: ArticleView, said: Said) -> list[Claim]:
    """Find the durations of one sentence that are written like times of day."""
    claims = []
    soft = view.soft
    for match in _SPAN.finditer(soft, said.start, said.end):
        before = soft[max(said.start, match.start() - _REACH) : match.start()]
        if not _LASTS.search(before) or (
            _AT.search(before) and not _between_places(before) and not _CHANGED.search(before)
        ):
            continue
        minutes = Decimal(int(match["h"]) * 60 + int(match["min"]))
        claims.append(
            Claim(*match.span(), "duration", minutes, MentionKind.QUANTITY, "duration.hours", unit="min", strength=0.8)
        )
    return claims + [claim for match in _BETWEEN.finditer(soft, said.start, said.end) for claim in _two_ends(match)]


def _two_ends(match: re.Match[str]) -> list[Claim]:
    """Read "est tombé de 72 à 9 heures" as two durations; the second looks like a time of day."""
    return [
        Claim(*match.span(end), "duration", Decimal(match[end]), MentionKind.QUANTITY, "duration.hours", unit="h")
        for end in ("since", "till")
    ]


def _between_places(before: str) -> bool:
    """Tell "mettront Tanger à 2 h 40 de Marrakech" and "un trajet de 2 h 40" from "le trajet part à 14 h 30"."""
    return bool(
        re.search(r"(?:mettr\w+|met|mis) (?:\w+ ){1,3}a $|(?:trajet|voyage|duree|vol|autonomie|trip|ride) de $", before)
    )
