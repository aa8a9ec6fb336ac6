"""Francs are those of the country an article is about: "250 millions de francs" in Dakar are F CFA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from maeditor.extraction.claims.article_view import ArticleView
from maeditor.extraction.interface import Mention
from maeditor.extraction.text.phrases import lexicon

_BARE = "FRF"
"""What francs are read as where nothing names their country; France's own are no more."""


@cache
def _countries() -> Mapping[str, str]:
    found: Mapping[str, str] = lexicon("shared_money")["franc"]["money"]
    return found


def local_francs(view: ArticleView, mention: Mention) -> Mention:
    """Give an amount in francs the currency of the article: the one it names, else that of its country."""
    code, slash, per = mention.unit.partition("/")
    if code != _BARE:
        return mention
    return replace(mention, unit=f"{francs_of(view) or code}{slash}{per}")


def francs_of(view: ArticleView) -> str:
    """Currency that francs are in an article; empty where neither it nor its country says."""
    named = view.currency.partition("/")[0]
    if named != _BARE and named in _countries().values():
        return named
    return _countries().get(view.places.dominant, "")
