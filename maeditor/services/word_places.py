"""Where in an article the words stand that somebody looked for: there it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from maeditor.services import library, searching
from maeditor.services.runner import ActionRunner

STRETCH = 4000
"""Characters looked through at a time; an overlap keeps a word that lies across two of them."""
OVERLAP = 80
MOST = 400_000
"""Characters looked through at all: some 100 ms; what is sought further down is found with the reader's own search."""


def first_place(runner: ActionRunner, article_id: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Where the most of these words stand first, within a stretch of the text; None where none stands."""
    text = library.open_article(runner, article_id).text[:MOST]
    best: tuple[int, tuple[int, int]] | None = None
    for at in range(0, len(text), STRETCH):
        stretch = text[at : at + STRETCH + OVERLAP]
        hits = searching.hits(stretch, words)
        if not hits:
            continue
        spots = [each for each in (searching.hits(stretch, (word,)) for word in words) if each]
        if best is None or len(spots) > best[0]:
            rarest = min(spots, key=len, default=hits)
            start, end = rarest[0]
            best = len(spots), (at + start, at + end)
        if len(spots) == len(words):
            break
    return best[1] if best is not None else None
