"""``maeditor propose``: proposals for a project's articles, or of texts without a project."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.cli.texts import TextLine, read_text_lines
from maeditor.domain.errors import MaeditorError
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.jsonl_proposals import proposal_lines
from maeditor.formats.article_files import read_article
from maeditor.services import library
from maeditor.services.proposing import propose_articles


def run(arguments: Namespace, console: Console) -> int:
    """Propose; without a project every proposal and noise span is printed as a line of JSON."""
    if arguments.text:
        return _propose_files(arguments.text, console)
    if arguments.stdin:
        return _propose_lines(console)
    with opened(arguments.project) as runner:
        report = propose_articles(runner, again=arguments.again)
        titles = {card.id: card.title for card in library.articles(runner)}
    for article_id, count in report.proposed.items():
        console.say("cli.proposed_in", count=count, title=titles[article_id])
    console.say("cli.proposed", count=report.total)
    return 0


def _propose_files(files: list[Path], console: Console) -> int:
    extractor, failed = GrammarExtractor(), 0
    for file in files:
        try:
            read = read_article(file)
        except MaeditorError as error:
            console.fail(error)
            failed = 1
            continue
        for record in proposal_lines(extractor.extract(read.text, read.language or None), file.stem):
            console.line(record)
    return failed


def _propose_lines(console: Console) -> int:
    extractor, failed = GrammarExtractor(), 0
    for line in read_text_lines(console):
        if not isinstance(line, TextLine):
            failed = 1
            continue
        for record in proposal_lines(extractor.extract(line.text, line.language), line.id):
            console.line(record)
    return failed
