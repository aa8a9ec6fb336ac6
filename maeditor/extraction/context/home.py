"""Where an article is about: the place of its headline, or the town in which its first lines put the thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from maeditor.domain.facts import Lifecycle, Modality
from maeditor.extraction.context.gazetteer import Gazetteer, Place
from maeditor.extraction.context.subjects import Things
from maeditor.extraction.text.lines import Line, LineLabel
from maeditor.extraction.text.phrases import compile_tagged, lexicon

ARTICLE = r"(?:le |la |les |l'|the )?"
AT = re.compile(
    r"(?<!\w)(?:a|au|aux|en|in|at|dans|near|outside|pres d[eu']|proche d[eu']|(?:province|region|ville|quartier|port)"
    rf" d[eu']|(?:city|province) of|d[eu'] l'|sur|on) ?{ARTICLE}(?:(?:zone industrielle|province|region|ville|port"
    r"|quartier|sud|nord|est|ouest|centre|banlieue|peripherie|large) d[eu]s? ?(?:la |l')?)?"
    r"(?:[\w'-]+(?: [\w'-]+){0,2}(?: \(|, ))?$|(?<= d[eu] )[\w'-]+ \($"
)
"""Words that put something at the place behind them."""
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:vers|jusqu'(?:a|au|en)|a destination d[eu]|to|towards?|from|depuis|a partir d[eu]|contre|against|versus"
    r"|(?:plus|moins|mieux|superieur\w*|inferieur\w*)[^.;,]{0,25} qu(?:e |')(?:a |au |en )?|than in|comme|like"
    r"|loin d[eu]|far from|au depart d[eu]|en provenance d[eu]|(?:importe|export|fabrique|usine|assemble)\w*"
    r" (?:a|au|aux|en|d[eu]|vers)|made in|imported from|shipped to|(?:km|kilometres) d[eu']"
    r"|(?:(?:km|kilometres|miles) )?(?:south|north|east|west)\w* of|au (?:sud|nord) d[eu']|a l'(?:est|ouest) d[eu']"
    r"|ville comme|a city like|taille d[eu]|voisin\w* d[eu]|rival\w*|(?:frontieres?|borders?) (?:d[eu]s?|of|avec|with)"
    rf"|cotee? a|listed in|par|by|with|avec|entre|between) ?{ARTICLE}$"
)
"""Words that name a place only to say what is not there: from where, to where, made where, by whom, unlike what."""
_LINK = r"(?:-|,? ?(?:a|au|aux|en|et|to|and|jusqu'a|vers) )(?:le |la |l'|the )?"
_OF_ROUTE = re.compile(rf" ?{_LINK}$")
_TO = re.compile(rf" ?{_LINK}")
_FROM = re.compile(r"(?<!\w)(?:d[eu] |d'|de la |de l'|from |entre |between )$")
_LEAD = 500
_STAGES = {
    "operational": (Lifecycle.OPERATIONAL, Modality.FACT),
    "under_construction": (Lifecycle.UNDER_CONSTRUCTION, Modality.FACT),
    "planned": (Lifecycle.PLANNED, Modality.PLAN),
    "announced": (Lifecycle.ANNOUNCED, Modality.PLAN),
}


@cache
def _stages() -> re.Pattern[str]:
    return compile_tagged(lexicon("statements")["article"])


def home_of(soft: str, lines: Sequence[Line], places: Gazetteer, things: Things) -> Place | None:
    """Find the place an article is about: of its headline, or a town in which its first lines put the thing."""
    title = next((line for line in lines if line.label is LineLabel.TITLE), None)
    titled: list[Place] = []
    left = 0
    if title is not None:
        titled = [each for each in places.within(title.start, title.end) if not apart(soft, places, title.start, each)]
        left = title.end
    towns = [each for each in titled if each.kind == "city"]
    if towns:
        return max(towns, key=lambda each: (places.count(each.label), -each.start))
    first = next((line for line in lines if line.start >= left and line.label is LineLabel.BODY), None)
    lead = places.within(first.start, min(first.end, first.start + _LEAD)) if first is not None else []
    towns = [
        each
        for each in lead
        if first is not None
        and each.kind == "city"
        and not apart(soft, places, first.start, each)
        and AT.search(soft, max(first.start, each.start - 50), each.start)
        and (not titled or each.iso == titled[0].iso or titled[0].kind == "region")
    ]
    if towns and _is_of_one_site(title, things, titled, not places.scattered):
        return towns[0]
    named = [each for each in titled if each.kind != "people"] or [each for each in titled if each.label != "Monde"]
    if named:
        return named[0]
    return None


def _is_of_one_site(title: Line | None, things: Things, titled: list[Place], of_one_country: bool) -> bool:
    """Tell whether a headline speaks of one site rather than of a whole country or region, or of several."""
    if any(each.kind == "region" for each in titled):
        return False
    if title is None:
        return of_one_country
    heads = [thing.head for thing in things.within(title.start, title.end) if thing.head]
    return any(not head.endswith(("s", "x")) or head == "campus" for head in heads) or (not titled and of_one_country)


def apart(soft: str, places: Gazetteer, left: int, place: Place) -> bool:
    """Tell whether a place is named as somewhere else, as an end of a way, or as where a firm comes from."""
    before = max(left, place.start - 50)
    if _ELSEWHERE.search(soft, before, place.start) or soft.startswith("-based", place.end):
        return True
    on = _TO.match(soft, place.end, place.end + 20)
    if (
        on is not None
        and (soft[place.end] == "-" or _from(soft, left, place))
        and places.within(on.end(), on.end() + 1)
    ):
        return True
    back = _OF_ROUTE.search(soft, before, place.start)
    if back is None:
        return False
    others = places.within(max(left, place.start - 40), place.start)
    return (
        bool(others) and back.start() <= others[-1].end and (soft[back.start()] == "-" or _from(soft, left, others[-1]))
    )


def _from(soft: str, left: int, place: Place) -> bool:
    return bool(_FROM.search(soft, max(left, place.start - 12), place.start))


def stage_of(soft: str, lines: Sequence[Line]) -> tuple[Lifecycle, Modality] | None:
    """Tell how far the thing is that an article is about, by its headline, else by its first sentences."""
    title = next((line for line in lines if line.label is LineLabel.TITLE), None)
    left = title.end if title is not None else 0
    first = next((line for line in lines if line.start >= left and line.label is LineLabel.BODY), None)
    for line in (title, first):
        if line is None:
            continue
        match = _stages().search(soft, line.start, min(line.end, line.start + _LEAD))
        if match is not None:
            return _STAGES[str(match.lastgroup)]
    return None
