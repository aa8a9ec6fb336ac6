"""What a keystroke in the palette costs: 10,000 and 100,000 articles, beside the goal and a bare FTS5 query."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text

from maeditor.domain.articles import Article, TextVersion, text_digest
from maeditor.services import searching
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner
from maeditor.store import codec, indexing, schema, search
from maeditor.store.inserting import insert_rows

SIZES = (10_000, 100_000)
GOAL_MS = 50
WORDS, LENGTH = 20_000, 140
"""Different words of the trade's vocabulary, some as frequent as real ones are; words of an article (1 KB and more)."""
ROUNDS = 15
PART = 10_000
ASKED = {
    "rare word": ("xylophage",),
    "common word": ("centre",),
    "beginning of a word": ("elec",),
    "two words": ("centre energie",),
    "quantity": ("0,5 GW",),
    "letter by letter": tuple("electricite"[:count] for count in range(1, 12)),
}


def vocabulary(chance: random.Random) -> list[str]:
    """Words, the frequent ones first."""
    known = ["centre", "energie", "electricite", "electrique", "données", "projet", "puissance", "maroc"]
    return known + [
        "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(4, 10))) for _ in range(WORDS)
    ]


def fill(runner: ActionRunner, count: int) -> float:
    """Articles straight into the tables, indexed as the program does; gives the seconds it took."""
    begun, chance = time.perf_counter(), random.Random(1)
    words = vocabulary(chance)
    weights = [1 / (rank + 2) for rank in range(len(words))]
    bag = chance.choices(words, weights, k=300_000)
    with runner.store._writer.connect() as connection:  # noqa: SLF001 - the journal is not what is measured
        for first in range(0, count, PART):
            articles, texts, blobs, rows = [], [], [], {}
            for number in range(first, min(first + PART, count)):
                at = chance.randrange(len(bag) - LENGTH)
                figure = "Le parc vise 500 MW. " if number % 97 == 0 else ""
                body = f"{figure}{' '.join(bag[at : at + LENGTH])} {number}{' xylophage' if number % 9973 == 7 else ''}"
                digest, ident = text_digest(body), f"{number:08d}"
                article = Article(
                    ident, 1, number + 1, f"Article {number}", "Journal", "", "2026", "", "fr", "a.txt", ident, "2026"
                )
                version = TextVersion(ident, 1, ident, 1, digest, digest, "utf-8", "text@1", len(body))
                rows[ident] = codec.ARTICLES.to_row(article)
                articles.append(codec.ARTICLES.to_cells(rows[ident]))
                texts.append(codec.TEXTS.to_cells(codec.TEXTS.to_row(version)))
                data = body.encode()
                blobs.append({"sha256": digest, "size": len(data), "data": zlib.compress(data, 1)})
            with connection.begin():
                insert_rows(connection, schema.articles, articles)
                insert_rows(connection, schema.texts, texts)
                insert_rows(connection, schema.blobs, blobs)
                indexing.add_articles(connection, rows)
    return time.perf_counter() - begun


def times_ms(work: Callable[[], object]) -> tuple[float, float]:
    """Median and 95th percentile of a piece of work, in milliseconds."""
    took = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took), sorted(took)[round(0.95 * (len(took) - 1))]


def bare(runner: ActionRunner, typed: str) -> Callable[[], object]:
    """The floor: FTS5 alone, the same words, fifty numbers of rows and their cells."""
    asked = searching._asked(typed, "fr")  # noqa: SLF001
    match = search._match(asked.groups)  # noqa: SLF001
    wanted = text(
        "SELECT a.* FROM (SELECT rowid AS id FROM search_articles WHERE search_articles MATCH :asked"
        " ORDER BY rowid DESC LIMIT 50) f JOIN search_entries e ON e.id = f.id JOIN articles a ON a.id = e.record_id"
    )

    def query() -> object:
        with runner.store.connect_to_read() as connection:
            return connection.execute(wanted, {"asked": match}).all()

    return query


def main() -> None:
    """Print each kind of query, p50 and p95, beside goal and floor."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as kept:
            runner = create_project(Path(kept) / "p.maed", "Banc")
            took = fill(runner, size)
            mega = (Path(kept) / "p.maed").stat().st_size / 1e6
            print(f"{size} articles, made in {took:.0f} s, {mega:.0f} MB; goal {GOAL_MS} ms for the first fifty")
            for name, typed in ASKED.items():
                found = len(searching.search(runner, typed[-1], "fr").articles)
                whole = [
                    times_ms(lambda each=each, runner=runner: searching.search(runner, each, "fr")) for each in typed
                ]
                floors = [times_ms(bare(runner, each))[0] for each in typed]
                median, high, floor = max(m for m, _h in whole), max(h for _m, h in whole), max(floors)
                verdict = "met" if high <= GOAL_MS else "MISSED"
                print(
                    f"  {name:<20} p50 {median:6.1f}  p95 {high:6.1f} ms  floor {floor:6.1f}  {found} found  {verdict}"
                )
            runner.store.close()


if __name__ == "__main__":
    main()
