"""Of whom a value is told: nearest antecedent in the sentence, else before it, else the article's country."""

from __future__ import annotations

import re

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.openings import opening_noun
from maeditor.extraction.context.subjects import Thing, bare, greatest
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.text.lines import LineLabel
from maeditor.extraction.text.plaintext import plain

_GROUP = re.compile(
    r"(?<!\w)(?:des|les|the|ces|of the) ((?:deux|trois|quatre|cinq|six|sept|huit|dix|two|three|four|five|six"
    r"|ten|\d{1,2}) (?!tiers|quarts|thirds|ans|mois|years|months|kilom|hectares|metres|tonnes|megawatts|gigawatts|mill)"
    r"[a-z][\w'-]+(?: (?!d[eu]s? |d'|a |au |en |et |of |in |and |on |at |for )[a-z][\w'-]+)?)"
)
_LABEL = re.compile(r"\W*([^:\n.;?!]{2,70}?)[ \u00a0\u202f]?: ?[^:]{0,60}$")
_MEASURE_WORD = re.compile(
    r"(?:cout|montant|prix|objectif|resultat|bilan|cible|delai|duree|superficie|surface|puissance|capacite|pue|wue"
    r"|disponibilite|niveau|stockage|total|budget|invest|livraison|mise en service|mise a jour|localisation|site"
    r"|densite|calcul|connectivite|refroidissement|secours|materiel|emplois?|cost|price|target|power|capacity|area"
    r"|surface|opening|delivery|debt|annual|commercial operation|status|storage|availability|jobs|location|tarif"
    r"|distance|longueur|hauteur|profondeur|length|height|depth|age|nombre|number|tier|rendement|debit|etat|draw"
    r"|peak|price tag|gain|economie|besoin|hypothese|fin |debut |calendrier|date"
    r"|couverture|taux|part )"
)
_NO_LABEL = re.compile(r"(?:reste|restent|voici|voila|avec|soit|resultat|bref|c'est|that is|here is|the result)(?!\w)")
_SENTENCE = re.compile(r"(?<!\w)(?:est|sont|suit|suivent|ont|sera|seront|is|are|was|were|has|have|will)(?!\w)")
_CLAUSE = re.compile(
    r"(?:(?:le|la|les|un|une|ce|cet|cette|ces|son|sa|ses|leur|leurs|the|this|its) |l')[\w'-]+"
    r" (?!de |du |des |d'|a |au |aux |en |et |of |in |at |for |on |and )[\w'-]+"
    r" (?:(?:une?|les?|la|l'|son|sa|ses|leurs?|the|an?|its|their)(?!\w)|en (?:consequence|effet|fleche)|encore|deja"
    r"|ainsi|alors|aussi|toujours|again|too).*|.*\w-(?:t-)?(?:il|elle|on|ils|elles|nous|vous)(?!\w).*"
)
"""The beginning of a running sentence that goes on behind a colon: with its article and its verb, or turned around."""
_VERB = re.compile(r"[nst]'.*|.+(?:raient|eront|iront)")
"""What is told of a figure and no noun: « trois autres suivraient », « dix n’est »."""
_PRONOUN = re.compile(
    r"\W{0,9}(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|ce dernier|cette derniere|sa|son|ses|leur|leurs|it|they|its"
    r"|their|he|she)(?!\w)"
)
_GOES_ON = re.compile(r"\W{0,9}(?:il|elle|ils|elles|it|they|he|she)(?!\w)")
_COUNTRY = re.compile(r"(?:le|notre) (?:royaume|pays)|the (?:kingdom|country|nation)")
_ADJACENT = re.compile(r"[ -]{1,2}")
_AGENT = re.compile(r"(?<!\w)(?:par|by|avec|with|selon|pour|for) (?:le |la |les |l'|the |une? |an? )?$")
_PASSED = re.compile(r"(?<!\w)(?:apres|avant|depuis|contre|outre|comme|after|before|since|like|unlike) $")
_GROUPED = 1.4
_SITE = re.compile(r"(?<!\w)(?:a|at|in|dans|chez|near|pres d[eu]|vers|to) (?:le |la |les |l'|the |une? |an? |its )?$")
_UNNAMED = 0.6
_SURE = 0.4
_FIRMS = frozenset(
    {"groupe", "group", "entreprise", "societe", "compagnie", "company", "firm", "banque", "bank", "operateur"}
    | {"operator", "direction", "management", "constructeur", "promoteur", "developer", "fabricant", "maker", "carrier"}
)
"""They stand for whoever was named last; a site stands for what the article is about."""
_BACK = 500
_FAR_BACK = 1500
_GENERAL = re.compile(
    r"(?:(?:jeune|nouvelle?|young|new|second|deuxieme) )?(?P<head>groupe|group|entreprise|societe|compagnie|company"
    r"|firm|banque|bank|operateur|operator|etablissement|site|usine|plant|factory|station|parc|park|centrale|ligne|line"
    r"|ouvrage|projet|project|barrage|dam|complexe|complex|campus|port|terminal|centre|center|reseau|network|batiment"
    r"|building|installation|facility|cable|direction|management|constructeur|promoteur|developer|fabricant|maker|office|fonds"
    r"|fund|programme|program|plateforme|platform|institution|enseigne|filiale|hopital|hospital|mine|telco|carrier)"
)
"""Nouns that stand for a thing named before."""
_TRADE = re.compile(
    r"(?:constructeur|promoteur|fabricant|producteur|specialiste|equipementier|industriel|armateur|assureur|distributeur"
    r"|verrier|geant|leader|numero un|maroquinier|energeticien|developpeur|editeur|groupe|societe|entreprise|maison"
    r"|marque|start-?up|jeune pousse|fintech|pme|eti)(?: (?:(?:d[eu]s? (?:la )?|d'|l')?[a-z][\w'-]+)){0,4}"
)
"""Who something is by its trade: it stands for a firm named before."""
_CHANGE = re.compile(
    r"(?:hausse|baisse|recul|repli|progression|rebond|stabilite|chute|croissance|decline|rise|fall|growth)s?(?!\w)"
    r"[^:,]{0,30}?(?: (?:pour|chez|for|in) | d[eu]s? | d')(?:le |la |les |l'|the )?"
)
_FRONTED = re.compile(
    r"\W*(?:d'une? |avec (?:ses |une? |plus |pres |environ )?|with (?:its |an? )?|(?:dote|situe|implante|etale|etendu"
    r"|long|haut|fort|riche|capable|estime|chiffre|evalue|equipe|compose|fonde|cree|construit|inaugure|lance)e?s? )"
    r"[^,;:]{0,90}$"
)
_THAT_OF = re.compile(
    r"(?<!\w)(?:celles?|celui|ceux) (?:de la |de l'|du |des |de |d')(?P<of>[a-z][a-z' -]{2,30}?)"
    r" (?:(?:serait|seraient|est|sont) (?:en (?:hausse|baisse|recul) )?)?(?:de |d')$"
)
"""What a value goes on about: "la sole de lin …, celle d'avoine de 8 %"."""
_MAIN_CLAUSE = re.compile(r", (?=(?:le|la|les|ce|cet|cette|ces|the|this) |l')")
_OPENING = 45
_REACH = 600
_LAND = 0.4


def subject_of(view: ArticleView, said: Said, claim: Claim) -> str:
    """Name what a value is said of, in the article's own words; empty where the text does not tell."""
    stated = _stated(view, said, claim)
    if stated is not None:
        return stated
    best, sure = _best(view, said, claim)
    noun = _noun(view, claim)
    if noun and best is not None and best.start - said.start > _OPENING:
        return noun
    opening = opening_noun(view, said.start, claim.start) if claim.property != "rank" else None
    if best is not None and best.named and (sure >= _SURE or not opening):
        return best.text
    if best is not None and not opening:
        owner = "" if noun else _foreign_name(view, said.start, claim.start)
        if told := view.things.antecedent(best.start, best.head) or owner:
            return told
    if noun:
        return noun
    if opening:
        return _resolved(view, said, opening)
    if _COUNTRY.search(view.soft, max(said.start, claim.start - _REACH), claim.start):
        return view.places.dominant_label
    if claim.property == "rank":
        # Countries and cities are ranked: the last one named before its place.
        ranked = [each for each in view.places.within(said.start, claim.start) if each.kind not in {"people", "region"}]
        if ranked:
            return ranked[-1].label
    left = view.paragraph_start(said.start)
    goes_on = opening is not None or _PRONOUN.match(view.soft, said.start) is not None
    if goes_on:
        left -= _BACK
    return _focus(view, left, said.start) or (view.topic if goes_on else "")


def _stated(view: ArticleView, said: Said, claim: Claim) -> str | None:
    """Read what the form of a sentence tells: a label before a colon, a measure put first. None without any."""
    label = _label(view, said, claim)
    if label is None:
        other = _THAT_OF.search(view.soft, max(said.start, claim.start - 80), claim.start)
        label = bare(view.text[slice(*other.span("of"))]) if other else _fronted(view, said, claim)
    return label or None


def _foreign_name(view: ArticleView, left: int, right: int) -> str:
    """The last name in Latin letters of an Arabic sentence: such a name is a firm's more often than a place's."""
    if view.language != "ar":
        return ""
    names = [thing.text for thing in view.things.within(left, right) if thing.named and thing.text.isascii()]
    return names[-1] if names else ""


def _focus(view: ArticleView, left: int, right: int) -> str:
    """Name what the sentences between two offsets are about; all values of a sentence ask the same."""
    found = view.focused.get((left, right))
    if found is None:
        found = view.focused[left, right] = _spoken_of(view, left, right)
    return found


def _spoken_of(view: ArticleView, left: int, right: int) -> str:
    """Go through the sentences between two offsets, the last first.

    What comes first in a sentence is what it speaks of; what it names later comes to it only by the way.
    """
    last = ""
    end = right
    for start in reversed(view.sentence_starts(max(left, right - _FAR_BACK), right)):
        named = None if _GOES_ON.match(view.soft, start) else view.things.first_named(start, end)
        opening = opening_noun(view, start, end) or ""
        if _is_name(opening[:1]) and (named is None or named.text not in opening):
            return opening
        if named is not None:
            return named.text
        if end == right and not last:
            last = opening
        end = start
    return "" if _GENERAL.fullmatch(plain(last)) else last


def _is_name(words: str) -> bool:
    return any(character.isupper() for character in words)


def _resolved(view: ArticleView, said: Said, opening: str) -> str:
    """What a general noun stands for: "le groupe", "the plant", which alone say nothing; any other is itself."""
    soft = plain(opening)
    if re.fullmatch(r"(?:pays|royaume|kingdom|country|nation)", soft):
        return view.places.dominant_label
    match = _GENERAL.fullmatch(soft)
    if match is None and not _is_name(opening) and _TRADE.fullmatch(soft):
        told = view.things.antecedent(said.start, "groupe")
        return told or _focus(view, view.paragraph_start(said.start) - _BACK, said.start) or opening
    if match is None:
        return opening
    told = view.things.antecedent(said.start, match.group("head"))
    if not told and match.group("head") not in _FIRMS:
        told = view.things.last_site(said.start) or view.topic
    return told or _focus(view, view.paragraph_start(said.start) - _BACK, said.start) or view.topic


def _label(view: ArticleView, said: Said, claim: Claim) -> str | None:
    """Read the words before a colon; what only names the measure stands for the article's topic. None without any."""
    if said.label is LineLabel.TITLE or claim.start - said.start > 140:
        return None
    match = _LABEL.match(view.text[said.start : claim.start])
    if (
        match is None
        or _NO_LABEL.match(plain(match.group(1)))
        or _SENTENCE.search(plain(match.group(1)))
        or _PRONOUN.match(plain(match.group(1)))
        or "," in match.group(1)
        or (said.label is not LineLabel.LIST and len(match.group(1).split()) > 5)
        or (said.label is not LineLabel.LIST and _CLAUSE.fullmatch(plain(match.group(1)).strip()))
    ):
        return None
    words = re.sub(r"\s*\([^)]*\)?", "", match.group(1)).strip()
    words = re.sub(r"^(?:[A-ZÀ-Þ]{2,} )+(?=[A-ZÀ-Þ][a-zà-ÿ])", "", words)
    soft = plain(words)
    if said.label is not LineLabel.LIST and said.end - said.start > 200:
        return None
    if re.fullmatch(r"(?:\w+[ -]){0,3}\d{4}", soft):
        return None
    change = _CHANGE.match(soft)
    if change is not None and soft[change.end() :]:
        return bare(words[change.end() :])
    if _MEASURE_WORD.match(soft) or not re.search(r"[a-z]{3}", soft):
        return view.topic
    return bare(words)


def _fronted(view: ArticleView, said: Said, claim: Claim) -> str:
    """What a sentence speaks of that opens with its measure: "D'une capacité de 40 MW, la station …"; else empty."""
    if claim.property.startswith("count") or not _FRONTED.match(view.soft, said.start, claim.start):
        return ""
    comma = _MAIN_CLAUSE.search(view.soft, claim.end, min(said.end, claim.end + 90))
    opening = opening_noun(view, comma.end(), said.end) if comma else None
    return _resolved(view, said, opening) if opening else ""


def _noun(view: ArticleView, claim: Claim) -> str:
    """What a count counts, as the text spells it."""
    if not claim.noun or not claim.property.startswith("count") or claim.kind is MentionKind.ORDINAL:
        return ""
    if _VERB.fullmatch(plain(claim.noun)):
        return ""
    start = view.soft.find(claim.noun, claim.start, claim.end + len(claim.noun))
    if claim.start < start < claim.end:
        return bare(view.text[start : claim.end])
    start = view.soft.find(claim.noun, max(0, claim.start - 80), claim.end + 80)
    return bare(view.text[start : start + len(claim.noun)] if start >= 0 else claim.noun)


def _best(view: ArticleView, said: Said, claim: Claim) -> tuple[Thing | None, float]:
    """Weigh what is named before a value in its sentence, and what it stands right before: "a 40 MW plant"."""
    best: Thing | None = None
    top = 0.0
    left = max(said.start, claim.start - _REACH)
    for match in _GROUP.finditer(view.soft, left, claim.start):
        group = Thing(*match.span(1), bare(view.text[match.start(1) : match.end(1)]), "", True)
        score = _GROUPED * _score(view, group, claim, said.start)
        if score > top:
            best, top = group, score
    for thing in view.things.within(left, min(said.end, claim.end + 40)):
        if thing.start < claim.end and thing.end > claim.start:
            continue
        if greatest(view.soft, left, thing.start):
            continue
        score = _score(view, thing, claim, said.start)
        if score > top:
            best, top = thing, score
    return best, top


def _score(view: ArticleView, thing: Thing, claim: Claim, opening: int) -> float:
    if thing.start >= claim.end:
        adjacent = thing.head and view.language == "en" and _ADJACENT.fullmatch(view.soft, claim.end, thing.start)
        return 1.6 if adjacent and thing.named else 0.0
    between = view.soft[thing.end : claim.start]
    marks = 0.85 ** between.count(",") * 0.6 ** (between.count(";") + between.count(":") + between.count("?"))
    weight = 1.2 if thing.head else 1.0
    if not thing.named:
        weight = _UNNAMED
    before = max(opening, thing.start - 14)
    if thing.land:
        by_the_way = thing.start - opening > 25 or _PASSED.search(view.soft, before, thing.start)
        weight = 0.0 if by_the_way else _LAND
    led = _AGENT.search(view.soft, before, thing.start) or _SITE.search(view.soft, before, thing.start)
    if led:
        weight *= 0.0 if claim.property.startswith("count") else 0.4 if led.re is _AGENT else 0.7
    return weight * marks / (1.0 + len(between) / 90)
