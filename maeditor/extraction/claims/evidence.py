"""The words that say a value: from what is measured or how it is bounded to what is counted, within one clause."""

from __future__ import annotations

import re

from maeditor.extraction.claims.article_view import ArticleView

_CLAUSE_STARTS = re.compile(
    r"[;:.!?()\n]|, (?=(?:et|mais|and|but|tandis|alors|while|dont|avec|pour|soit|contre|qui|which|with)(?!\w))"
    r"|, (?=(?:une?|des|les|la|le|a|an|the) )|(?<!\w)(?:et|and|mais|but)(?!\w) (?=[a-z]+ )|[%€$\d](?:\s[a-z]{1,12})?,? "
)
_HEAD = re.compile(
    r"(?<![\w'])(?:(?:une?|la|le|les|des|sa|son|ses|leurs?|cette|ce|the|an?|its|their) |l')?"
    r"(?:(?:nouvelle|total|totale|annual|installed|average|combined|operating|net|gross|electrical|design|live) )?"
    r"(?P<noun>(?:capacite|puissance|superficie|surface|longueur|hauteur|profondeur|production|consommation|investissement"
    r"|budget|montant|cout|enveloppe|credit|pret|financement|chiffre d'affaires|revenu|revenue|benefice|resultat|taux"
    r"|part|croissance|hausse|baisse|recul|effectif|debit|vitesse|latence|autonomie|disponibilite|volume|besoin|demande"
    r"|duree|delai|tarif|prix|capacity|power|output|area|length|height|depth|investment|cost|loan|grant|profit|sales|rate"
    r"|share|growth|increase|fall|workforce|speed|latency|price|load|demand|term)s?)(?!\w)"
    r"(?:(?: (?!et |mais |qui |que |dont |and |but |which )[\w'-]+){0,5}? (?:de|d'|a|of|at|to|est|sont|s'eleve a|is|was"
    r"|are|by|en|atteint|atteindra|les|des))?(?: (?:plus|moins|more|less) (?:de|d'|than)| pres de| environ| quelque"
    r"| about| nearly| around| up to| jusqu'a| over| au moins| at least)? ?$"
)
_HEDGED = re.compile(
    r"(?<!\w)(?:plus d[e']|moins d[e']|pres d[e']|environ|quelque|au moins|au plus|jusqu'a|a peine|more than|less than"
    r"|about|around|nearly|some|at least|up to|almost|roughly) ?$"
)
_AFTER = re.compile(
    r" (?:(?:de |d'|of )(?!(?:plus|moins|la|le|les|l'|the|un|une|an?|ici|ses?|sa|son|leurs?|its|their|it|them|eux|elles"
    r"|generation|type|niveau|classe)(?!\w))(?:installed |installee? )?[a-z][\w'-]*|supplementaires?|additionnels?)"
    r"(?!\w)"
)
_REACH = 110


def clause_of(view: ArticleView, start: int, end: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """Give the words of a sentence that say the value at ``start:end``: "un débit moyen de 40 litres par seconde"."""
    left = max(sentence[0], start - _REACH)
    for match in _CLAUSE_STARTS.finditer(view.soft, left, start):
        left = match.end()
    head = _HEAD.search(view.soft, left, start)
    if head is not None and head.start("noun") > left and view.text[head.start("noun")].isupper():
        head = None  # « Atlas Crédit » names somebody
    head = head or _HEDGED.search(view.soft, left, start)
    first = start
    if head is not None:
        first = head.start() + len(head.group()) - len(head.group().lstrip())
    after = _AFTER.match(view.soft, end, sentence[1])
    return first, after.end() if after is not None else end
