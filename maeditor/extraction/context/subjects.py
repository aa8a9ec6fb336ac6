"""Of whom a value is told: the things and names of a text, and which of them a sentence means.

A pronoun, a possessive or a bare "phase" is never a subject: it stands for what was named before, or for nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache

from maeditor.extraction.context.gazetteer import Gazetteer
from maeditor.extraction.context.subjects_ar import arabic_things
from maeditor.extraction.context.towns import put_at, towns_of
from maeditor.extraction.text.phrases import bounded, lexicon
from maeditor.extraction.text.plaintext import plain

_HEADS = (
    r"data ?-?cent(?:er|re)s?|centres? de donnees|datacent(?:er|re)s?|centres?|centers?|parcs?|centrales?"
    r"|usines?|campus"
    r"|stations?|terminal|terminaux|ports?|barrages?|cables?|complexes?|projets?|programmes?|banques?|groupes?"
    r"|compagnies?|aeroports?|lignes?|reseaux?|plants?|farms?|facilit(?:y|ies)|projects?|programs?|banks?|airlines?"
    r"|airports?|dams?|grids?|networks?|factor(?:y|ies)|refiner(?:y|ies)|raffineries?|gigafactor(?:y|ies)"
    r"|electrolyseurs?|electrolysers?|mines?|hubs?|pipelines?|gazoducs?|phases?|batiments?|buildings?|sites?|stades?"
    r"|stadiums?|hopita(?:l|ux)|hospitals?|universites?|universit(?:y|ies)|entreprises?|societes?|companies|company"
    r"|navires?|vessels?|ships?|trains?|satellites?|zones?|clusters?|supercalculateurs?|supercomputers?|entrepots?"
    r"|warehouses?|batter(?:y|ies|ie)|marches?|markets?|fonds|funds?|operateurs?|operators?|cabinets?|agences?"
    r"|ministeres?|ministry|reserves?|salles?|halls?|routes?|autoroutes?|tunnels?|ponts?|bridges?|hotels?|quais?|berths?"
    r"|parks?|etablissements?|installations?|contrats?|contracts?|accords?|study|etudes?|demande|demand|trafic|traffic"
)
_ADJECTIVE = (
    r"(?:eolien|solaire|photovoltaique|thermique|industriel|portuaire|hydraulique|hydroelectrique|nucleaire|commercia"
    r"|internationa|nationa|regiona|publi|prive|sous-marin|ferroviaire|logistique|universitaire|municipa|numerique"
    r"|electrique|gazier|minier|maritime|offshore|onshore|flottant|pilote|souverain|africain|marocain|mondia|europeen"
    r"|senegalais|nigerian|egyptien|kenyan|tunisien|ivoirien|local|locaux|financier|bancaire|hospitalier|agricole"
    r"|hotelier|touristique|urbain|automobile|aeronautique|chimique|textile)"
    r"(?:l|le|les|ls|ux|que|ques|c|cs|ne|nes|n|ere|eres|s|e|es|elle|elles|te|tes)?"
)
_LINK = r"(?:de la |de l'|de |du |des |d'|of the |of |a grande |d')"
_STOP_WORDS = (
    r"plus|moins|more|less|than|about|environ|quelque|pres|over|around|near|ans|mois|l'ordre|taille|type|tout|toute"
    r"|nouveau|nouvelle|derniere|haute|generation|capacite|puissance|grande|son|sa|ses|leur|leurs|its"
    r"|their|cette|ce|ces|ici|moitie|cours|fait|base|the|which|qui|que"
    r"|dont|aux?|ou|et|or|and|either|neither|both"
    r"|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|cent|mille|two|three|four|five|seven|eight|nine|ten|twelve|plusieurs|several|chaque|each"
)
_PART = rf"(?!(?:{_STOP_WORDS})(?!\w))[^\W\d_][\w'’-]*"
_THING = re.compile(
    rf"(?<![\w-])(?P<head>(?:{_HEADS})(?: (?:{_HEADS})(?!\w))*)(?!\w)(?P<rest>(?: {_ADJECTIVE}(?!\w)){{0,2}}"
    rf"(?: {_LINK}{_PART}(?: {_ADJECTIVE}(?!\w))?){{0,3}})"
)
_CAPITAL = r"[A-ZÀ-Þ][\w’'&.-]*[\w]|[A-ZÀ-Þ]"
_NAME = re.compile(
    rf"(?<![\w-])(?:{_CAPITAL})(?:[  ](?:(?:de|du|des|la|of|the|&|et|and)[  ](?=[A-ZÀ-Þ]))?(?:(?:d[’'])?(?:{_CAPITAL})"
    rf"|\d{{1,2}}(?![\w,.])))*"
)
_PROPER = re.compile(rf"(?:[  ](?:«[  ]?)?(?:(?:de|du|des|d’|d'|à|of|in)[  ]?)?(?:{_CAPITAL}))+")
_CAPITALS_BEFORE = re.compile(rf"(?:(?<![\w’'-])(?:{_CAPITAL})[  ])+$")
_DATA_CENTRE = re.compile(r"data ?-?cent(?:er|re)s?|centres? de donnees")
_SPEAKER = re.compile(
    r"(?:said|says|added|told|tells|rappell?e|explique|assure|indique|declare|souligne|estime|precise"
    r"|affirme|confie|note"
    r"|resume|commente|calcule|releve|ecrit|juge|observe|selon|d'apres|according to|by|mm?e?s?\.?|dr"
    r"|mrs?\.?)(?: [a-z'-]+){0,4} $"
)
_BY_THE_WAY = re.compile(
    r"(?<!\w)(?:par|by|avec|with|selon|according to|contre|than|que|comme|like|a|au|aux|en|in|at|near|pres d[eu]|vers"
    r"|to|from|against|chez|aupres d[eu]|calcule|releve|dit|said|says) ?(?:le |la |les |l'|the |une? |an? )?$"
)
_GREATEST = re.compile(r"(?:plus (?:grande?s?|vaste|haute?|puissante?)|largest|biggest|tallest) (?:\w+ )?$")
_GLOSS = re.compile(r"\([^()\d\n]{1,120}\)")
"""What only says more of what stands before it: "Carhaix (Finistère)"; with figures it tells of itself."""
_OF_MINISTRY = re.compile(
    r"(?<!\w)(?:minist\w+|secretair\w+ d'etat|secretariat)(?: (?:delegue\w*|charge\w*))?"
    r" (?:d[eu]s? (?:la |l')?|a (?:la |l')|of (?:the )?)(?:(?:\w+,? ){0,4}(?:et|and) (?:d[eu]s? )?(?:la |l')?)?$"
)
_APPOSED = re.compile(r" \((?=[a-z])|, (?:(?:base|fonde|cree|installe|specialise|implante)e?s?|based|founded)(?!\w)")
"""What follows a name that opens a sentence and no other word: "Ménara, basée à …", "Ménara (Groupe Kerma) …"."""
_WITH_OFFICE = re.compile(
    r", (?:la |le |l')?(?:co-?)?(?:chef(?:fe)? d|ministre|president|directeur|directrice|p-?dg|dg(?!\w)|ceo(?!\w)"
    r"|fondat|patron|responsable|wali|maire|analyste|charge|porte-parole|gouverneur|ambassadeur|secretaire|depute|founder"
    r"|(?:chief|head|vice|managing|executive|chair|minister|mayor|spokes|governor|director|analyst|partner)(?!\w* of))"
)
"""What tells a person: whoever holds an office speaks, signs and opens, but no figure is of them."""
_INSIDE = re.compile(r"(?<=[\w,’'][ ])[A-ZÀ-Þ][\w’'-]*")
_NO_NAME = re.compile(
    r"[IVXLC]+|[A-Z]{1,2}\d+(?:-\d+)*|[A-Z]{3}m|(?:[A-Z]{2,3}|US)?[$€£]?\d[\w.,]*|[A-Z]{2,4}\d[\d.,]*\w*"
)
_ASKED = re.compile(r".*\w-(?:t-)?(?:il|elle|on|ils|elles|nous|vous|ce)")
"""A verb turned around: « Faut-il », which opens a sentence and names nothing."""
_BEFORE = re.compile(r"(?:(?<![\w-])[^\W\d_][\w'’-]* ){1,3}$")
_ARTICLE = re.compile(
    r"(?:(?:le|la|les|un|une|des|du|de la|de|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs|notre|nos|votre|vos|the|a|an"
    r"|this|that|these|those|its|their|our|his|her|chaque|each|every|both|tous|toutes)[  ]+|(?:l|d)[’'][  ]?)+",
    re.IGNORECASE,
)
_MARKS = " \u00a0\u202f,.;:“”\"'’()–—-"
_BASED = re.compile(r"^[A-ZÀ-Þ]\S+-based[  ](?=\S)")
_QUOTES = re.compile(r"[\"«»“”]")
_LOOKED_AT = 60
_GENERIC_NAMES = frozenset({"groupe", "group", "banque", "bank", "compagnie", "company", "societe", "entreprise"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing or a name as a text spells it; ``named`` where it says which one, ``head`` its kind in plain text.

    ``land`` where it is nothing but places.
    """

    start: int
    end: int
    text: str
    head: str
    named: bool
    land: bool = False


@cache
def _never() -> re.Pattern[str]:
    """Words that begin with a capital and name nothing."""
    return re.compile(bounded(lexicon("subjects")["never"]))


def greatest(soft: str, left: int, start: int) -> bool:
    """Tell whether a thing is only what another one is the greatest of: "Kerma, la plus haute tour du port"."""
    return bool(_GREATEST.search(soft, max(left, start - 30), start))


class Things:
    """What a text names, in order."""

    def __init__(self, text: str, soft: str, kept: list[tuple[int, int]], language: str, places: Gazetteer) -> None:
        self._text, self._soft, self._english = text, soft, language == "en"
        self._places = places
        self._inside = frozenset(_INSIDE.findall(text))
        found: list[Thing] = []
        for left, right in kept:
            things = self._arabic(left, right) if language == "ar" else self._things(left, right)
            found += things
            starts = [thing.start for thing in things]
            for name in self._names(left, right):
                before = bisect_left(starts, name.end) - 1
                if before < 0 or things[before].end <= name.start:
                    found.append(name)
        glosses = [match.span() for match in _GLOSS.finditer(text)] if language != "ar" else []
        towns = towns_of(text, places)
        found = [
            replace(thing, land=True) if thing.text in towns else thing
            for thing in found
            if not _within(glosses, thing.start)
        ]
        found.sort(key=lambda thing: thing.start)
        self.found = found
        self._starts = [thing.start for thing in found]

    def within(self, start: int, end: int) -> list[Thing]:
        """Things that begin in ``start:end``."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def antecedent(self, offset: int, head: str = "", reach: int = 700) -> str:
        """Name the last named thing before an offset, of the same kind where a kind is given; empty where none."""
        index = bisect_right(self._starts, offset - 1)
        for thing in reversed(self.found[max(0, index - _LOOKED_AT) : index]):
            if offset - thing.start > reach:
                break
            if (
                thing.named
                and not thing.land
                and (not head or thing.head[:5] == head[:5] or (head in _GENERIC_NAMES and not thing.head))
            ):
                return thing.text
        return ""

    def first_named(self, left: int, right: int) -> Thing | None:
        """The first thing that a sentence names and speaks of: not who says it, nor where, by whom or unlike what."""
        for thing in self.within(left, right):
            led = _BY_THE_WAY.search(self._soft, max(left, thing.start - 24), thing.start)
            if (
                thing.named
                and not (thing.land or led or thing.head.startswith("minist"))
                and not greatest(self._soft, left, thing.start)
            ):
                return thing
        return None

    def last_site(self, offset: int, reach: int = 700) -> str:
        """Name the last thing of a kind named before an offset, a firm excepted; empty where none."""
        index = bisect_right(self._starts, offset - 1)
        for thing in reversed(self.found[max(0, index - _LOOKED_AT) : index]):
            if offset - thing.start > reach:
                break
            if thing.head and thing.named and not thing.land and thing.head not in _GENERIC_NAMES:
                return thing.text
        return ""

    def _things(self, left: int, right: int) -> list[Thing]:
        things = []
        position = left
        for match in _THING.finditer(self._soft, left, right):
            if match.start() < position:
                continue
            start, end = match.span()
            proper = _PROPER.match(self._text, end, right)
            if proper and not _never().match(plain(proper.group().strip())):
                end = proper.end()
            if proper and "«" in self._text[start:end] and self._text[end : end + 2].strip().startswith("»"):
                end = self._text.index("»", end) + 1
            capitals = _CAPITALS_BEFORE.search(self._text, max(left, position, start - 40), start)
            if capitals and not _never().match(plain(capitals.group().strip())):
                start = capitals.start()
            elif self._english:
                start = self._with_words_before(start, max(left, position))
            position = end
            spelled = bare(self._text[start:end])
            if not spelled:
                continue
            compound = len(_DATA_CENTRE.sub("x", match["head"]).split()) > 1
            named = (
                compound
                or end > match.end("head")
                or start < match.start()
                or bool(re.search(r"[A-ZÀ-Þ]", spelled[1:]))
            )
            things.append(Thing(start, end, spelled, match["head"], named))
        return things

    def _arabic(self, left: int, right: int) -> list[Thing]:
        found = []
        for start, end, head, named in arabic_things(self._text, self._soft, left, right):
            spelled = _QUOTES.sub("", self._text[start:end]).strip()
            found.append(Thing(start, end, spelled, head, named, self._is_land(start, end - start)))
        return found

    def _with_words_before(self, start: int, left: int) -> int:
        """Take in the words that make an English compound: "subsea cable", "Kenitra plant"."""
        match = _BEFORE.search(self._soft, max(left, start - 45), start)
        if match is None:
            return start
        begin = start
        for word in reversed(list(re.finditer(r"\S+", match.group()))):
            if (
                word.group() in _stops()
                or _never().fullmatch(word.group())
                or word.group().endswith(("ing", "ly", "ed"))
                or word.group().endswith(",")
            ):
                break
            begin = match.start() + word.start()
        return begin

    def _names(self, left: int, right: int) -> list[Thing]:
        names: list[Thing] = []
        if self._text[left:right].isupper():
            return names
        for match in _NAME.finditer(self._text, left, right):
            start, words = match.start(), match.group()
            while True:
                first = re.match(r"\S+[  ]*", words)
                if first is None or not (
                    _never().fullmatch(plain(first.group()).strip()) or len(first.group().strip()) < 2
                ):
                    break
                if self._english and first.group().strip() == "I" and words[first.end() :][:1].isupper():
                    break  # a pronoun has its verb behind it: "I Squared"
                start, words = start + first.end(), words[first.end() :]
            if not words or (
                self._opens(start, left)
                and " " not in words
                and not self.known(words, start)
                and not _APPOSED.match(self._soft, start + len(words), right)
            ):
                continue
            words = re.sub(r"[’']s?$", "", words)
            last = re.search(r"[  ](\S+)$", words)
            if last and _never().fullmatch(plain(last.group(1))):
                words = words[: last.start()]
            if self._names_nothing(words, start, left, right):
                continue
            land = self._is_land(start, len(words)) or put_at(
                self._text, self._soft, (start, start + len(words)), left, self._places
            )
            spelled, end = bare(words), start + len(words)
            place = next(iter(self._places.within(max(left, start - 3), start)), None)
            if place is not None and place.end == end:
                start, spelled = place.start, self._text[place.start : end]  # "Le Havre"
            names.append(Thing(start, end, spelled, "", True, land))
        return names

    def _is_land(self, start: int, length: int) -> bool:
        inside = self._places.within(start, start + length)
        covered = max((place.end for place in inside), default=0) - min((place.start for place in inside), default=0)
        return covered >= 0.7 * length

    def _names_nothing(self, words: str, start: int, left: int, right: int) -> bool:
        """Tell whether capitals are those of a speaker, an office, a ministry's field, a code or a question."""
        if _SPEAKER.search(self._soft, max(left, start - 45), start):
            return True
        if _WITH_OFFICE.match(self._soft, start + len(words), right):
            return True
        if " " not in words and _OF_MINISTRY.search(self._soft, max(left, start - 90), start):
            return True
        if self._opens(start, left) and re.fullmatch(r"\S+[ \u00a0\u202f]\d+", words):
            return True
        return len(words) < 3 or bool(_NO_NAME.fullmatch(words) or _ASKED.fullmatch(plain(words)))

    def _opens(self, start: int, left: int) -> bool:
        before = self._text[max(left, start - 3) : start].rstrip(" \u00a0\u202f«“\"'’(")
        return not before or before[-1] in ".!?:;\n•–—-"

    def known(self, word: str, start: int) -> bool:
        """Tell whether a word is a name wherever it stands: capital inside a sentence or within it, or a place."""
        spelled = self._text[start : start + len(word)]
        return (
            spelled in self._inside
            or bool(re.search(r"[A-ZÀ-Þ0-9&-]", spelled[1:]))
            or self._is_land(start, len(spelled))
        )


def _within(spans: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether an offset lies in one of these spans, which are in text order."""
    index = bisect_right(spans, (offset, offset)) - 1
    return index >= 0 and offset < spans[index][1]


@cache
def _stops() -> frozenset[str]:
    return frozenset(lexicon("subjects")["stops"])


def bare(phrase: str) -> str:
    """Give a phrase without articles before it and marks around it."""
    phrase = phrase.strip(_MARKS).removeprefix("«").lstrip(_MARKS)
    phrase = _BASED.sub("", phrase)
    article = _ARTICLE.match(phrase)
    if article:
        phrase = phrase[article.end() :]
    return phrase.strip(_MARKS + ("" if "«" in phrase else "»"))[:80]
