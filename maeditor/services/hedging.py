"""The words of an open article that hedge its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from maeditor.domain.articles import Noise
from maeditor.extraction.hedge_words import HedgeKind, HedgeWords, hedge_words
from maeditor.services.library import OpenArticle

__all__ = ["HedgeKind", "HedgeWords", "hedges_of"]


def hedges_of(opened: OpenArticle, cancelled: Callable[[], bool] = lambda: False) -> tuple[HedgeWords, ...]:
    """The words that hedge figures, outside of noise, in text order; from any thread. Cancelled, those found so far."""
    found: list[tuple[HedgeWords, ...]] = []
    for piece in hedge_words(opened.text, opened.article.language or None):
        if cancelled():
            break
        found.append(piece)
    return tuple(each for each in chain.from_iterable(found) if not _in_noise(each, opened.noise))


def _in_noise(words: HedgeWords, noise: Sequence[Noise]) -> bool:
    return any(each.start <= words.start and words.end <= each.end for each in noise)
