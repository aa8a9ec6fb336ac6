"""The heart of the round trip: whatever a colleague does to a workbook, what they meant arrives, and nothing else.

500 random projects are exported to real files, corrected by a simulated colleague while others work on the project,
read back and applied.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from intended_outcome import expected_fields, expected_state, expected_states
from random_colleague import Colleague, Intent
from random_project import change_here, fields_of, keep, random_facts

from maeditor.domain.facts import Fact, State
from maeditor.domain.merge import MergeState
from maeditor.domain.review import may_become, says_otherwise
from maeditor.formats.returned import reading
from maeditor.services.exporting import export_workbook
from maeditor.services.merging import Corrections, all_keys, apply_corrections, read_corrections
from maeditor.services.projects import create_project, open_project
from maeditor.services.runner import ActionRunner
from maeditor.services.sheets import whole_project_sheet
from maeditor.wording import Wording

pytestmark = pytest.mark.slow

CASES, CHUNK = 500, 20
SETTLED = {MergeState.CHANGED_HERE, MergeState.INVALID}


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty project; copying it is a hundred times faster than making it."""
    path = tmp_path_factory.mktemp("blank") / "p.maed"
    create_project(path, "Essai", editor="Amina").store.close()
    return path


@pytest.fixture(autouse=True)
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same reading without a process for each file; that it is confined has its own tests."""

    def here(function: Callable[..., object], *arguments: object, **_limits: object) -> object:
        return function(*arguments)

    monkeypatch.setattr(reading, "confined", here)


@pytest.mark.parametrize("first", range(0, CASES, CHUNK))
def test_what_was_meant_arrives_and_nothing_else(first: int, blank: Path, tmp_path: Path) -> None:
    for seed in range(first, first + CHUNK):
        project = tmp_path / f"{seed}.maed"
        shutil.copy(blank, project)
        runner = open_project(project, editor="Amina")
        try:
            _round_trip(runner, Random(seed), tmp_path / f"{seed}.xlsx", f"seed {seed}")
        finally:
            runner.store.close()


def _round_trip(runner: ActionRunner, random: Random, path: Path, told: str) -> None:
    language = random.choice(["fr", "en"])
    exported = random_facts(random, 1)
    keep(runner, exported)
    whole = whole_project_sheet("")
    # The other tabs take longer to write than all the rest to read: a few cases have them.
    export_workbook(runner, path, Wording(language), whole if random.random() < 0.2 else replace(whole, parts=()))
    assert read_corrections(runner, path, Wording("fr")).items == (), told
    colleague = Colleague(path, random, language)
    if random.random() < 0.7:
        colleague.correct(exported)
    colleague.shuffle()
    colleague.save(path)
    if random.random() < 0.6:
        change_here(runner, random, exported)
    here = _facts(runner)
    found = read_corrections(runner, path, Wording("fr"))
    _same_corrections(found, colleague.intent, exported, here, told)
    report = apply_corrections(runner, found, all_keys(found))
    now = _facts(runner)
    left = {(each.fact_id, each.field) for each in report.left}
    assert not left, f"{told}: {report.left}"
    _same_project(colleague.intent, exported, here, now, told)
    again = read_corrections(runner, path, Wording("fr"))
    assert {each.state for each in again.items} <= SETTLED, f"{told}: {again.items}"


def _same_corrections(
    found: Corrections, intent: Intent, exported: list[Fact], here: dict[str, Fact], told: str
) -> None:
    wanted = expected_states(intent, exported, here)
    for (fact_id, name), state in list(wanted.items()):
        key = (
            State(intent.there[fact_id]["state"])
            if name == "state" and state is not MergeState.INVALID and "state" in intent.there.get(fact_id, {})
            else None
        )
        if key is not None and not here[fact_id].hidden and not may_become(here[fact_id], key):
            wanted[fact_id, name] = MergeState.INVALID
    listed = {(each.fact_id, each.field): each.state for each in found.items if each.fact_id}
    assert listed == wanted, (
        f"{told}: {[each for each in found.items if wanted.get((each.fact_id, each.field)) is not each.state]}"
    )
    new = [each for each in found.items if not each.fact_id]
    assert [each.state for each in new] == [MergeState.NEW] * len(intent.added), f"{told}: {new}"


def _same_project(intent: Intent, exported: list[Fact], here: dict[str, Fact], now: dict[str, Fact], told: str) -> None:
    states = expected_states(intent, exported, here)
    for fact in exported:
        before, after = here[fact.id], now[fact.id]
        there = {
            name: text
            for name, text in intent.there.get(fact.id, {}).items()
            if states.get((fact.id, name)) in {MergeState.CHANGED_THERE, MergeState.BOTH}
        }
        if "state" in there and not may_become(before, State(there["state"])):
            del there["state"]
        assert after.hidden == (fact.id in intent.deleted or (before.hidden and not there)), f"{told}: {fact.label}"
        fields = {name: text.strip() for name, text in fields_of(after).items()}
        wanted = expected_fields(fact, before, intent.there.get(fact.id, {}), states)
        wanted["state"] = expected_state(fact, before, there, says_otherwise(before, after))
        if there.get("state") == State.PROPOSED:
            wanted["reason"] = there.get("reason", "")
        if before.state is State.REJECTED and there.get("state") in {"accepted", "corrected", "deferred"}:
            wanted["reason"] = there.get("reason", "")
        assert _nfc(fields) == _nfc(wanted), f"{told}: {fact.label}"
    made = sorted((each.subject, each.property, each.raw) for each in now.values() if each.id not in here)
    assert _nfc({"": str(made)}) == _nfc({"": str(sorted(intent.added))}), told


def _facts(runner: ActionRunner) -> dict[str, Fact]:
    with runner.read() as queries:
        return {each.id: each for each in queries.facts(include_hidden=True)}


def _nfc(fields: dict[str, str]) -> dict[str, str]:
    import unicodedata

    return {name: unicodedata.normalize("NFC", text) for name, text in fields.items()}
