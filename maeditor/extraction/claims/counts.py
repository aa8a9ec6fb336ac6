"""Claims from plain numbers: what is counted, values after a label and a colon, numbers whose unit stands elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.borrowed_units import borrowed_claims
from maeditor.extraction.claims.further_values import other_claims
from maeditor.extraction.claims.head_nouns import MAGNITUDE, OF, count_of, head_noun, is_year, noun_property
from maeditor.extraction.claims.labels import labelled_claims, pue_claims
from maeditor.extraction.claims.magnitude_alone import of_purse
from maeditor.extraction.claims.measures import measure_claims
from maeditor.extraction.claims.parts import part_claims
from maeditor.extraction.claims.rules import by_unit, counted, noun_pattern
from maeditor.extraction.interface import Mention, MentionKind

_NOUN_UNITS = re.compile(
    r"(?:(?P<km>kilometres?|kilometers?)|(?P<m2>metres? carres?)|(?P<m>metres?|meters?)|(?P<ha>hectares?)"
    r"|(?P<MW>megawatts?)"
    r"|(?P<GW>gigawatts?)|(?P<t>tonnes?)|(?P<a>ans?|annees?|years?)|(?P<mo>mois|months?)|(?P<d>jours?|journees?|days?)"
    r"|(?P<wk>semaines?|weeks?)|(?P<h>heures?|hours?)|(?P<min>minutes?)|(?P<USD>dollars?)|(?P<EUR>euros?)"
    r"|(?P<MAD>dirhams?))(?!\w)"
)
_UNIT_NOUN = re.compile(rf"(?<!\w){_NOUN_UNITS.pattern}")
_UNIT_WORD = re.compile(r"\s?(?:de |d')?\w+")
_LOOSE = re.compile(r"(?:(?:^|\W)(?:les|ces|the|these|both|tous les|toutes les)) $")
_SMALL_CHANGE = re.compile(
    r"(?<!\w)(?:cents?|centimes?|pence|rands?|nairas?|shillings?|roupies|rupees|yuans?|livres)(?!\w)"
)
_AVERAGE = re.compile(
    r"(?<!\w)(?:moyen(?:ne)?s?|average[sd]?|mean|per capita|par (?:habitant|tete|foyer|menage))(?!\w)"
)
_COUNTED_POINTS = re.compile(
    r"points? (?:d'|de (?:vente|charge|recharge|service|contact|acces|livraison|presence|controle))"
)
_COMPARED = re.compile(r" (?:de (?:plus|moins|mieux)|more|less|higher|lower)(?!\w)")
_TIMES = re.compile(r"[x×](?!\w)")
_FILLER = re.compile(
    r"(?:straight|consecutive|successive|full|solid|whole|long|longues|bonnes|gros|petits|petites|belles|dures|courtes"
    r"|rudes) |(?!(?:next|last|past|coming|first|this|that|each|every|light|ago|and|or|of|the|more|other)\b)"
    r"[a-z]{3,} (?=(?:years?|months?|weeks?|days?|hours?|minutes?)(?!\w))"
    r"|[a-z]{3,}s (?=(?:annees|mois|semaines|jours|journees|heures|minutes)(?!\w))"
)
# "Sur les 100 hectares, 13 serviront de parking": the word after the number is what they will do.
_VERB = re.compile(r"[a-z]{2,}(?:ront|raient)(?!\w)")
# Metals are weighed in troy ounces; what is cooked or posted is not.
_OUNCES = re.compile(
    r"(?:(?:gold|silver|platinum|palladium|attributable|payable) )*(?:equivalent )?(?:ounces|oz)(?!\w)"
)
_METAL = re.compile(r"(?<!\w)(?:gold|silver|platinum|palladium|bullion|dore|troy|mines?|mining)(?!\w)")
_NIGHTS = re.compile(r"(?:nuits?|nights?)(?!\w)")
_STAY = re.compile(r"(?<!\w)(?:sejour\w*|stay\w*|duree|length)(?!\w)")
_BASIS = re.compile(r"pbs?|pdb|bps?")
_PER_HEAD = re.compile(r" (?:pour|par|per|for every) (?:\d|mille|cent|habitant|tranche|thousand|inhabitant|capita)")
_RATES = re.compile(
    r"%|pour cent|per ?cent|forecast|prevision|croissance|growth|taux|ratio|coefficient|marge|part |rate|margin|share"
    r"|points? (?:better|worse|higher|lower|de plus|de moins|de mieux|above|below)"
)


def count_claim(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Read a plain number: as a count by its noun, or with the unit that the next or an earlier value has."""
    if not isinstance(mention.value, Decimal):
        return []
    noun, end = head_noun(view, mention, said.end)
    if _VERB.match(noun) and view.soft.startswith(noun, mention.end + 1):
        noun, end = "", mention.end
    labelled = labelled_claims(view, said, mention) if not noun else pue_claims(view, said, mention)
    if labelled:
        return labelled
    scaled = bool(MAGNITUDE.search(view.soft, mention.start, mention.end))
    if not noun or (
        scaled
        and not OF.match(view.soft, mention.end, said.end)
        and (view.language_at(mention.start) == "fr" or of_purse(view, said, mention))
    ):
        return borrowed_claims(view, said, mention, index)
    part = part_claims(view, said, mention, index, noun)
    if part:
        return part
    if _TIMES.match(noun):
        return []
    if _BASIS.fullmatch(noun):
        lent = replace(mention, kind=MentionKind.PERCENTAGE, unit="{bp}", end=mention.end + 1 + len(noun))
        return measure_claims(view, said, lent)
    if noun.startswith(("point", "pts", "pt ")):
        return _points(view, said, mention, noun, end)
    if _NIGHTS.match(noun) and _STAY.search(view.soft, said.start, said.end):
        return _with_unit(view, said, mention, "d")
    filler = _FILLER.match(noun)
    unit = _NOUN_UNITS.match(noun, filler.end() if filler else 0)
    if unit and filler:
        return _with_unit(view, said, replace(mention, end=mention.end + filler.end()), str(unit.lastgroup))
    if unit:
        return _with_unit(view, said, mention, str(unit.lastgroup))
    return _weighed(view, said, mention, noun) or _counted(view, said, mention, noun, end)


def _weighed(view: ArticleView, said: Said, mention: Mention, noun: str) -> list[Claim]:
    """Read "2 million ounces" where the text is of metals."""
    ounces = _OUNCES.match(noun)
    if ounces is None or not _METAL.search(view.soft, max(0, said.start - 600), said.end):
        return []
    weight = replace(mention, kind=MentionKind.QUANTITY, unit="[oz_tr]", end=mention.end + 1 + ounces.end())
    return measure_claims(view, said, weight)


def _counted(view: ArticleView, said: Said, mention: Mention, noun: str, end: int) -> list[Claim]:
    """State what is counted, unless the number is an article, a year or an "of the three" in passing."""
    value = mention.value if isinstance(mention.value, Decimal) else Decimal(0)
    name = "never" if _SMALL_CHANGE.search(noun) else noun_property(view, mention, noun, said.start, said.end)
    if name == "never":
        return other_claims(view, said, mention, noun, end)
    averaged = value != value.to_integral_value() and (
        _PER_HEAD.match(view.soft, end, said.end) or _AVERAGE.search(view.soft, said.start, mention.start)
    )
    if not averaged and (value <= 1 or (value != value.to_integral_value() and value < 1000)):
        return []
    if value <= 3 and _LOOSE.search(view.soft, max(said.start, mention.start - 12), mention.start):
        return []
    if is_year(mention) and not noun_pattern("jobs").match(noun) and counted(noun) == "count_other":
        return []
    return [count_of(mention, name, end, noun)]


def _points(view: ArticleView, said: Said, mention: Mention, noun: str, last: int) -> list[Claim]:
    """Points are of percentage where the sentence tells a rate; "points de vente" are counted, others state nothing."""
    if _COUNTED_POINTS.match(noun) or _COUNTED_POINTS.match(view.soft, mention.end + 1):
        return [count_of(mention, "count_other", max(mention.end, last), noun)]
    if not _RATES.search(view.soft, said.start, said.end):
        return []
    end = mention.end + 1 + len(noun.split(maxsplit=1)[0])
    compared = _COMPARED.match(view.soft, end, said.end)
    end = compared.end() if compared else end
    return measure_claims(
        view, said, replace(mention, kind=MentionKind.PERCENTAGE, unit="{pp}", end=min(end, said.end))
    )


def _with_unit(view: ArticleView, said: Said, mention: Mention, unit: str) -> list[Claim]:
    """Read a number whose noun is a unit: "une trentaine de kilomètres"."""
    kind = MentionKind.MONEY if len(unit) == 3 and unit.isupper() else MentionKind.QUANTITY
    if kind is MentionKind.QUANTITY and not by_unit(unit):
        return []
    last = min(said.end, mention.end + 40)
    word = _UNIT_NOUN.search(view.soft, mention.end, last) or _UNIT_WORD.match(view.soft, mention.end, said.end)
    return measure_claims(view, said, replace(mention, kind=kind, unit=unit, end=word.end() if word else mention.end))
