"""How sure a proposal is by what people decided about others of its rule; and what they decided, to be told.

The facts' own states are read, not the chain of actions that led to them: they are what of the journal stands, so that
a decision taken back is as one never made. What a proposal said before it was corrected only the journal knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias
from weakref import WeakKeyDictionary

from maeditor.domain.facts import Fact, State
from maeditor.extraction.learning.decisions import Decision
from maeditor.extraction.learning.ledger import Ledger, Place
from maeditor.extraction.learning.traits import PRIOR, differing, rule_of, traits_of
from maeditor.services.runner import ActionRunner

if TYPE_CHECKING:
    from maeditor.store.decided import Cells
    from maeditor.store.mark import Mark
    from maeditor.store.queries import Queries

MOST_TOUCHED = 2_000
"""Of more facts changed since, all is read anew."""
HANDFUL = 5
"""Of fewer decisions nothing is told: they say little."""
UNDECIDED = frozenset({State.PROPOSED, State.DEFERRED})
_UNCHANGED = 2
"""The version of a fact that came in and was decided, and nothing else."""


@dataclass(frozen=True, slots=True)
class Record:
    """What people decided about the proposals of a rule so far."""

    accepted: int = 0
    corrected: int = 0
    rejected: int = 0

    @property
    def total(self) -> int:
        """All that were decided."""
        return self.accepted + self.corrected + self.rejected

    @property
    def tells(self) -> bool:
        """Tell whether it is worth telling."""
        return self.total >= HANDFUL


NO_RECORD = Record()


@dataclass(frozen=True, slots=True)
class Judged:
    """How sure a fact is, from 0 to 1, and what became of others of its rule."""

    confidence: float
    record: Record = NO_RECORD


Judge: TypeAlias = Callable[[Fact], Judged]
"""Tells at once how sure a fact is."""


def as_kept(fact: Fact) -> Judged:
    """A fact as it was stored, before anything is learned."""
    return Judged(fact.confidence)


class Learning:
    """What a project's decisions teach, kept up with them. Safe to use from any thread."""

    def __init__(self) -> None:
        # Whoever paints asks how sure a fact is, and does not wait for what is being read.
        self._reading, self._telling = Lock(), Lock()
        self._ledger = Ledger()
        self._mark: Mark | None = None

    @property
    def begun(self) -> bool:
        """Tell whether the decisions have been read: from then on only news are."""
        return self._mark is not None

    def catch_up(self, runner: ActionRunner) -> None:
        """Take in what was decided since; where nothing was saved, one number is read."""
        with self._reading:
            with runner.read() as queries:
                if self._mark is not None and queries.commits() == self._mark.commits:
                    return
                mark, news = queries.mark(), _news(queries, self._mark)
            decisions = {row["id"]: _decision(row, news.proposed.get(row["id"])) for row in news.rows}
            places = {row["id"]: (row["reviewed_at"], row["number"]) for row in news.rows}
            if news.touched is None:
                ledger = Ledger()
                _take(ledger, decisions, places)
                self._ledger = ledger
            else:
                with self._telling:
                    _take(self._ledger, {**dict.fromkeys(news.touched), **decisions}, places)
            self._mark = mark

    @property
    def teaches(self) -> bool:
        """Tell whether anything was decided that says how sure others are."""
        return len(self._ledger) > 0

    def judged(self, fact: Fact) -> Judged:
        """A fact that waits for a decision, as far as is known by now; of all others their own confidence."""
        rule = rule_of(fact.origin)
        if not rule or fact.state not in UNDECIDED:
            return as_kept(fact)
        with self._telling:
            tally = self._ledger.tally(rule)
            record = Record(tally.accepted, tally.corrected, tally.rejected)
            if not self.teaches:
                return as_kept(fact)
            return Judged(self._expected(_row(fact), _prior(fact)), record)

    def confidence_of(self, row: Cells) -> float:
        """How sure a fact is, from its cells."""
        if row["state"] not in UNDECIDED or not rule_of(row["origin"]):
            return float(row["confidence"])
        with self._telling:
            return self._expected(row, _prior_in(row))

    def weighed(self, fact: Fact) -> Fact:
        """A new proposal with the confidence that was learned; its rule's is kept beside where it is another."""
        confidence = self.judged(fact).confidence
        if confidence == fact.confidence:
            return fact
        return replace(fact, confidence=confidence, qualifiers={**fact.qualifiers, PRIOR: fact.confidence})

    def _expected(self, row: Cells, prior: float) -> float:
        return round(self._ledger.expected(traits_of(row, prior)), 2)


@dataclass(frozen=True, slots=True)
class _News:
    """Decided facts as they are, those of them that were changed as they came in, and all that were touched.

    ``touched`` is None where this is everything.
    """

    rows: Sequence[Cells]
    proposed: Mapping[str, Cells]
    touched: frozenset[str] | None


def _news(queries: Queries, since: Mark | None) -> _News:
    touched = queries.decided.changed(since.change, MOST_TOUCHED) if since is not None else None
    rows = queries.decided.all() if touched is None else touched.rows
    changed = [row["id"] for row in rows if row["version"] > _UNCHANGED or row["state"] == State.CORRECTED.value]
    return _News(rows, queries.decided.as_proposed(changed), None if touched is None else touched.ids)


def _take(ledger: Ledger, decisions: Mapping[str, Decision | None], places: Mapping[str, Place]) -> None:
    for fact_id, decision in decisions.items():
        if decision is None:
            ledger.drop(fact_id)
        else:
            ledger.put(fact_id, places[fact_id], decision)
    ledger.learn()


_kept: WeakKeyDictionary[ActionRunner, Learning] = WeakKeyDictionary()


def learning_of(runner: ActionRunner) -> Learning:
    """What an open project has learned, as far as it has been read: see ``learn``."""
    return _kept.setdefault(runner, Learning())


def learn(runner: ActionRunner) -> Learning:
    """What an open project has learned by now: a glance where nothing was decided since."""
    learning = learning_of(runner)
    learning.catch_up(runner)
    return learning


def _decision(row: Cells, proposed: Cells | None) -> Decision | None:
    """What was decided about a proposal; None where it never was one, as the second half of a split."""
    if proposed is not None and proposed["state"] != State.PROPOSED.value:
        return None
    was = row if proposed is None else proposed
    stated = row["state"] != State.REJECTED.value
    wrong = differing(proposed, row) if stated and proposed is not None else frozenset[str]()
    return Decision(traits_of(was, _prior_in(was)), row["article_id"] or "", stated, wrong)


def _prior_in(row: Cells) -> float:
    kept = row["qualifiers"].get(PRIOR)
    return float(kept) if isinstance(kept, int | float) else float(row["confidence"])


def _prior(fact: Fact) -> float:
    kept = fact.qualifiers.get(PRIOR)
    return float(kept) if isinstance(kept, int | float) else fact.confidence


def _row(fact: Fact) -> Cells:
    return {
        "origin": fact.origin,
        "property": fact.property,
        "unit": fact.unit,
        "comparator": fact.comparator,
        "lifecycle": fact.lifecycle,
        "modality": fact.modality,
        "raw": fact.raw,
        "subject": fact.subject,
        "place": fact.place,
        "as_of": fact.as_of,
        "target": fact.target,
    }
