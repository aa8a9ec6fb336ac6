"""Places named in a text: regions, countries, their demonyms and cities, in French, English and Arabic."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache

from maeditor.extraction.text.phrases import alternation, lexicon
from maeditor.extraction.text.plaintext import plain

_COUNTRY_WORDS = (
    r"le royaume|notre royaume|du royaume|royaume|(?:le|notre|du|ce) pays|the (?:kingdom|country|nation)"
    r"|country's|kingdom's|d'ici au pays"
    r"|l'echelle nationale|territoire national|nationale?s?|[وبف]?المملكة|للمملكة|[وبف]?البلاد|للبلاد"
)
#: Names of countries that are words for other things: money matters, sons.
_WORDS = frozenset({"مالي", "بنين"})
_ENDINGS = ("", "ة", "ا", "ين", "ون", "ات")
_IN_BRACKETS = re.compile(r"\($")
_PLACED = re.compile(
    r"(?<!\w)(?:dans (?:le |la |les |l')|departements? (?:d[eu]s? (?:la |l')?|d')|a |pres de |in |near |at |outside )$"
)
"""Words that put something at a place, so that "Tours" or "Aube" behind them is one."""
_OF_SPEECH = re.compile(r" (?:d(?:e|es|u) |D(?:E|ES|U) )|-| [A-ZÀ-Þ][a-zà-ÿ]")
"""What follows "le cap" where it is no town: a threshold, a headland."""
_SURNAME = re.compile(r" [A-ZÀ-Þ][a-zà-ÿ]")
_BEHIND_TOWN = re.compile(r",? \(?")


_PARTS = frozenset({"city", "area"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place as mentioned: its French label, country code, and whether it is a region, country, city or a people.

    States, provinces and departments are cities here: parts of a country in which a thing stands; ``wide`` tells them.
    """

    start: int
    end: int
    label: str
    iso: str
    kind: str
    wide: bool = False


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, tuple[str, str, str]]]:
    lists = lexicon("places")
    forms: dict[str, tuple[str, str, str]] = {}
    stems: set[str] = set()
    for label, names in lists["regions"].items():
        forms.update({plain(name): (label, "", "region") for name in names})
    for label, (iso, _english, arabic, names, demonyms) in lists["countries"].items():
        forms.update({plain(name): (label, iso, "country") for name in [*names, plain(label)]})
        forms.update({name: (label, iso, "people") for name in demonyms if name not in forms})
        for name in [arabic] * (arabic not in _WORDS) + lists["names"].get(label, []):
            forms[name] = (label, iso, "country")
            if name.startswith("ال"):
                forms["لل" + name[2:]] = forms[name]
        forms.update(
            {name + end: (label, iso, "people") for name in lists["demonyms"].get(label, ()) for end in _ENDINGS}
        )
    for key, kind in (("areas", "area"), ("cities", "city")):
        for iso, named in lists[key].items():
            for spellings in named:
                forms.update({plain(name): (spellings[0], iso, kind) for name in spellings})
    stems = {form for form, (_, _, kind) in forms.items() if kind not in _PARTS and form[0].isascii()}
    cities_only = set(forms) - stems
    source = (
        rf"(?<!\w)(?:(?P<stem>{alternation(stems)})(?:ne?s?|es?|s|nes|aux|ale?s?)?"
        rf"|(?P<city>{alternation(cities_only)})|(?P<self>{_COUNTRY_WORDS}))(?!\w)"
    )
    return re.compile(source), forms


@cache
def _labels() -> dict[str, str]:
    return {row[0]: label for label, row in lexicon("places")["countries"].items()}


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon("places")["words"][kind])


def _is_meant(name: str, kind: str, text: str, soft: str, start: int, end: int) -> bool:
    """Tell whether a name that may be a word or a person's is a place here."""
    if name in _words("capital") and not text[start].isupper():
        return False
    if name in _words("persons") and _SURNAME.match(text, end):
        return False
    if kind not in _PARTS:
        return True
    if text[start:end].rsplit(maxsplit=1)[-1][0].islower():
        return False
    if name == "le cap" and _OF_SPEECH.match(text, end):
        return False
    before = soft[max(0, start - 24) : start]
    if name in _words("glossed"):
        return bool(_IN_BRACKETS.search(before)) and soft[end : end + 1] == ")"
    if name in _words("placed") and text[start:end] != "Salé":
        return bool(_PLACED.search(before) or _IN_BRACKETS.search(before))
    return True


class Gazetteer:
    """The places of one text, in order, and the country it is mostly about."""

    def __init__(self, text: str, soft: str) -> None:
        pattern, forms = _forms()
        found: list[Place] = []
        pending: list[tuple[int, int]] = []
        counts: Counter[str] = Counter()
        for match in pattern.finditer(soft):
            if match.lastgroup == "self":
                pending.append(match.span())
                continue
            name = re.sub(r"[ -]+", lambda gap: gap.group()[0], match.group(str(match.lastgroup)))
            label, iso, kind = (
                forms.get(name)
                or forms.get(name.replace("-", " "))
                or forms.get(name.replace(" ", "-"))
                or next((forms[name[cut:]] for cut in (1, 2, 3, 4) if name[cut:] in forms), ("", "", ""))
            )
            if label == "Oman" and "اردن" in soft:
                continue  # Amman is written alike
            if not label or not _is_meant(name, kind, text, soft, *match.span()):
                continue
            if kind == "country" and match.lastgroup == "stem" and match.end() - match.end("stem") > 1:
                kind = "people"  # « coréen » of « Corée »
            wide = kind == "area"
            town = found[-1] if found and wide else None
            if (
                town is None
                or town.kind != "city"
                or town.wide
                or town.iso != iso
                or not self._behind(soft, town, match)
            ):
                found.append(Place(match.start(), match.end(), label, iso, "city" if wide else kind, wide))
            if iso:
                counts[iso] += 3 if match.start() < 300 else 1
        self.dominant, self.dominant_label = self._dominant(counts)
        #: The country that most of a text's places are of; empty where it speaks of several.
        most, next_most = ([count for _, count in counts.most_common(2)] + [0, 0])[:2]
        self.mostly = self.dominant_label if 2 * most > counts.total() else ""
        #: Whether no country stands out at all.
        self.scattered = not self.mostly and most < 2 * next_most
        found += [
            Place(start, end, self.dominant_label, self.dominant, "country") for start, end in pending if self.dominant
        ]
        found.sort(key=lambda place: place.start)
        self.places = found
        self._starts = [place.start for place in found]
        self._counts = Counter(place.label for place in found)

    @staticmethod
    def _behind(soft: str, town: Place, area: re.Match[str]) -> bool:
        """Tell whether an area only says which town is meant: "Toulouse (Haute-Garonne)", "Ashburn, Virginia"."""
        return _BEHIND_TOWN.fullmatch(soft, town.end, area.start()) is not None

    @staticmethod
    def _dominant(counts: Counter[str]) -> tuple[str, str]:
        if not counts:
            return "", ""
        iso = counts.most_common(1)[0][0]
        return iso, _labels()[iso]

    @staticmethod
    def country(iso: str) -> str:
        """Name the country of a code in French; empty for none."""
        return _labels().get(iso, "")

    def count(self, label: str) -> int:
        """How often a text names a place."""
        return self._counts[label]

    def within(self, start: int, end: int) -> list[Place]:
        """Places that begin in ``start:end``."""
        return self.places[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def last_before(self, offset: int, reach: int = 2000) -> Place | None:
        """The last place named before an offset, at most ``reach`` characters back."""
        index = bisect_right(self._starts, offset - 1) - 1
        if index < 0 or offset - self.places[index].start > reach:
            return None
        return self.places[index]
