"""Reads the unit that follows a number: "2 gigawatts", "1,5 km²", "12 GWh par an"."""

from __future__ import annotations

import re
from functools import cache

from maeditor.extraction.quantities.rates_ar import is_arabic_at, rate_after
from maeditor.extraction.text.phrases import lexicon
from maeditor.extraction.text.surfaces import Surfaces

_AFTER_INCH = re.compile(r" (?:when|wide|long|high|deep|tall|thick|and|or|by|x|to|is|are|was|of)\b")
_GAP = re.compile(r" {0,2}(?:-(?=[^\W\d_]))?")
_TIME = {
    "an": "a",
    "ans": "a",
    "année": "a",
    "year": "a",
    "annum": "a",
    "annuel": "a",
    "annuels": "a",
    "annuelles": "a",
    "jour": "d",
    "day": "d",
    "j": "d",
    "d": "d",
    "a": "a",
    "y": "a",
    "yr": "a",
    "minute": "min",
    "mois": "mo",
    "month": "mo",
    "heure": "h",
    "hour": "h",
    "seconde": "s",
    "second": "s",
    "s": "s",
}
_PER = re.compile(r" ?(?:/ ?| par | per | an? (?=year|day)| (?=annuel|annuelles))([a-zé]+)(?![\w²³])")
#: "75 quintaux à l'hectare": a yield.
_PER_HECTARE = re.compile(r"(?: ?/ ?| par | per | à l'| a )(?:hectare|ha)(?!\w)")
_YIELDED = frozenset({"dt", "t", "kg", "L", "hL", "m3", "[bbl_us]"})
_COMPOUND = re.compile(r"/[^\W\d_]+[²³23]?|[-^]\d+(?!\w)|⁻[^\W_]*|·[^\W_]+(?![\w⁻^-])")
#: Units that may be counted a year, a day: energy, mass, volume, containers.
_RATED = frozenset(
    [
        *("Wh", "kWh", "MWh", "GWh", "TWh", "{toe}", "{Mtoe}"),
        *("t", "kt", "Mt", "kg", "dt", "kg{CO2e}", "t{CO2e}", "kt{CO2e}", "Mt{CO2e}"),
        *("m3", "hm3", "km3", "L", "ML", "[gal_us]", "[cft_i]", "{TEU}"),
    ]
)


@cache
def _units() -> Surfaces:
    surfaces = Surfaces()
    for unit in lexicon("units")["unit"]:
        words = unit.get("words", ())
        joined = [word.replace(" ", "-") for word in words if " " in word and word.isascii()]
        surfaces.add(unit["code"], unit.get("symbols", ()), [*words, *joined])
    surfaces.seal()
    return surfaces


#: What makes another unit of the one before it, one that we do not know: "3 années-lumière", "120 mm de mercure".
_OTHER = re.compile(
    r"-(?:lumière|force|feet|foot|pieds?)(?!\w)| (?:de mercure|of mercury|beaufort|cubes?)(?!\w)|hg(?!\w)"
)


def _doubtful(folded: str, start: int, end: int, gap: int) -> bool:
    """Tell "5 in" from "12 in six boxes", and an inch mark from a closing quotation mark."""
    name = folded[start:end]
    if name == '"':
        left = max(0, start - 400)
        left = max(left, folded.rfind("\n", left, start) + 1)
        return gap > 0 or folded.count('"', left, start) % 2 == 1
    if name in ("in", "in."):
        return (
            folded[end : end + 1] == " " and folded[end + 1 : end + 2].isalnum() and not _AFTER_INCH.match(folded, end)
        )
    return False


def unit_at(folded: str, lower: str, end_of_number: int) -> tuple[str, int] | None:
    """Give the unit's code and where it ends, for the number that ends here; None where no unit follows."""
    gap = _GAP.match(folded, end_of_number)
    start = gap.end() if gap else end_of_number
    found = _units().at(folded, lower, start)
    if found is None:
        return None
    code, end = found
    if _doubtful(folded, start, end, start - end_of_number) or _OTHER.match(lower, end):
        return None
    return _rate(folded, lower, code, end)


def _rate(folded: str, lower: str, code: str, end: int) -> tuple[str, int]:
    """Read "par an", "/jour" after units that may be counted so; mark other compounds as what they are."""
    if "/" in code:
        return code, end
    if code in _RATED and is_arabic_at(lower, end) and (told := rate_after(lower, end)) is not None:
        return f"{code}/{told[0]}", told[1]
    per = _PER.match(lower, end)
    if per is not None and code in _RATED and (time := _TIME.get(per[1])) in ("a", "d", "s", "min", "h", "mo"):
        return f"{code}/{time}", per.end()
    if code in _YIELDED and (area := _PER_HECTARE.match(lower, end)) is not None:
        return f"{code}/ha", area.end()
    compound = _COMPOUND.match(folded, end)
    if compound is not None and folded[end - 1].isalnum():
        return code + compound[0].replace("²", "2").replace("³", "3"), compound.end()
    return code, end
