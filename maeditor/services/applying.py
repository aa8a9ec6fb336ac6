"""Chosen corrections taken into the project: one action, each fact under the version it was compared in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import ReviewError, ValueTextError
from maeditor.domain.facts import Evidence, Fact
from maeditor.domain.merge import ONE_VALUE, Correction, MergeState
from maeditor.domain.properties import Property
from maeditor.domain.record import new_id
from maeditor.domain.units import is_unit
from maeditor.services.agreeing import looked_at
from maeditor.services.annotating import passage_at
from maeditor.services.batching import UNWATCHED, Batches, Watch, is_large
from maeditor.services.beside import Beside, besides, openable_keys, second_fact
from maeditor.services.deleting import hide_facts
from maeditor.services.restating import VALUED, decided, described, valued
from maeditor.services.returned_cells import CellError
from maeditor.services.returned_changes import Corrections, MergeReport, NewRow, told_fault
from maeditor.services.reviewing import told_facts
from maeditor.services.runner import ActionRunner, catalogue_of
from maeditor.wording import Wording

if TYPE_CHECKING:
    from maeditor.domain.articles import Passage
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork

KIND = "apply-corrections"
_RESTATES = frozenset({MergeState.CHANGED_THERE, MergeState.BOTH})


def apply_corrections(
    runner: ActionRunner,
    corrections: Corrections,
    chosen: Collection[tuple[str, str, int]],
    *,
    beside: Collection[tuple[str, str, int]] = (),
    watch: Watch = UNWATCHED,
) -> MergeReport:
    """Take the chosen corrections into the project, as one action that one undo takes back.

    Those ``beside`` leave our fact as it is: what the workbook says is proposed as a second fact without a passage, one
    for all of a fact's, once however often the file comes back.

    Left over, each with its reason, are those of facts that changed since they were compared, and those that make no
    whole value without others. What is invalid, or was changed here alone, is never applied. Raises StoppedError where
    ``watch`` stopped it: then nothing was done.
    """
    apart = frozenset(beside)
    wanted = frozenset(chosen) - apart
    picked = [each for each in corrections.items if each.key in wanted]
    application = _Application(runner, corrections)
    steps = application.steps(picked, apart)
    with runner.read() as queries:
        steps = application.still_standing(queries, steps)
    done = _run(runner, steps, application, watch) if steps else None
    applied = sum(len(step.items) for step in application.done)
    return MergeReport(done, applied, tuple(application.left), application.beside)


@dataclass(frozen=True, slots=True)
class _Step:
    """What happens to one fact, or one new row; ``items`` are empty where something is put beside it alone."""

    fact_id: str
    items: tuple[Correction, ...]
    changes: Mapping[str, str] = field(default_factory=dict)
    new: NewRow | None = None
    beside: Beside | None = None

    @property
    def deletes(self) -> bool:
        return bool(self.items) and self.items[0].state is MergeState.DELETED


class _NothingAppliedError(Exception):
    """Every step was left over: the action is not begun at all."""


def _run(runner: ActionRunner, steps: Sequence[_Step], application: _Application, watch: Watch) -> Done | None:
    def whole(unit: UnitOfWork) -> Row:
        application.work(unit, steps)
        if not application.facts:
            raise _NothingAppliedError
        return told_facts(application.facts)

    if is_large(len(steps)):
        batches = Batches(runner, KIND, watch)
        batches.each(steps, application.work)
        return batches.close(told_facts(application.facts))
    try:
        return runner.run(KIND, whole)
    except _NothingAppliedError:
        return None


class _Application:
    """Applies steps, and keeps what became of each."""

    def __init__(self, runner: ActionRunner, corrections: Corrections) -> None:
        self._runner, self._corrections = runner, corrections
        self._wording = Wording(corrections.language)
        self._at = runner.clock()
        self._known: Mapping[str, Property] = {}
        self.done: list[_Step] = []
        self.facts: list[Fact] = []
        self.left: list[Correction] = []
        self.beside = 0

    def steps(self, picked: Iterable[Correction], apart: Collection[tuple[str, str, int]]) -> list[_Step]:
        """The chosen corrections fact by fact."""
        by_fact: dict[str, list[Correction]] = {}
        steps: list[_Step] = []
        for each in picked:
            if each.state in _RESTATES:
                by_fact.setdefault(each.fact_id, []).append(each)
            elif each.state is MergeState.DELETED:
                steps.append(_Step(each.fact_id, (each,)))
            elif each.state is MergeState.NEW:
                new = self._corrections.new_rows[each.row]
                steps.append(_Step(new.fact.id, (each,), new=new))
            elif each.state is MergeState.INVALID:
                self.left.append(each)
        openable = openable_keys(self._corrections) & frozenset(apart)
        self._tell_left(
            (each for each in self._corrections.items if each.key in apart and each.key not in openable), "not_beside"
        )
        seconds = besides(self._corrections, openable)
        restated = [
            _Step(fact_id, tuple(items), self._changes(fact_id, items), beside=seconds.pop(fact_id, None))
            for fact_id, items in by_fact.items()
        ]
        return [*restated, *(_Step(fact_id, (), beside=each) for fact_id, each in seconds.items()), *steps]

    def still_standing(self, queries: Queries, steps: Sequence[_Step]) -> list[_Step]:
        """The steps on facts that are as they were compared; the others are left over."""
        self._known = catalogue_of(queries)
        seconds = [step.beside.id for step in steps if step.beside is not None]
        stored = {each.id: each for each in queries.facts_by_id([*(step.fact_id for step in steps), *seconds])}
        once = [self._once(step, stored) for step in steps if self._may(step, stored.get(step.fact_id))]
        return [step for step in once if step.items or step.beside is not None]

    def work(self, unit: UnitOfWork, steps: Sequence[_Step]) -> None:
        """Do some steps in one transaction."""
        seconds = [step.beside.id for step in steps if step.beside is not None]
        stored = unit.facts.find_all([*(step.fact_id for step in steps), *seconds])
        standing = [self._once(step, stored) for step in steps if self._may(step, stored.get(step.fact_id))]
        going = [step for step in standing if step.deletes]
        hide_facts(unit, [stored[step.fact_id] for step in going])
        self._settle((step, stored[step.fact_id]) for step in going)
        self._restate(unit, [step for step in standing if step.changes], stored)
        for step in standing:
            if step.new is not None:
                self._settle([(step, _added(unit, step.new))])
        self._put_beside(unit, [step for step in standing if step.beside is not None])

    def _restate(self, unit: UnitOfWork, steps: Sequence[_Step], stored: Mapping[str, Fact]) -> None:
        for step in steps:
            if stored[step.fact_id].hidden:
                _bring_back(unit, step.fact_id)
        links = unit.queries.evidence_of(step.fact_id for step in steps)
        passages = {each.id: each for each in unit.queries.passages(link.passage_id for link in links)}
        own: dict[str, list[Passage]] = {}
        for link in links:
            own.setdefault(link.fact_id, []).append(passages[link.passage_id])
        articles = unit.articles.find_all(stored[step.fact_id].article_id for step in steps)
        changed: list[Fact] = []
        for step in steps:
            fact = replace(stored[step.fact_id], hidden=False)
            article = articles.get(fact.article_id)
            try:
                changed.append(
                    self._stated(fact, step.changes, own.get(fact.id, ()), article.language if article else "")
                )
            except (CellError, ValueTextError, ReviewError) as fault:
                self._leave(step, told_fault(fault, self._wording))
            else:
                self._settle([(step, fact)])
        unit.facts.replace_all(changed)

    def _put_beside(self, unit: UnitOfWork, steps: Sequence[_Step]) -> None:
        """Propose what the workbook says as second facts, of ours as they are after what else was chosen."""
        ours = unit.facts.find_all(step.fact_id for step in steps)
        for step in steps:
            if step.beside is None:
                continue
            try:
                second = second_fact(ours[step.fact_id], step.beside, self._corrections, self._known)
            except (CellError, ValueTextError) as fault:
                why = told_fault(fault, self._wording)
                self.left.extend(replace(each, reason=why) for each in step.beside.items)
            else:
                self.facts.append(unit.facts.add(replace(second, number=unit.next_number("fact"))))
                self.beside += len(step.beside.items)

    def _once(self, step: _Step, stored: Mapping[str, Fact]) -> _Step:
        """The step without its second fact where the project has that already."""
        if step.beside is None or step.beside.id not in stored:
            return step
        self._tell_left(step.beside.items, "beside_already")
        return replace(step, beside=None)

    def _stated(self, fact: Fact, changes: Mapping[str, str], passages: Iterable[Passage], language: str) -> Fact:
        stated = described(valued(fact, changes, self._known, self._corrections.meta.get("language", "")), changes)
        if VALUED & changes.keys():
            stated = replace(stated, needs_look="")
            if stated.quantity is None or is_unit(stated.quantity.unit):
                stated = looked_at(stated, passages, language)
        return decided(fact, stated, changes, self._runner.editor, self._at)

    def _changes(self, fact_id: str, items: Sequence[Correction]) -> dict[str, str]:
        """What the chosen corrections of a fact say; where both sides changed its value, the value as it is there."""
        changes = {each.field: each.there for each in items}
        if any(each.state is MergeState.BOTH and each.field in ONE_VALUE for each in items):
            listed = {
                each.field
                for each in self._corrections.items
                if each.fact_id == fact_id and each.field in ONE_VALUE and each.state in _RESTATES
            }
            # Words that alone were changed there say the value; the numbers beside them are the exported ones.
            if listed != {"value"} and listed <= changes.keys():
                changes.update(self._corrections.values.get(fact_id, {}))
        return changes

    def _may(self, step: _Step, fact: Fact | None) -> bool:
        """Tell whether a fact is as it was compared; where not, its corrections are left over."""
        if step.new is not None:
            why = "" if fact is None else "corrections.there_already"
        elif fact is None:
            why = "corrections.gone"
        elif fact.version != self._corrections.versions.get(fact.id):
            why = "corrections.changed_meanwhile"
        else:
            why = ""
        if why:
            self._leave(step, self._wording.say(why))
            if step.beside is not None:
                self._tell_left(step.beside.items, why.removeprefix("corrections."))
        return not why

    def _leave(self, step: _Step, why: str) -> None:
        self.left.extend(replace(each, reason=why) for each in step.items)

    def _tell_left(self, items: Iterable[Correction], key: str) -> None:
        self.left.extend(replace(each, reason=self._wording.say(f"corrections.{key}")) for each in items)

    def _settle(self, steps: Iterable[tuple[_Step, Fact]]) -> None:
        for step, fact in steps:
            self.done.append(step)
            self.facts.append(fact)


def _added(unit: UnitOfWork, new: NewRow) -> Fact:
    """Keep a new row as a proposed fact, with its passage if the article's text is still the one it was found in."""
    fact = replace(new.fact, number=unit.next_number("fact"))
    article = unit.articles.find(fact.article_id) if new.span is not None else None
    if new.span is None or article is None or article.hidden or article.text_id != new.text_id:
        return unit.facts.add(replace(fact, article_id="", needs_look="", confidence=0.0))
    passage = unit.queries.passage_on(article, new.span.start, new.span.end)
    if passage is None:
        passage = unit.passages.add(
            passage_at(article.id, article.text_id, unit.queries.text(article.text_id), new.span)
        )
    unit.facts.add(fact)
    unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
    return fact


def _bring_back(unit: UnitOfWork, fact_id: str) -> None:
    """Give a deleted fact its passages again, as the journal knows them; without it is a fact without a passage."""
    journal = unit.queries.journal
    for action, change in reversed(journal.history("facts", fact_id)):
        if change.before is None or change.after is None or change.before["hidden"] or not change.after["hidden"]:
            continue
        lost = [each for each in journal.evidence_changes(action.id, fact_id) if each.after is None]
        for link in lost:
            if _passage_stands(unit, str((link.before or {})["passage_id"])):
                unit.apply_change(link.inverse())
        return


def _passage_stands(unit: UnitOfWork, passage_id: str) -> bool:
    """Put a passage back if it went with its last fact; tells whether it is there."""
    if unit.passages.find(passage_id) is not None:
        return True
    last = unit.queries.journal.last_change("passages", passage_id)
    if last is None or last.before is None or last.after is not None:
        return False
    unit.apply_change(last.inverse())
    return True
