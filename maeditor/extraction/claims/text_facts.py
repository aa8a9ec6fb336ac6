"""Facts whose value is a text: certifications, what a site is powered by, agreements with a named partner."""

from __future__ import annotations

import re

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.interface import MentionKind

_CERTIFICATE = re.compile(
    r"\b(?:ISO(?:/IEC|/CEI)?[  -]?\d{4,5}(?:[-:]\d{1,4})?|PCI[- ]?DSS|SOC[  ][123](?:[  ]Type[  ](?:II?|1|2))?"
    r"|HDS|SecNumCloud|LEED(?:[  ](?:Gold|Platinum|Silver|Or|Platine|Argent))?|BREEAM|HQE|EDGE|EN[  ]50600"
    r"|Uptime Institute|TIA[- ]942|NF Z?[  ]?\d+|FSC|HACCP|DGSSI|Green Globe|B[  ]?Corp)\b"
)
_CERTIFIED = re.compile(
    r"certifi|accredit|label|conforme|compliant|compliance|norme|standard|obtenu|obtained|agree|qualifi|audit"
)
_POWERED = re.compile(
    r"(?:(?:rest|reste) (?:is|est) |aliment\w+|propuls\w+|fonctionn\w+|tourn\w+|couvert\w*|powered|run(?:s"
    r"|ning)?|supplied|fuell?ed|energie (?:provien\w+|vient|proviendra)|electricite (?:provien\w+|vient"
    r"|proviendra)|energy (?:comes|will come)|power (?:comes|will come|from))"
)
_SOURCES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{words})(?!\w)"), name)
    for words, name in (
        (r"solaire\w*|soleil|photovoltaique\w*|solar|pv", "solaire"),
        (r"eolien\w*|vent|wind", "éolien"),
        (r"hydro\w*|hydroelectri\w*|barrages?|hydropower", "hydraulique"),
        (r"geotherm\w*", "géothermie"),
        (r"nucleaire|nuclear", "nucléaire"),
        (r"turbines? a gaz|gaz(?: naturel)?|gas(?: turbines?)?|natural gas|gnl|lng", "gaz"),
        (r"diesel|gazole|gasoil|fioul|fuel oil|groupes electrogenes", "diesel"),
        (r"charbon|coal", "charbon"),
        (r"hydrogene|hydrogen", "hydrogène"),
        (r"biomasse|biomass|biogaz|biogas", "biomasse"),
        (r"reseau(?: national| electrique| public)?|national grid|the grid|grid", "réseau"),
        (r"renouvelables?|renewables?|energies? vertes?|green (?:energy|power)", "renouvelable"),
    )
)
_AGREEMENT = re.compile(
    r"(?:partenariats?|accords?|conventions?|protocoles?(?: d'accord)?|memorandums?|joint[ -]ventures?"
    r"|coentreprises?|alliances?|s'associ\w+|s'est associ\w+|partnership|partnered|partners?|agreement"
    r"|memorandum of understanding|mou|teamed up|deal|contrats?)"
    r"(?:[^.;:,]{0,60}?)\s(?:avec|with|entre|between)\s(?:(?:le|la|les|the|un|une|a|des|son|its) "
    r"|l')?(?:(?:geants?|groupes?|americain|chinois|francais|constructeur|giant|operateur|editeur|banque"
    r"|specialiste|us|chinese|french|fonds|energeticien|developpeur|developer|firm|company|societe"
    r"|equipementier|britannique|allemand|espagnol|emirati|saoudien|indien)\w*[  -]?(?:de [a-z]+ )?){0,3}"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'&.-]*(?:[  ](?:(?:of|de|du|&)[  ])?[A-ZÀ-Þ][\w’'&.-]*)*")


def text_claims(view: ArticleView, said: Said) -> list[Claim]:
    """Read the text facts of one sentence."""
    return [*_certificates(view, said), *_sources(view, said), *_partners(view, said)]


def _certificates(view: ArticleView, said: Said) -> list[Claim]:
    if not _CERTIFIED.search(view.soft, said.start, said.end):
        return []
    return [
        _text(match.start(), match.end(), "certification", match.group())
        for match in _CERTIFICATE.finditer(view.text, said.start, said.end)
    ]


def _sources(view: ArticleView, said: Said) -> list[Claim]:
    trigger = _POWERED.search(view.soft, said.start, said.end)
    if trigger is None:
        return []
    found: list[tuple[int, int, str]] = []
    limit = min(said.end, trigger.end() + 130)
    for pattern, name in _SOURCES:
        match = pattern.search(view.soft, trigger.end(), limit)
        if match:
            found.append((match.start(), match.end(), name))
    if not found:
        return []
    found.sort()
    if len(found) > 1:
        found = [source for source in found if source[2] != "renouvelable"] or found
    return [_text(found[0][0], found[-1][1], "energy_source", ", ".join(dict.fromkeys(name for _, _, name in found)))]


def _partners(view: ArticleView, said: Said) -> list[Claim]:
    claims = []
    for match in _AGREEMENT.finditer(view.soft, said.start, said.end):
        name = _NAME.match(view.text, match.end(), said.end)
        if name and len(name.group()) > 2:
            partner = name.group().rstrip(".,")
            if not view.places.within(name.start(), name.end()):
                claims.append(_text(name.start(), name.start() + len(partner), "partnership", partner))
    return claims


def _text(start: int, end: int, name: str, value: str) -> Claim:
    return Claim(start, end, name, value, MentionKind.COUNT, f"{name}.words", strength=0.6)
