"""Every sentence a person reads, in French and English, on screen, on the command line and in workbooks.

Sentences live in ``resources/translations/LANGUAGE/AREA.toml``; the key ``area.name`` names one. A sentence that counts
is a table with ``one`` and ``other`` and takes ``count``. Why not Qt's own translations: docs/adr/0004.
"""

from __future__ import annotations

import locale
import os
import tomllib
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from maeditor.assets import resource

LANGUAGES = ("fr", "en")

Sentence: TypeAlias = str | dict[str, str]

_GROUP = {"fr": "\u202f", "en": ","}
_POINT = {"fr": ",", "en": "."}


class Wording:
    """The sentences of one language; numbers and dates written its way."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"

    def say(self, key: str, **details: object) -> str:
        """Word a key. Raises KeyError for a key without a sentence: a fault of ours that a test finds."""
        sentence = _area(self.language, key.partition(".")[0])[key]
        if isinstance(sentence, dict):
            sentence = sentence["one" if self._is_one(details["count"]) else "other"]
        if not details:
            return sentence
        return sentence.format(**{name: self._written(value) for name, value in details.items()})

    def knows(self, key: str) -> bool:
        """Tell whether there is a sentence for a key."""
        return key in _area(self.language, key.partition(".")[0])

    def number(self, value: Decimal | int) -> str:
        """Write a number as the language does: ``2 000``, ``0,5``; no digit is lost or invented."""
        text = format(Decimal(value), "f")
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        sign = "−" if text.startswith("-") else ""
        whole, _, part = text.lstrip("-").partition(".")
        grouped = f"{int(whole):,}".replace(",", _GROUP[self.language])
        return sign + grouped + (_POINT[self.language] + part if part else "")

    def _is_one(self, count: object) -> bool:
        # CLDR: French counts 0 and 1 as one, English only 1.
        number = abs(int(str(count)))
        return number <= 1 if self.language == "fr" else number == 1

    def _written(self, value: object) -> object:
        plain_number = isinstance(value, Decimal | int) and not isinstance(value, bool)
        return self.number(value) if plain_number else value  # type: ignore[arg-type]


def system_language(environment: dict[str, str] | None = None) -> str:
    """The language the person's system speaks, of those we have; English where it is another."""
    env = os.environ if environment is None else environment
    named = next((env[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)), None)
    if named is None and environment is None:
        named = locale.getlocale()[0]
    return "fr" if (named or "").lower().startswith("fr") else "en"


@cache
def _area(language: str, area: str) -> dict[str, Sentence]:
    """The sentences of one file, read when the first of them is said; none where there is no such file."""
    try:
        text = resource("translations", language, f"{area}.toml").read_text("utf-8")
    except FileNotFoundError:
        return {}
    return dict(_flatten(tomllib.loads(text), area))


def _flatten(table: dict[str, object], prefix: str) -> list[tuple[str, Sentence]]:
    found: list[tuple[str, Sentence]] = []
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, str):
            found.append((key, value))
        elif isinstance(value, dict) and set(value) == {"one", "other"}:
            found.append((key, {"one": str(value["one"]), "other": str(value["other"])}))
        elif isinstance(value, dict):
            found.extend(_flatten(value, key))
        else:
            message = f"{key}: neither a sentence nor a table"
            raise TypeError(message)
    return found
