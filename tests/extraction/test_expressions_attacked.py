"""No regular expression of extraction can be made to hang: an editor who pastes rubbish gets an answer at once."""

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
