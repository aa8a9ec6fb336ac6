"""Articles written for benchmarks: figures in sentences, tables, lists and quotes, lines of noise, all varied."""

from __future__ import annotations

import random

_FRENCH = (
    "Le parc {place} développera {n} MW d’ici {year}, contre {few} MW aujourd’hui, annonce {name}.",
    "Le chantier, estimé à {few},{digit} milliards de dirhams (environ {n} M€), mobilisera près de {n} ouvriers.",
    "« Nous visons {share} % d’énergies propres », explique la directrice de {name}, qui emploie {n} personnes.",
    "La première tranche ouvrira au deuxième trimestre {year} ; la seconde, de {n} hectares, suivra fin {year}.",
    "Selon {name}, la demande passera de {few} à {n} TWh par an, soit une hausse de {share} % en {few} ans.",
    "Deux mille trois cents emplois, une vingtaine de salles et un tiers des terrains : le projet {place} divise.",
    "Les riverains s’inquiètent de la consommation d’eau, que les études disent modeste, sans la chiffrer.",
    "Le {few} mars {year}, {name} a signé un accord de {n} millions de dollars avec le port {place}.",
)
_ENGLISH = (
    "The plant {place} will reach {n} MW by {year}, up from {few} MW today, said {name}.",
    "The works, worth ${few}.{digit} billion (about {n}m euros), will employ nearly {n} people.",
    "“We aim at {share}% clean power,” said the head of {name}, which runs {few} sites in twelve countries.",
    "The first phase opens in the second quarter of {year}; the next, on {n} hectares, follows by late {year}.",
    "According to {name}, demand will grow from {few} to {n} TWh a year, a rise of {share}% over {few} years.",
    "Two thousand three hundred jobs, a dozen halls and one third of the land: the project {place} divides the town.",
    "Neighbours worry about the water it will take, which the studies call modest without giving a figure.",
    "On March {few}, {year}, {name} signed a deal of {n} million dollars with the harbour {place}.",
)
_PLACES = {
    "fr": ("de Kénitra", "de Dakhla", "d’Abidjan", "de Sète", "de Thiès", "d’Oran"),
    "en": ("in Nairobi", "near Lagos", "at Durban", "in Leeds", "near Tema", "in Sfax"),
}
_NAMES = ("Ventalis", "Atlas Grid", "Mer & Sable", "Orvane", "Le Groupe Talmest", "Kestrel Power", "Nordia")
_FURNITURE = {
    "fr": ("Lire aussi : Le vent se lève", "Partager sur Facebook", "Publicité"),
    "en": ("Read also: The wind rises", "Share on Facebook", "Advertisement"),
}
"""No form for comments: what follows one is noise, so that a long text would have fewer figures than a short one."""


def articles(size: int, language: str) -> str:
    """So many characters of articles in French or English, the same at every call."""
    chance = random.Random(size)
    parts: list[str] = []
    length = 0
    while length < size:
        part = _article(chance, language)
        parts.append(part)
        length += len(part)
    return "".join(parts)[:size]


def _article(chance: random.Random, language: str) -> str:
    blocks = [_sentence(chance, language).rstrip(".")]
    for length in chance.choices(range(2, 6), k=6):
        blocks += [" ".join(_sentence(chance, language) for _ in range(length))]
    blocks.insert(3, "\n".join(f"- {_sentence(chance, language)}" for _ in range(3)))
    years = [str(chance.randrange(2015, 2035)) for _ in range(3)]
    rows = [[name, *(f"{chance.randrange(10, 900)} MW" for _ in years)] for name in chance.sample(_NAMES, 4)]
    blocks.append("\n".join(" | ".join(row) for row in [["", *years], *rows]))
    blocks.append(chance.choice(_FURNITURE[language]))
    return "\n\n".join(blocks) + "\n\n"


def _sentence(chance: random.Random, language: str) -> str:
    return chance.choice(_FRENCH if language == "fr" else _ENGLISH).format(
        place=chance.choice(_PLACES[language]),
        name=chance.choice(_NAMES),
        year=chance.randrange(2024, 2041),
        n=chance.choice((chance.randrange(20, 999), f"{chance.randrange(1, 40)} {chance.randrange(100, 999)}")),
        few=chance.randrange(2, 20),
        digit=chance.randrange(1, 10),
        share=chance.randrange(5, 95),
    )
