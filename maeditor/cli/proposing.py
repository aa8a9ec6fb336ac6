"""``maeditor propose``: proposals for a project's articles, or of texts without a project."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.cli.streaming import crew_of, tell_each
from maeditor.cli.texts import UNREAD, TextLine, Unread, read_text_lines
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.jsonl_proposals import proposal_lines
from maeditor.extraction.worker import extract
from maeditor.formats.readings import readings
from maeditor.services.crews import Crew, extraction_of
from maeditor.services.proposing import propose_articles


def run(arguments: Namespace, console: Console) -> int:
    """Propose; without a project every proposal and noise span is printed as a line of JSON."""
    if arguments.text:
        crew = crew_of(arguments, console, len(arguments.text), sum(map(_size, arguments.text)))
        return _propose_texts(crew, _file_texts(arguments.text, console), console)
    if arguments.stdin:
        return _propose_texts(crew_of(arguments, console), read_text_lines(console), console)
    return _propose_articles(arguments, console)


def _propose_articles(arguments: Namespace, console: Console) -> int:
    crew = crew_of(arguments, console) if arguments.dask else None
    with opened(arguments.project) as runner:
        report = propose_articles(
            runner, again=arguments.again, jobs=arguments.jobs, crew=crew, gathers=False, progress=console.progress
        )
        for article_id, count in report.proposed.items():
            with runner.read() as queries:
                title = queries.article(article_id).title
            console.say("cli.proposed_in", count=count, title=title)
    for error in report.failed.values():
        console.fail(error)
    console.say("cli.proposed", count=report.total)
    return int(bool(report.failed))


def _propose_texts(crew: AbstractContextManager[Crew], texts: Iterable[TextLine | Unread], console: Console) -> int:
    extractor = GrammarExtractor()
    return tell_each(
        console,
        crew,
        texts,
        extract,
        lambda line: (extractor, line.text, line.language),
        lambda line, answer: proposal_lines(extraction_of(answer, extractor), line.id),
    )


def _file_texts(files: list[Path], console: Console) -> Iterator[TextLine | Unread]:
    for file in files:
        for reading in readings(file):
            if reading.article is None:
                if reading.error is not None:
                    console.fail(reading.error)
                yield UNREAD
            else:
                name = f"{file.stem}#{reading.part}" if reading.part else file.stem
                yield TextLine(name, reading.article.text, reading.article.language or None)


def _size(file: Path) -> int:
    """About how much there is to read in a file; what cannot be read is told in its turn."""
    try:
        return file.stat().st_size
    except OSError:
        return 0
