"""A project whose disk decays is refused or read rightly: never a crash, never a wrong text taken for the article's."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from store_samples import TEXT, import_article, record_fact

from maeditor.domain.articles import text_digest
from maeditor.domain.errors import MaeditorError
from maeditor.store.engine import Store, open_store
from maeditor.store.integrity import check

pytestmark = [pytest.mark.reliability, pytest.mark.slow]

FLIPS = 1000


def test_a_thousand_bit_flips(project_file: Path, tmp_path: Path) -> None:
    store = open_store(project_file)
    texts = {}
    for number in range(10):
        text = f"{number} {TEXT} " * 20
        article, version, _ = import_article(store, text)
        texts[version.id] = text_digest(text)
        for _ in range(5):
            record_fact(store, article)
    store.close()
    whole = project_file.read_bytes()
    chance = random.Random(20260508)
    flipped = tmp_path / "flipped.maed"
    told = 0
    for _ in range(FLIPS):
        place = chance.randrange(len(whole))
        bit = 1 << chance.randrange(8)
        flipped.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        try:
            damaged = open_store(flipped)
        except MaeditorError:
            told += 1
            continue
        try:
            told += _read_everything(damaged, texts)
        finally:
            damaged.close()
    assert told > FLIPS // 4


def _read_everything(store: Store, texts: dict[str, str]) -> bool:
    """Whether anything was found; a text that is given must be the right one."""
    found = False
    for text_id, digest in texts.items():
        try:
            with store.read() as queries:
                assert text_digest(queries.text(text_id)) == digest
        except MaeditorError:
            found = True
    try:
        with store.read() as queries:
            queries.facts(include_hidden=True)
            queries.journal.actions()
            queries.counts()
        found = any(True for _ in check(store)) or found
    except MaeditorError:
        found = True
    return found
