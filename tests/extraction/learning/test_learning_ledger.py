"""What is learned from decisions: two windows on one project would tell different confidences if these failed."""

from __future__ import annotations

import os
import subprocess
import sys
from math import log

import pytest
from decisions_made import RULES, a_decision, decisions
from hypothesis import given, settings
from hypothesis import strategies as st

from maeditor.extraction.learning.decisions import Decision, Traits
from maeditor.extraction.learning.features import WIDTH, features, shape
from maeditor.extraction.learning.ledger import FIRST, Ledger
from maeditor.extraction.learning.regression import learned
from maeditor.extraction.learning.scoring import counts_unseen, log_loss


def ledger_of(made: list[Decision]) -> Ledger:
    ledger = Ledger()
    for number, each in enumerate(made):
        ledger.put(f"f{number}", ("2026-05-08", number), each)
    ledger.learn()
    return ledger


def told_by_shape(count: int) -> list[Decision]:
    """Of one rule: what is written with a comma is right, the rest wrong. Counts cannot tell the two apart."""
    return [
        a_decision(
            article=f"a{number // 4}", prior=0.6, stated=bool(number % 2), raw="12,5 MW" if number % 2 else "12 MW"
        )
        for number in range(count)
    ]


@given(st.lists(decisions, max_size=70), st.data())
@settings(max_examples=40, deadline=None)
def test_however_decisions_come_in_the_same_ones_teach_the_same(made: list[Decision], data: st.DataObject) -> None:
    wanted = ledger_of(made)
    ledger = Ledger()
    for number in data.draw(st.permutations(range(len(made)))):
        if data.draw(st.booleans()):
            ledger.put(f"f{number}", ("2026-05-07", number), a_decision(stated=False))
            ledger.learn()
        ledger.put(f"f{number}", ("2026-05-08", number), made[number])
    ledger.learn()
    assert len(ledger) == len(made)
    assert ledger.losses == wanted.losses
    for rule in RULES:
        asked = Traits(rule, 0.7, property="jobs", raw="40 MW")
        assert ledger.expected(asked) == wanted.expected(asked)
        assert 0 < ledger.expected(asked) < 1


@given(st.lists(decisions, max_size=70), st.lists(decisions, min_size=1, max_size=20))
@settings(max_examples=40, deadline=None)
def test_a_decision_taken_back_is_as_one_never_made(made: list[Decision], undone: list[Decision]) -> None:
    ledger, wanted = ledger_of([*made, *undone]), ledger_of(made)
    for number in range(len(undone)):
        ledger.drop(f"f{len(made) + number}")
    ledger.drop("never there")
    ledger.learn()
    assert ledger.losses == wanted.losses
    assert all(ledger.expected(Traits(rule, 0.7)) == wanted.expected(Traits(rule, 0.7)) for rule in RULES)


def test_a_regression_speaks_once_it_foretells_better_than_counts_and_not_before() -> None:
    right, wrong = (Traits(RULES[0], 0.6, raw=raw) for raw in ("70,5 MW", "70 MW"))
    few = ledger_of(told_by_shape(FIRST - 1))
    assert few.losses is None
    assert few.expected(right) == few.expected(wrong)
    many = ledger_of(told_by_shape(4 * FIRST))
    assert many.losses is not None
    assert many.losses.regression < many.losses.counts
    assert many.expected(right) > 0.7 > 0.3 > many.expected(wrong)


def test_a_regression_that_foretells_worse_is_not_listened_to() -> None:
    # Each article has its own way; what one teaches is wrong in the next, and the steps run after it.
    made = [
        a_decision(article=f"a{number // 10}", stated=number // 10 % 2 == 0, raw="40 MW", prior=0.5)
        for number in range(2 * FIRST)
    ]
    ledger = ledger_of(made)
    assert ledger.losses is not None
    assert ledger.losses.regression >= ledger.losses.counts
    assert ledger.expected(Traits(RULES[0], 0.5)) == pytest.approx(0.5, abs=0.05)


def test_what_an_article_decides_is_foretold_without_that_article() -> None:
    made = told_by_shape(60)
    alone = [each for each in made if each.article != "a3"]
    _all, unseen = learned(made)
    without, _ = learned(alone)
    of_it = [at for at, each in enumerate(made) if each.article == "a3"]
    assert [unseen[at] for at in of_it] == pytest.approx([without.expected(made[at].traits) for at in of_it])
    counts = counts_unseen(made, made)
    assert [counts[at] for at in of_it] == pytest.approx(counts_unseen(alone, [made[at] for at in of_it]))


def test_the_log_loss_is_the_mean_of_what_was_not_foreseen() -> None:
    assert log_loss([], []) == 0.0
    told = log_loss([0.8, 0.8], [a_decision(), a_decision(stated=False)])
    assert told == pytest.approx(-(log(0.8) + log(0.2)) / 2)


def test_features_are_the_same_in_every_process() -> None:
    """Python's own hash differs from process to process: what was learned in one would be nonsense in the next."""
    asked = Traits("jobs.words", 0.78, "jobs", "1", "≈", "planned", "fact", "près de 340 personnes", True)
    code = (
        "from maeditor.extraction.learning.features import features;"
        "from maeditor.extraction.learning.decisions import Traits;"
        f"print(features({asked!r}))"
    )
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert done.stdout.strip() == str(features(asked))
    assert all(0 <= each < WIDTH for each in features(asked))
    assert shape(" 1 234,5 MW") == "9 9,9 a"


def test_nothing_heavy_is_loaded_before_there_is_enough_to_learn_from() -> None:
    code = (
        "import sys; from maeditor.extraction.learning.ledger import Ledger; Ledger().learn();"
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
