"""A text read again is given from memory only for the very bytes that were found right: a damaged one never passes."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

import pytest
from project_files import execute
from store_samples import TEXT, import_article

from maeditor.domain.errors import ProjectError
from maeditor.store import blobs
from maeditor.store.blobs import unpacked_text
from maeditor.store.engine import Store, open_store


@pytest.fixture
def unpackings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The SHA-256 of each text that is unpacked and compared, from here on; nothing is remembered before."""
    seen: list[str] = []
    unpack = blobs.unpacked

    def noted(sha256: str, size: int, packed: bytes) -> bytes:
        seen.append(sha256)
        return unpack(sha256, size, packed)

    monkeypatch.setattr(blobs, "unpacked", noted)
    unpacked_text(*_kept("nothing of interest"))
    seen.clear()
    return seen


def _kept(text: str, level: int = 3) -> tuple[str, int, bytes]:
    data = text.encode()
    return hashlib.sha256(data).hexdigest(), len(data), zlib.compress(data, level)


def test_the_text_that_is_worked_on_is_unpacked_once(store: Store, unpackings: list[str]) -> None:
    article, version, _ = import_article(store)
    for _each in range(3):
        with store.read() as queries:
            assert queries.text(article.text_id) == TEXT
        with store.write() as unit:
            assert unit.queries.text(article.text_id) == TEXT
    assert unpackings == [version.text_sha256]


def test_another_text_takes_its_place(store: Store, unpackings: list[str]) -> None:
    first, _version, _ = import_article(store)
    second, _version, _ = import_article(store, "Un autre texte.")
    with store.read() as queries:
        for _each in range(2):
            assert queries.text(first.text_id) == TEXT
            assert queries.text(second.text_id) == "Un autre texte."
    assert len(unpackings) == 4


def test_what_is_damaged_after_it_was_read_is_told_at_the_next_read(project_file: Path) -> None:
    store = open_store(project_file)
    article, version, _ = import_article(store)
    _sha256, size, packed = _kept(TEXT)
    changed = bytearray(packed)
    changed[len(packed) // 2] ^= 1
    for damage in (
        f"data = x'{changed.hex()}'",
        f"data = x'{packed[:-9].hex()}'",
        f"data = x'{_kept('Un autre texte.')[2].hex()}'",
        "size = 9",
        "data = 'a text'",
    ):
        with store.read() as queries:
            assert queries.text(article.text_id) == TEXT
        execute(project_file, f"UPDATE blobs SET {damage} WHERE sha256 = '{version.text_sha256}'")
        for _each in range(2):
            with store.read() as queries, pytest.raises(ProjectError, match="text_damaged"):
                queries.text(article.text_id)
            with pytest.raises(ProjectError, match="text_damaged"), store.write() as unit:
                unit.queries.text(article.text_id)
        repaired = f"UPDATE blobs SET data = x'{packed.hex()}', size = {size}"
        execute(project_file, f"{repaired} WHERE sha256 = '{version.text_sha256}'")
    execute(project_file, "DELETE FROM blobs")
    with store.read() as queries, pytest.raises(ProjectError, match="text_missing"):
        queries.text(article.text_id)
    store.close()


def test_a_version_that_names_another_text_is_not_given_the_one_before(project_file: Path) -> None:
    store = open_store(project_file)
    article, version, _ = import_article(store)
    import_article(store, "Un autre texte.")
    with store.read() as queries:
        assert queries.text(article.text_id) == TEXT
    other = _kept("Un autre texte.")[0]
    execute(project_file, f"UPDATE texts SET text_sha256 = '{other}' WHERE id = '{version.id}'")
    with store.read() as queries:
        assert queries.text(article.text_id) == "Un autre texte."
    execute(project_file, f"UPDATE texts SET text_sha256 = '{'0' * 64}' WHERE id = '{version.id}'")
    with store.read() as queries, pytest.raises(ProjectError, match="text_missing"):
        queries.text(article.text_id)
    store.close()


def test_the_same_bytes_under_another_name_are_compared(unpackings: list[str]) -> None:
    sha256, size, packed = _kept(TEXT)
    assert unpacked_text(sha256, size, packed) == TEXT
    with pytest.raises(ProjectError, match="text_damaged"):
        unpacked_text("0" * 64, size, packed)
    assert unpacked_text(sha256, size, packed) == TEXT
    assert unpacked_text(*_kept(TEXT, level=0)) == TEXT, "the same text packed otherwise is unpacked and compared"
    assert unpackings == [sha256, "0" * 64, sha256]


def test_a_very_long_text_is_not_held_in_memory(unpackings: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blobs, "MAX_REMEMBERED", 9)
    for _each in range(2):
        assert unpacked_text(*_kept(TEXT)) == TEXT
    assert len(unpackings) == 2
