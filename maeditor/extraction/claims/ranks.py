"""Claims from ordinals: a place in a ranking, the size of a class ("its ninth site"), or nothing ("first phase")."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.rules import noun_pattern
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.text.phrases import compile_phrases, lexicon

_PLACE = re.compile(r"[\s\"]*(rang|place|position|rank|spot|marche du podium|rangs?)(?!\w)")
_LARGEST = re.compile(
    r"[\s-]*(?:\w+ ){0,2}?(?:plus (?:grand|gros|important|riche|eleve|puissant|vaste|performant|rapide"
    r"|long)\w*|largest|biggest|highest|richest|busiest|most|longest|fastest|best|premier\w* (?:producteur"
    r"|exportateur))"
)
_AREA = re.compile(
    r"(?:africain|marocain|mondial|europeen|maghrebin|national|regional|continental|arabe|francophone"
    r"|subsaharien|senegalais|nigerian|tunisien"
    r"|algerien|egyptien|ivoirien|kenyan|sud-africain)(?:e?s?|aux|ales?)(?!\w)"
    r"|(?:d'|en |in |of |du |de l'|au |aux |de la |across |on |dans (?:le |la )?|sur (?:le |la )?"
    r"|outside )(?:the )?(?:afrique|africa|monde|world|pays|country|continent|royaume|kingdom"
    r"|region|maghreb|maroc|morocco|senegal|nigeria|kenya|ghana|egypte|egypt|tunisie|tunisia|algerie|algeria"
    r"|cote d'ivoire|afrique du sud"
    r"|south africa|west africa|east africa|north africa|southern africa|europe|mediterranee|mediterranean"
    r"|moyen-orient|middle east|mena|nation|genre|its kind|zone|sahel|uemoa|cedeao|planete|globe|france"
    r"|espagne|spain|rwanda|ethiopi\w+|togo|benin|cameroun|gabon)"
    r"|africa's|africa s|world's|(?:la )?planete|worldwide|globally|au monde|of its kind|en son genre|d'afrique"
)
_AREA_BEFORE = re.compile(
    r"(?:africa|world|continent|country|kingdom|region|nation|morocco|nigeria|kenya|egypt|ghana|senegal|europe"
    r"|south africa|rwanda|tunisia|algeria|city|town|state|province|island|sector|industry)'s $"
)
_OWN = re.compile(r"(?:^|\W)(?:son|sa|ses|leur|notre|mon|its|their|our|his|her|[a-z]+'s) $")
_OPENS = re.compile(
    r"breaks? ground|broke ground|start\w* work|prevoi|prevu|plan|envisag"
    r"|inaugur|ouvr|ouvert|lanc|mis en service|mise en service|construi|build|built|open|launch|commission"
    r"|implant|install|dote|annonc|announc|accueill|compte desormais"
)
_NAMED_PLACE = re.compile(r"[\s\"]*(?:(?:[UE]\.[SKU]\.|[A-ZÀ-Þ][\w'’-]+) ){1,2}")
_FACILITY = re.compile(
    r"[\s\"]*(?:(?:grand|nouve\w+|new|major|large|hyperscale|african|africain|marocain|moroccan|overseas"
    r"|production|local|international|subsea|submarine|solar|solaire|wind|commercial|regional"
    r"|deep-sea)\w* ){0,2}(data ?-?cent\w+|centres? de donnees|datacent\w+|usine|centrale|site|parc"
    r"|station|terminal"
    r"|campus|magasin|agence|hotel|filiale|cable|hopital|factory|plant|branch|store|airport|aeroport|port"
    r"|entrepot|warehouse|facility|subsidiary|cloud region"
    r"|region cloud|bureau|office|laboratoire|ferme|farm|barrage|dam|ecole|universite|centre|center|hub|base"
    r"|raffinerie|refinery|satellite|sous-marin|submarine cable|route|supermarche|boutique|showroom|technopole"
    r"|zone industrielle|complexe|dessalement)(?!\w)"
)
_RANKED = re.compile(
    r"(?:contre|rank\w*|class\w*|arriv\w*|pointe\w*|place\w*|hiss\w*|finish\w*|figur\w*|occup\w*|positionn\w*"
    r"|grimp\w*|retombe|passe|monte|remonte|recule|put(?:s|ting)? (?:it|them)"
    r"|climb\w*|slip\w*|came|comes?|stands?) (?:\w+ )?(?:a la |au "
    r"|en |desormais |the |is |to |in |at |deja |up to |tied )?$"
)
_AHEAD = re.compile(r" (?:behind|derriere|ahead of|devant|juste derriere|just behind|among)(?!\w)")
_OF_ITS_KIND = re.compile(
    r" of (?:its|their) (?:kind|type|sort|size)"
    r"(?= (?:in|on|to|for|outside|anywhere|across|north|south)(?!\w))"
)
_AND_ALL = re.compile(r" (?:globally|worldwide|overall|in all|in total|in the world|around the world)(?!\w)")
_EVER = re.compile(
    r"[\s\"]*(?:\w+ ){0,2}(?:jamais|ever|all[ -]time|de (?:toute )?l'histoire|historique|on record)(?!\w)"
)
# "Un site à Oran et un deuxième en Europe": one more, no place in a ranking.
_ANOTHER = re.compile(r"(?<!\w)(?:une?|an?) $")
_SOMEWHERE = re.compile(r" (?:en|a|au|aux|dans|pres d|in|at|near)(?!\w)")
_NO_PLACE = re.compile(r"[\s\"]*place (?:de marche|forte|to )")
_NEXT_WORD = re.compile(
    r"[\s\"-]*(?:(?:tres|grande?s?|grosse?s?|new|nouve\w+|major|large|veritable|complete?|commercial|industrial) )?"
    r"([a-z][\w'-]*)"
)
_PLURAL = re.compile(r"(?:premiers|premières|premieres)$", re.IGNORECASE)
_OF = re.compile(r"[\s\"]*(?:des|de|du|d'|of)(?!\w)")
_STOP = re.compile(r"[.;:!?]|, (?!the|la|le)")
_RANKING = re.compile(r"class|rang|rank|devanc|devant|derriere|ahead|behind|place|index|indice")
_CALLED = re.compile(
    r"(?:numero|n[°o]\.?|no\.|number|#) ?(un|deux|trois|quatre|cinq|one|two|three|four|five|\d{1,3})"
    r"(?= (?:mondial|africain|marocain|europeen|national|continental|du |de la |d'|des |en |in "
    r"|of (?!(?:19|20)\d\d)|au |dans "
    r"|sur |worldwide|globally|on the |derriere |devant |behind |ahead of ))"
)
_WORDS = {"un": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4, "cinq": 5, "five": 5}
_ENTITY = re.compile(
    r"[\s\"]*(?:pays|producteur|exportateur|importateur|marche|economie|puissance|groupe|operateur|banque"
    r"|employeur|investisseur|fournisseur|partenaire|client|hub|place|port|aeroport|destination|ville"
    r"|metropole|compagnie|country|producer|exporter|market|economy|bank|operator|company|group|employer"
    r"|supplier|partner|hub|airline|destination|city|assureur|constructeur|reseau|plateforme|pole|acteur"
    r"|player|leader|fund|fonds|entreprise|firme|bourse|stock exchange|pays|nation|etat|consommateur|consumer"
    r"|importer|buyer|acheteur|contributeur|contributor|secteur|source|poste|region|province|technopark|club"
    r"|chaine)(?:s|e|es)?(?!\w)"
)


@cache
def _sequence() -> re.Pattern[str]:
    return compile_phrases(lexicon("never")["sequence"])


def _is_one_more(soft: str, said: Said, mention: Mention) -> bool:
    before = soft[max(said.start, mention.start - 12) : mention.start]
    return bool(_ANOTHER.search(before) and _SOMEWHERE.match(soft, mention.end, said.end))


def rank_claim(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read an ordinal by its noun, its possessive and the area it is told of."""
    soft = view.soft
    if not isinstance(mention.value, Decimal) or mention.value < 1 or _is_one_more(soft, said, mention):
        return []
    before = soft[max(said.start, mention.start - 45) : mention.start]
    after = soft[mention.end : min(said.end, mention.end + 110)]
    place = _PLACE.match(after)
    if place:
        return [] if _NO_PLACE.match(after) else [_rank(mention, mention.end + place.end(1), "rank.place")]
    if _LARGEST.match(after):
        return [_rank(mention, mention.end, "rank.largest")]
    if mention.value == 1 and (kind := _OF_ITS_KIND.match(after)):
        return [_rank(mention, mention.end + kind.end(), "rank.kind")]
    word = _NEXT_WORD.match(after)
    if word and _sequence().match(soft, mention.end + word.start(1)):
        return []
    if _EVER.match(after) and mention.value > 1:
        return [_rank(mention, mention.end, "rank.ever", 0.8)]
    size = _class_size(view, said, mention, before, after)
    if size or _PLURAL.match(mention.text):
        return size
    counted = _as_well(view, said, mention, before, after)
    if counted:
        return counted
    if _AREA_BEFORE.search(before):
        return [_rank(mention, mention.end, "rank.area")]
    of_area = _in_area(mention, after, word)
    if of_area:
        return of_area
    if _AHEAD.match(after):
        return [_rank(mention, mention.end, "rank.order", 0.7)]
    listed = before[-1:] == "(" and after[:1] == ")" and _RANKING.search(soft, said.start, said.end)
    return [_rank(mention, mention.end, "rank.verb")] if listed or _RANKED.search(before) else []


def _class_size(view: ArticleView, said: Said, mention: Mention, before: str, after: str) -> list[Claim]:
    """Read "its ninth site", "inaugurates a third data centre": the ordinal counts the sites there are."""
    named = _NAMED_PLACE.match(view.text, mention.end)
    past = named.end() - mention.end - 1 if named else 0
    facility = _FACILITY.match(after, past) or _FACILITY.match(after)
    if not facility or not isinstance(mention.value, Decimal) or mention.value < 2:
        return []
    if not (_OWN.search(before) or _OPENS.search(before) or _OPENS.search(_ahead(after))):
        return []
    end = mention.end + facility.end(1)
    centre = noun_pattern("count_datacenters").search(view.soft, mention.end, min(said.end, end + 12))
    site = view.about_datacenters and noun_pattern("facility").match(facility.group(1))
    name, rule = (
        ("count_datacenters", "count_datacenters.ordinal") if centre or site else ("count_other", "count_other.ordinal")
    )
    last = centre.end() if centre else end
    return [
        Claim(mention.start, last, name, mention.value, MentionKind.ORDINAL, rule, unit="1", noun=facility.group(1))
    ]


def _as_well(view: ArticleView, said: Said, mention: Mention, before: str, after: str) -> list[Claim]:
    """Read "its 12th French plant and its 30th worldwide": the second ordinal counts what the first does."""
    if not _OWN.search(before) or not _AND_ALL.match(after) or not isinstance(mention.value, Decimal):
        return []
    for other in reversed(said.mentions):
        if other.start < mention.start and other.kind is MentionKind.ORDINAL:
            left, right = (
                view.soft[max(said.start, other.start - 45) : other.start],
                view.soft[other.end : mention.start],
            )
            return [
                Claim(
                    mention.start,
                    mention.end,
                    each.property,
                    mention.value,
                    each.kind,
                    each.rule,
                    unit="1",
                    noun=each.noun,
                )
                for each in _class_size(view, said, other, left, right)
            ]
    return []


def _in_area(mention: Mention, after: str, word: re.Match[str] | None) -> list[Claim]:
    """Read "premier hub africain", "deuxième producteur du continent": a place in a named area."""
    area = _AREA.search(_ahead(after)[:85])
    if not area or not word:
        return []
    if _OF.match(after):
        return [_rank(mention, mention.end, "rank.area", 0.8)] if area.start() <= 2 else []
    entity, facility = _ENTITY.match(after), _FACILITY.match(after)
    if mention.value != 1 and not entity and facility:
        return []
    if area.start() > 45 and not entity and not facility:
        return [_rank(mention, mention.end, "rank.area", 0.5)]
    near = area.end() <= 40 and area.group()[0] not in "dei"
    return [_rank(mention, mention.end + (area.end() if near else word.end(1)), "rank.area")]


def _ahead(after: str) -> str:
    return _STOP.split(after)[0]


def called_ranks(view: ArticleView, said: Said) -> list[Claim]:
    """Read "numéro un africain", "No. 3 in the world"."""
    claims = []
    for match in _CALLED.finditer(view.soft, said.start, said.end):
        word = match.group(1)
        value = Decimal(_WORDS[word] if word in _WORDS else int(word))
        if value >= 1:
            claims.append(Claim(match.start(), match.end(), "rank", value, MentionKind.RANK, "rank.called", unit="1"))
    return claims


def _rank(mention: Mention, end: int, rule: str, strength: float = 1.0) -> Claim:
    value = mention.value if isinstance(mention.value, Decimal) else Decimal(0)
    return Claim(mention.start, end, "rank", value, MentionKind.RANK, rule, unit="1", strength=strength)
