"""Turns what a person dropped or named, files and folders, into the files to read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from maeditor.formats.article_files import SUFFIXES

_PAGE_PARTS = re.compile(r"(.+)(?:_files|_fichiers|-Dateien|\.files)\Z", re.IGNORECASE)
_ABOUT_FOLDER = re.compile(r"(?:readme|license|licence)\b", re.IGNORECASE)


def article_paths(paths: Iterable[Path]) -> list[Path]:
    """Expand folders into the article files below them, sorted; files stand where they were named, each once.

    In folders, files of other kinds, hidden ones, a README about the folder, and the parts that a browser saves beside
    a page are left out. A file that was named itself always stays, so that what is wrong with it can be said.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _below(path) if path.is_dir() else [path]:
            found.setdefault(file)
    return list(found)


def _below(folder: Path) -> list[Path]:
    files: list[Path] = []
    for where, folders, names in os.walk(folder):
        pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_page_part(name, pages))
        files += [Path(where, name) for name in names if _is_article(name)]
    return sorted(files)


def _is_page_part(folder: str, pages: set[str]) -> bool:
    part = _PAGE_PARTS.match(folder)
    return part is not None and part[1] in pages


def _is_article(name: str) -> bool:
    return not name.startswith(".") and name.lower().endswith(SUFFIXES) and not _ABOUT_FOLDER.match(name)
