"""No regular expression of extraction can be made to hang: an editor who pastes rubbish gets an answer at once."""

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from extraction import pattern_attack

SCRIPT = Path(pattern_attack.__file__)


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        (r"(a+)+$", "exponential"),
        (r"(?:\w+ ?)*:", "exponential"),
        (r"(?:a|aa)+b", "exponential"),
        (r"\s*x?\s*y?\s*;", "worse than squares"),
    ],
)
def test_a_bad_expression_is_caught_wherever_it_is_used(pattern, fault):
    assert pattern_attack.faults(re.compile(pattern), whole=False).startswith(fault)


@pytest.mark.parametrize("pattern", [r"[A-Z][A-Za-z]*,", r"\d+(?=%)", r"\s*\|"])
def test_an_expression_over_a_whole_text_may_not_read_it_again_from_each_place(pattern):
    assert pattern_attack.faults(re.compile(pattern), whole=True).startswith("squares")
    assert pattern_attack.faults(re.compile(pattern), whole=False) == ""


@pytest.mark.parametrize("pattern", [r"(?<!\w)\w+", r"\b[A-Z][a-z]{0,30},", r"(?<!\d)\d{1,3}(?: \d{3})*(?!\d)"])
def test_a_sound_expression_is_left_alone(pattern):
    assert pattern_attack.faults(re.compile(pattern), whole=True) == ""


def test_an_expression_matched_at_every_place_may_not_read_to_the_end_from_each():
    pattern = re.compile(r"[A-Z][A-Z-]*,")
    assert pattern_attack.faults(pattern, whole=True, matched="everywhere").startswith("squares")
    assert pattern_attack.faults(pattern, whole=True, matched="once") == ""


@pytest.mark.parametrize("pattern", [r"\b[A-Z][\w'’&.-]* \d{4}", r"(?<!\w)[a-z&]+ \d{2,4}"])
def test_names_joined_by_marks_are_tried(pattern):
    assert pattern_attack.faults(re.compile(pattern), whole=True).startswith("squares")


def test_one_slow_moment_is_no_fault(monkeypatch):
    """A collection of garbage or a busy machine may not turn a build red."""
    sound = re.compile(r"(?<!\w)\w{1,9}")
    measured = pattern_attack._spent
    calls = itertools.count()

    def now_and_then_late(pattern, call, text):
        late = pattern is sound and next(calls) % 50 == 7
        return measured(pattern, call, text) + late

    monkeypatch.setattr(pattern_attack, "_spent", now_and_then_late)
    assert pattern_attack.faults(sound, whole=True) == ""
    assert next(calls) > 500


@pytest.mark.slow
def test_what_doubles_at_each_character_is_left_before_it_hangs(monkeypatch):
    """Cost is watched while texts grow by little, so that no machine is quick enough to walk into a hang."""
    longest = 0.0
    measured = pattern_attack._spent

    def watched(pattern, call, text):
        nonlocal longest
        cost = measured(pattern, call, text)
        longest = max(longest, cost / pattern_attack._quickest_turn())
        return cost

    pattern_attack._quickest_turn()
    monkeypatch.setattr(pattern_attack, "_spent", watched)
    for pattern in (r"(a+)+$", r"(?:a|aa)+b", r"(?:a?){3}(?:\w+ ?)*:"):
        assert pattern_attack.faults(re.compile(pattern), whole=False).startswith("exponential")
    assert longest < 100 * pattern_attack._SHORT_TURNS


@pytest.mark.slow
def test_no_expression_of_extraction_gets_out_of_hand():
    paths = {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, SCRIPT], capture_output=True, text=True, timeout=600, check=True, env=os.environ | paths
    )
    *found, total = run.stdout.splitlines()
    assert found == []
    tried, whole = (int(each) for each in re.findall(r"\d+", total))
    assert tried > 300
    assert whole > 20
