"""The sample project: our own articles, proposed for by the extractor, some of it decided, built by code."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from maeditor.assets import sample_data
from maeditor.domain.anchors import Span
from maeditor.domain.articles import Article
from maeditor.domain.errors import ProjectError
from maeditor.domain.facts import Lifecycle, State
from maeditor.domain.listing import FactFilter, Listing, Sort
from maeditor.domain.properties import Family
from maeditor.domain.sheets import Part
from maeditor.services import annotating, library, reviewing, sheets
from maeditor.services.annotating import FactStatement
from maeditor.services.importing import import_paths
from maeditor.services.library import FactView
from maeditor.services.projects import create_project
from maeditor.services.proposing import propose_articles
from maeditor.services.runner import ActionRunner

NAME = "Hub IA Afrique"
EDITOR = "Rédaction maeditor"
RANK, POWER = "rank", "capacity_power"

CORRECTIONS = (
    ("01-maroc-carrefour-ia.txt", POWER, Decimal(2000), "Quatre centres de données", "Maroc"),
    ("03-vingt-trois-centres.html", RANK, Decimal(1), "Maroc", "Afrique"),
    ("05-casablanca-troisieme-salle.html", POWER, Decimal(8), "Casablanca", "Casablanca"),
    ("06-afrique-capacites-comparees.txt", POWER, Decimal(10), "Casablanca", "Casablanca"),
)
"""What the sample's editor put right: by file, property and normalised amount, what it is really about, and where.

With it the articles disagree where they were written to: Morocco is first or fifth in Africa.
"""

LOOKED_AT = "Cellules collées dans le tableau"

SURE = 0.8
"""What the sample's editor accepts without a second look."""


def build_sample(target: Path) -> None:
    """Build the sample project anew; what stands at ``target`` is replaced only when the new one is whole.

    Raises ProjectError, UnreadableFileError.
    """
    fresh = target.with_name(f"{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
    except OSError as error:
        raise ProjectError("project_not_created", project=str(target)) from error
    runner = create_project(fresh, NAME, editor=EDITOR)
    try:
        fill_sample(runner)
    finally:
        runner.store.close()
    try:
        fresh.replace(target)
    except OSError as error:
        raise ProjectError("project_not_created", project=str(target)) from error


def fill_sample(runner: ActionRunner) -> None:
    """Import, propose, decide: every third article is left for the newcomer to review."""
    report = import_paths(runner, [sample_data()])
    propose_articles(runner)
    _choose_sheets(runner)
    for number, article_id in enumerate(report.article_ids):
        if number % 3 != 2:
            _decide(runner, library.article_facts(runner, article_id))
    for correction in CORRECTIONS:
        _correct(runner, *correction)
    _reject_what_needs_a_look(runner, report.article_ids[0])
    _join_repeats(runner, report.article_ids[0])


def _choose_sheets(runner: ActionRunner) -> None:
    """What is published of it: everything, and one choice with columns of its own."""
    by_power = Listing(FactFilter(families=frozenset({Family.CAPACITY})), Sort.VALUE, descending=True, rejected=False)
    sheets.add_sheet(
        runner,
        "Capacités par pays",
        listing=by_power.to_row(),
        columns=("place", "subject", "value", "amount", "shown_unit", "lifecycle", "target", "state", "source_title"),
        parts=(Part.EVIDENCE.value, Part.SOURCES.value, Part.CAPACITIES.value),
    )
    sheets.add_sheet(runner, "Fiche complète", listing=Listing(rejected=False).to_row())


def _decide(runner: ActionRunner, views: Iterable[FactView]) -> None:
    """Accept what is sure and reviewed; leave what needs a look."""
    waiting = [view for view in views if view.fact.state is State.PROPOSED and not view.fact.needs_look]
    sure = [view for view in waiting if view.fact.confidence >= SURE or view.property.family is Family.CAPACITY]
    if sure:
        reviewing.accept_facts(runner, [(view.fact.id, view.fact.version) for view in sure])


def _correct(runner: ActionRunner, file: str, stated: str, amount: Decimal, subject: str, place: str) -> None:
    """Say of what a fact really is, as an editor does; it is then in operation, unless the text says otherwise."""
    article_id = next(each.id for each in _articles(runner) if each.file_name == file)
    found = [
        view.fact
        for view in library.article_facts(runner, article_id)
        if view.fact.property == stated and view.fact.norm_amount == amount and not view.fact.needs_look
    ]
    for fact in found[:1]:
        unknown = fact.lifecycle is Lifecycle.UNKNOWN
        said = FactStatement(
            stated,
            subject,
            fact.quantity,
            place=place,
            lifecycle=Lifecycle.OPERATIONAL if unknown else fact.lifecycle,
            as_of=fact.as_of,
            target=fact.target,
        )
        annotating.correct_fact(runner, fact.id, fact.version, said)


def _articles(runner: ActionRunner) -> tuple[Article, ...]:
    with runner.read() as queries:
        return queries.articles()


def _reject_what_needs_a_look(runner: ActionRunner, article_id: str) -> None:
    """Reject one proposal of a glued table cell, so that the sample has a decision of every kind."""
    for view in library.article_facts(runner, article_id):
        if view.fact.needs_look and view.fact.state is State.PROPOSED:
            reviewing.reject_fact(runner, view.fact.id, view.fact.version, reason=LOOKED_AT)
            return


def _join_repeats(runner: ActionRunner, article_id: str) -> None:
    """Where an article says the same value twice, let the fact rest on both passages."""
    text = library.open_article(runner, article_id).text
    for view in library.article_facts(runner, article_id):
        if view.property.family is not Family.CAPACITY or not view.evidence:
            continue
        quote = view.evidence[0].passage.exact
        again = text.find(quote, view.evidence[-1].passage.end)
        if again != -1:
            annotating.attach_passage(runner, view.fact.id, article_id, Span(again, again + len(quote)))
            return
