"""Where a value holds: the place its sentence gives, else the one its paragraph speaks of, else the article's own."""

from __future__ import annotations

import re

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.context.gazetteer import Place
from maeditor.extraction.context.home import ARTICLE, AT, apart
from maeditor.extraction.text.lines import LineLabel

AREA_WITHIN = 40
"""Characters after a rank in which the area that it is a rank of is named ("premier rang des pays africains")."""

_SUPERLATIVE = re.compile(
    r"(?:(?<!\w)(?:plus|premi\w+|seule?|leader\w*|largest|biggest|first|second|only|best|most|tallest|longest)(?!\w)"
    r"|\d+e)[^.;,]{0,45}$"
)
_GROUP = re.compile(
    r"(?<!\w)(?:premi(?:er|ere)s|plus (?:grand|gros|important)e?s|leaders"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:largest|biggest|leading|best|tallest|longest))(?!\w)"
    r"[^.;,]{0,45}$"
)
"""Several that come first: what is said of them holds where they are ("les cinq premiers marchés africains")."""
_COUNTRIES = re.compile(
    r"(?<!\w)(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|plusieurs|two|three|four|five|seven|eight"
    r"|nine|ten|twelve|fifteen|twenty|several|\d+) (?:autres? |other |principaux |premiers |main |leading )?"
    r"(?:pays|etats|countries|states|nations)(?!\w)"
)
"""Several countries without their names: what is said of them holds in none that the article is about."""
_STAYS = re.compile(r"(?<!\w)(?:au|en|in|dans) (?:le |la |l'|the )?$")
_ORIGIN = re.compile(
    r"(?:groupe|group|societe|company|firm\w?|entreprise|operat(?:eur|or)|banque|bank|fonds|fund|cabinet|geant|giant"
    r"|constructeur|builder|developpeur|developer|industriel|investisseur\w*|investor\w*|consortium|fabricant"
    r"|maker|chercheur\w*|starte?-?up|fintech|equipementier|bureau d'etudes|agence|agency|energeticien|armateur"
    r"|preteur\w*|lender\w*|bailleur\w*|fournisseur\w*|supplier\w*|specialiste|filiale|partenaire\w*|presse|president|ministre|gouvernement)"
)
_WHOSE_BEFORE = re.compile(
    rf"(?:{_ORIGIN.pattern}s? (?:[\w-]+ (?:et|ou|and) )?|par l'|by |sino-|franco-|anglo-"
    r"|(?:satisfaire|repondre a|servir|desservir|approvisionner|serve|meet|supply) (?:la |le |les |the )?"
    r"(?:(?:demande|besoins?|marches?|clients?|clientele) )?)$"
)
_WHOSE_AFTER = re.compile(rf"[\w-]* ?(?:{_ORIGIN.pattern})")
_NAMED = re.compile(r"[\w’'-]* [A-ZÀ-Þ]\w")
_PART_OF_NAME = re.compile(r"(?<=\w )[A-ZÀ-Þ][\w-]*[\w] $")
_NATIONAL = re.compile(
    r"(?<!\w)(?<!par )(?<!by the )(?<!by )(?<!par l')(?<!par le )(?<!par la )(?:marches?|market|secteur|sector"
    r"|population|internautes|menages|households|demande|demand|l'etat|gouvernement|government|administration"
    r"|ministere|ministry|presidence|tutelle|l'economie|economy|pib|gdp|filiere)(?!\w)"
)
"""What a country has and a town has not: what is said of it holds for the country."""
_TURNOVER = re.compile(
    r"(?<!\w)(?:chiffre d'affaires|revenus?|revenues?|sales|ventes|turnover|produit net|resultat|benefice|profits?"
    r"|ebitda|earnings|carnet de commandes|order book|dividendes?|titre|shares)(?!\w)"
)
_RIGHT_AT = re.compile(r" (?:a|au|aux|en|in|at|pour|for|dans)(?: le| la| les| l'| the)? ?")
_FRAME = re.compile(
    r"[\W_]*(?:(?:et|mais|and|but),? )?(?:(?:a|au|aux|en|in|at|dans|sur|pour|pres d[eu]|near|outside|for)(?!\w) ?)?"
    rf"{ARTICLE}(?:(?:province|region|ville|port|zone industrielle|nord|sud|est|ouest|city|town|northern|southern"
    r"|eastern|western) ?(?:of |d[eu] ?)?(?:la |l')?)?"
)
"""What may stand before a place that opens a sentence and holds for what follows: "À Tunis, ", "Le Ghana a"."""
_GOES_ON = re.compile(
    r"\W*(?:il|elle|ils|elles|celui-ci|celle-ci|y|la-bas|sa|son|ses|leur|it|its|they|their|there|th(?:e|is|at)"
    r" (?:site|plant|station|park|farm|terminal|facility|centre|center|campus|port|line|mine|dam|factory|building"
    r"|unit)|ce(?:t|tte)? \w+|l[ea'] ?(?:site|usine|station|parc|centrale|terminal|centre|campus|port|ligne|mine"
    r"|barrage|unite|batiment|ouvrage|installation|complexe|entrepot|hopital|stade))(?!\w)"
)
"""How a sentence begins that speaks on of what the one before it named."""
_COMPANY_FIGURE = frozenset({"revenue"})
_OF_ACCOUNTS = frozenset({"growth_percent", "money_other"})
_REACH = 1500
_FIRST = 30
_OPENING_GAP = 30.0


def place_of(view: ArticleView, said: Said, claim: Claim) -> str:
    """Name where a value holds; empty where the article names no place at all."""
    inside = view.places.within(said.start, said.end)
    if claim.property == "rank":
        area = next(
            (
                each
                for each in inside
                if claim.start <= each.start <= claim.end + AREA_WITHIN
                and ")" not in view.soft[claim.end : each.start]
                and not apart(view.soft, view.places, said.start, each)
            ),
            None,
        )
        if area is not None:
            return area.label
        area = next((each for each in reversed(inside) if each.kind == "region" and each.end <= claim.start), None)
        return area.label if area is not None else area_of(view)
    told = [each for each in inside if _holds(view, said, each, claim)]
    if told:
        return min(told, key=lambda place: _distance(view, said, place, claim)).label
    if _COUNTRIES.search(view.soft, said.start, claim.start):
        return ""
    focus = _focus(view, said)
    if focus is not None:
        return focus.label
    home = view.home
    section = _section(view, said)
    if section is not None and not _is_of_country(view, said, claim):
        return section.label
    if home is not None and home.kind == "city" and _is_of_country(view, said, claim):
        return view.places.country(home.iso)
    return home.label if home is not None else view.places.mostly


def _is_of_country(view: ArticleView, said: Said, claim: Claim) -> bool:
    """Tell whether what is said is of a firm's accounts, of a market or of a State, which no town holds."""
    if claim.property in _COMPANY_FIGURE or _NATIONAL.search(view.soft, said.start, claim.start):
        return True
    return claim.property in _OF_ACCOUNTS and bool(_TURNOVER.search(view.soft, said.start, said.end))


def place_of_row(view: ArticleView, row: tuple[int, int], property_key: str) -> str:
    """Name where the figures of a table's row hold: its own place, else the article's; ranks are of the whole."""
    if property_key == "rank":
        return area_of(view)
    places = view.places.within(*row)
    if places:
        return places[0].label
    return view.home.label if view.home is not None else view.places.mostly


def area_of(view: ArticleView) -> str:
    """Name the region or country that an article compares the parts of."""
    home = view.home
    if home is None or home.kind == "city":
        return view.places.dominant_label
    return home.label


def _holds(view: ArticleView, said: Said, place: Place, claim: Claim) -> bool:
    """Tell whether a sentence says of a place that its figures hold there."""
    left = max(said.start, place.start - 50)
    if _WHOSE_BEFORE.search(view.soft, left, place.start) or apart(view.soft, view.places, said.start, place):
        return False
    if place.kind == "people":
        return not (
            _WHOSE_AFTER.match(view.soft, place.end, min(place.end + 30, said.end))
            or _NAMED.match(view.text, place.end, said.end)
        )
    if place.kind != "city":
        of_one = _SUPERLATIVE.search(view.soft, left, place.start) and not _GROUP.search(view.soft, left, place.start)
        if of_one and not _STAYS.search(view.soft, left, place.start):
            return False
        if _PART_OF_NAME.search(view.text, left, place.start) or _NAMED.match(view.text, place.end, said.end):
            return False
    return not (place.label == "Monde" and claim.property == "share_percent")


def _focus(view: ArticleView, said: Said) -> Place | None:
    """Find the place a paragraph speaks of so far: one that opened a sentence, or that of the sentence before."""
    paragraph = max(view.paragraph_start(said.start), said.start - _REACH)
    before = view.places.within(paragraph, said.start)
    if not before:
        return None
    starts = view.sentence_starts(paragraph, said.start)
    goes_on = _GOES_ON.match(view.soft, said.start)
    last = starts[-1] if starts else paragraph
    for place in reversed(before):
        opened = max((each for each in starts if each <= place.start), default=paragraph)
        if place.kind == "people" or view.text.startswith("-based", place.end):
            continue
        if _FRAME.fullmatch(view.soft, opened, place.start) or _is_of_first_thing(view, opened, place):
            return place
        if (
            goes_on
            and opened == last
            and not apart(view.soft, view.places, opened, place)
            and AT.search(view.soft, max(opened, place.start - 50), place.start)
        ):
            return place
    return None


def _section(view: ArticleView, said: Said) -> Place | None:
    """Find the department that a later paragraph is set in, where it never names the town of the headline."""
    paragraph = max(view.paragraph_start(said.start), said.start - _REACH)
    first = next((line.end for line in view.lines if line.label is LineLabel.BODY), 0)
    if paragraph < first:
        return None
    before = [each for each in view.places.within(paragraph, said.start) if each.kind == "city"]
    if view.home is None or any(each.label == view.home.label for each in before):
        return None
    told = (each for each in before if each.wide and AT.search(view.soft, max(paragraph, each.start - 50), each.start))
    return next(told, None)


def _is_of_first_thing(view: ArticleView, opened: int, place: Place) -> bool:
    """Tell whether a sentence begins with a thing named after a place: "La centrale solaire de Kairouan"."""
    things = view.things.within(opened, place.start)
    return (
        place.kind == "city"
        and bool(things)
        and bool(things[0].head)
        and things[0].start - opened <= _FIRST
        and place.end <= things[0].end
    )


def _distance(view: ArticleView, said: Said, place: Place, claim: Claim) -> float:
    if claim.end <= place.start <= claim.end + 12 and _RIGHT_AT.fullmatch(view.soft, claim.end, place.start):
        return 0.0
    gap = float(claim.start - place.end) if place.end <= claim.start else 1.3 * max(0, place.start - claim.end)
    if place.kind == "people":
        return gap * 3.0 + 60.0
    if _FRAME.fullmatch(view.soft, said.start, place.start):
        gap = min(gap, _OPENING_GAP)
    return gap + (80.0 if place.kind == "region" else 0.0)
