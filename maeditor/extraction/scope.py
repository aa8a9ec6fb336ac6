"""Of whom and where a value is told: nearest antecedent in the sentence, else before it, else the article's country."""

from __future__ import annotations

import re

from maeditor.extraction.article_view import ArticleView, Claim, Said
from maeditor.extraction.gazetteer import Place

_THING = re.compile(
    r"(?<!\w)(?:(?:la |le |les |l'|des |du |the |un |une |ces |ce |cette |son |sa |its |a |an )?"
    r"(?:data ?-?cent(?:er|re)s?|centres? de donnees|datacent(?:er|re)s?|parcs?|centrales?|usines?|campus"
    r"|stations?|terminal|terminaux|ports?|barrages?|cables?"
    r"|complexes?|projets?|programmes?|banques?|groupes?|compagnies?|aeroports?|lignes?|reseaux?|plants?"
    r"|farms?|facilit(?:y|ies)|projects?|programs?|banks?|airlines?"
    r"|airports?|dams?|grids?|networks?|factor(?:y|ies)|refiner(?:y|ies)|raffineries?|gigafactor(?:y|ies)"
    r"|electrolyseurs?|electrolysers?|mines?|hubs?|pipelines?|gazoducs?|phases?|batiments?|buildings?"
    r"|sites?)(?!\w)"
    r"(?: (?:de |du |des |d'|de la |of |in |solaire |eolien |photovoltaique |hydrogene )?[^\W\d_][\w'’-]*){0,4})"
)
_GROUP = re.compile(
    r"(?<!\w)(?:des|les|the|ces|of the) ((?:deux|trois|quatre|cinq|six|sept|huit|dix|two|three|four|five|six"
    r"|ten|\d{1,2}) [a-z][\w'-]+(?: [a-z][\w'-]+)?)"
)
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'&-]*(?:[  ](?:(?:de|du|des|d’|of|&)[  ])?[A-ZÀ-Þ][\w’'&-]*)*")
_CUT = re.compile(
    r"\s(?:a|ont|est|sont|sera|seront|avec|dont|qui|que|et|pour|par|dans|sur|va|doit|offre|compte|produira"
    r"|produit|atteindra|will|is|are|has|have|was|were|with|that|and|for|to|by|which|on|at|from|en|au|aux"
    r"|depuis|since|devrait|pourrait|could|would|aura|totalise|affiche|aligne|n'|ne)\s.*$"
)


def subject_of(view: ArticleView, said: Said, claim: Claim) -> str:
    """Name what a value is said of, in the article's own words."""
    left = said.start
    soft = view.soft
    groups = _GROUP.finditer(soft, left, claim.start)
    things = _THING.finditer(soft, left, claim.start)
    candidates = [(match.start(1), view.text[match.start(1) : match.end(1)]) for match in groups]
    candidates += [(match.start(), _cut(view.text[match.start() : match.end()])) for match in things]
    for match in _NAME.finditer(view.text, left, claim.start):
        if view.places.within(match.start(), match.end()) and candidates:
            continue
        if len(match.group()) > 2 and (match.start() > left or " " in match.group()):
            candidates.append((match.start(), match.group()))
    if candidates:
        return max(candidates)[1].strip(' ,.«»"')[:80]
    if claim.noun and claim.property.startswith("count"):
        return claim.noun[:80]
    following = _THING.search(soft, claim.end, min(said.end, claim.end + 60))
    return _cut(view.text[following.start() : following.end()])[:80] if following else ""


def place_of(view: ArticleView, said: Said, claim: Claim) -> str:
    """Name where a value holds: the nearest place in the sentence, the last before it, or the dominant country."""
    inside = view.places.within(said.start, said.end)
    if inside:
        return min(inside, key=lambda place: _distance(place, claim)).label
    last = view.places.last_before(said.start, 400)
    if last is not None and last.kind not in {"region", "people"}:
        return last.label
    return view.places.dominant_label or (last.label if last else "")


def _distance(place: Place, claim: Claim) -> float:
    return _gap(place, claim) * (3.0 if place.kind == "people" else 1.0) + (60.0 if place.kind == "people" else 0.0)


def _gap(place: Place, claim: Claim) -> float:
    if place.end <= claim.start:
        return claim.start - place.end
    return 1.3 * max(0, place.start - claim.end)


def _cut(phrase: str) -> str:
    return _CUT.sub("", phrase + " ").strip()
