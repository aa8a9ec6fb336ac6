"""Where each article was left, kept between runs: a long read goes on where it stopped."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from maeditor.ui.settings import Settings

if TYPE_CHECKING:
    from maeditor.ui.reader.presenter import ReaderPresenter

NAME = "reading"
MOST_ARTICLES, MOST_PROJECTS = 300, 20
"""Of each project the articles left last; the projects closed last."""


def restore(reader: ReaderPresenter, target: str, settings: Settings) -> None:
    """Tell the reader where the articles of a project were left."""
    kept = settings.mapping(NAME).get(target)
    listed = kept if isinstance(kept, list) else []
    pairs = zip(islice(listed, 0, None, 2), islice(listed, 1, None, 2), strict=False)
    reader.know_places(
        {
            article: int(position[:9])
            for article, position in pairs
            if isinstance(article, str) and isinstance(position, str) and position.isdecimal()
        }
    )


def keep(reader: ReaderPresenter, target: str, settings: Settings) -> None:
    """Remember where the articles of a project are left now; those left at their top need no place."""
    projects = {name: each for name, each in settings.mapping(NAME).items() if isinstance(each, list)}
    projects.pop(target, None)
    places = [(article, position) for article, position in reader.places().items() if position > 0]
    projects[target] = [part for article, position in places[-MOST_ARTICLES:] for part in (article, str(position))]
    settings.keep(NAME, dict(list(projects.items())[-MOST_PROJECTS:]))
