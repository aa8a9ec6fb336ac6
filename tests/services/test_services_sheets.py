"""Sheets are kept, ordered and taken back as everything else: a choice made once is there tomorrow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from services_project import Project

from maeditor.domain.errors import MissingRecordError, StaleRecordError, ValueTextError
from maeditor.domain.sheets import ALL_PARTS, Part, Sheet
from maeditor.services import sheets
from maeditor.services.exporting import workbook_content
from maeditor.services.retracing import trace
from maeditor.services.telling import tell_action
from maeditor.services.undoing import redo, undo
from maeditor.wording import Wording


def titles(project: Project) -> list[str]:
    return [each.title for each in sheets.sheets(project.runner)]


def added(project: Project, *names: str) -> list[str]:
    return [sheets.add_sheet(project.runner, name)[1] for name in names]


def test_a_sheet_is_kept_as_it_was_chosen(project: Project) -> None:
    choices = {
        "language": "en",
        "listing": {"states": ["accepted"], "sort": "value", "descending": True, "moon": 1},
        "columns": ("subject", "value", "subject"),
        "parts": ("journal", "evidence", "moon"),
        "without_passage": True,
    }
    done, sheet_id = sheets.add_sheet(project.runner, "  Capacités \n par pays ", **choices)
    assert done.touches("sheets")
    kept = sheets.sheet(project.reopen().runner, sheet_id)
    assert (kept.title, kept.language, kept.without_passage) == ("Capacités par pays", "en", True)
    assert kept.columns == ("subject", "value")
    assert kept.parts == (Part.EVIDENCE, Part.JOURNAL)
    assert kept.asked.descending
    assert "moon" not in kept.listing


def test_without_choices_everything_goes_along(project: Project) -> None:
    (sheet_id,) = added(project, "Tout")
    kept = sheets.sheet(project.runner, sheet_id)
    assert (kept.columns, kept.parts, kept.without_passage) == ((), ALL_PARTS, False)


def test_sheets_come_in_their_order(project: Project) -> None:
    a, b, c = added(project, "A", "B", "C")
    assert titles(project) == ["A", "B", "C"]
    sheets.move_sheet(project.runner, c, 0)
    assert titles(project) == ["C", "A", "B"]
    done = sheets.move_sheet(project.runner, c, 1)
    assert [change.record_id for change in done.changes] == [c], "no other sheet is touched"
    assert titles(project) == ["A", "C", "B"]
    sheets.move_sheet(project.runner, a, 99)
    assert titles(project) == ["C", "B", "A"]
    assert not sheets.move_sheet(project.runner, b, 1).changes, "it is there already"


def test_sheets_can_be_moved_between_each_other_for_ever(project: Project) -> None:
    names = [*"ABC"]
    ids = dict(zip(names, added(project, *names), strict=True))
    for _ in range(30):
        sheets.move_sheet(project.runner, ids[names[2]], 1)
        names = [names[0], names[2], names[1]]
        assert titles(project) == names


def test_a_copy_stands_after_its_original(project: Project) -> None:
    a, _b = added(project, "A", "B")
    first = sheets.sheet(project.runner, a)
    sheets.change_sheet(project.runner, replace(first, columns=("value",)))
    _done, copy_id = sheets.duplicate_sheet(project.runner, a, "A bis")
    assert titles(project) == ["A", "A bis", "B"]
    assert sheets.sheet(project.runner, copy_id).columns == ("value",)


def test_what_another_changed_meanwhile_is_not_overwritten(project: Project) -> None:
    (sheet_id,) = added(project, "A")
    seen = sheets.sheet(project.runner, sheet_id)
    sheets.change_sheet(project.runner, replace(seen, title="B"))
    with pytest.raises(StaleRecordError):
        sheets.change_sheet(project.runner, replace(seen, title="C"))
    assert titles(project) == ["B"]


def test_a_deleted_sheet_is_gone_until_that_is_undone(project: Project) -> None:
    a, _b = added(project, "A", "B")
    seen = sheets.sheet(project.runner, a)
    sheets.delete_sheet(project.runner, a)
    assert titles(project) == ["B"]
    for gone in (
        lambda: sheets.sheet(project.runner, a),
        lambda: sheets.delete_sheet(project.runner, a),
        lambda: sheets.move_sheet(project.runner, a, 0),
        lambda: sheets.duplicate_sheet(project.runner, a, "C"),
        lambda: sheets.change_sheet(project.runner, seen),
        lambda: sheets.change_sheet(project.runner, replace(seen, id="nowhere")),
    ):
        with pytest.raises(MissingRecordError, match="sheet_missing"):
            gone()
    undo(project.runner)
    assert titles(project) == ["A", "B"]


def test_every_action_on_a_sheet_is_undone_and_done_again(project: Project) -> None:
    runner = project.runner
    a, _b = added(project, "A", "B")
    stages = [titles(project)]
    for step in (
        lambda: sheets.move_sheet(runner, a, 1),
        lambda: sheets.duplicate_sheet(runner, a, "A bis"),
        lambda: sheets.change_sheet(runner, replace(sheets.sheet(runner, a), title="Autre")),
        lambda: sheets.delete_sheet(runner, a),
    ):
        step()
        stages.append(titles(project))
    for stage in reversed(stages[:-1]):
        undo(runner)
        assert titles(project) == stage
    for stage in stages[1:]:
        redo(runner)
        assert titles(project) == stage


@pytest.mark.parametrize("title", ["", " \n\t"])
def test_a_sheet_has_a_title(project: Project, title: str) -> None:
    (sheet_id,) = added(project, "A")
    seen = sheets.sheet(project.runner, sheet_id)
    for nameless in (
        lambda: sheets.add_sheet(project.runner, title),
        lambda: sheets.duplicate_sheet(project.runner, sheet_id, title),
        lambda: sheets.change_sheet(project.runner, replace(seen, title=title)),
    ):
        with pytest.raises(ValueTextError, match="sheet_nameless"):
            nameless()
    assert titles(project) == ["A"]


def test_a_sheet_is_found_by_its_title(project: Project) -> None:
    upper, lower, _, _ = added(project, "Capacités", "capacités", "Deux", "Deux")
    assert sheets.sheet_called(project.runner, "Capacités").id == upper
    assert sheets.sheet_called(project.runner, " capacités ").id == lower
    with pytest.raises(ValueTextError, match="sheet_ambiguous"):
        sheets.sheet_called(project.runner, "CAPACITÉS")
    with pytest.raises(ValueTextError, match="sheet_ambiguous"):
        sheets.sheet_called(project.runner, "Deux")
    with pytest.raises(MissingRecordError, match="sheet_unknown"):
        sheets.sheet_called(project.runner, "Trois")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_history_says_what_was_done_to_a_sheet(project: Project, language: str) -> None:
    wording = Wording(language)
    done, sheet_id = sheets.add_sheet(project.runner, "Ports")
    dones = [
        done,
        sheets.change_sheet(project.runner, replace(sheets.sheet(project.runner, sheet_id), without_passage=True)),
        sheets.duplicate_sheet(project.runner, sheet_id, "Quais")[0],
        sheets.move_sheet(project.runner, sheet_id, 1),
        sheets.delete_sheet(project.runner, sheet_id),
    ]
    told = [tell_action(each.action, wording) for each in dones]
    assert all("Ports" in each for each in told)
    assert "Quais" in told[2]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_history_says_what_of_a_sheet_is_another(project: Project, language: str) -> None:
    wording = Wording(language)
    say = wording.say
    _done, sheet_id = sheets.add_sheet(project.runner, "Ports")
    seen = sheets.sheet(project.runner, sheet_id)
    listing = {"states": ["accepted"], "properties": ["capacity_power", "moon"], "conflict": True, "text": "quai neuf"}
    wanted = replace(
        seen,
        title="Quais",
        listing={**listing, "sort": "value", "descending": True, "group": "subject"},
        columns=("subject", "amount"),
        parts=("sources",),
        without_passage=True,
        language="en",
    )
    done = sheets.change_sheet(project.runner, wanted)
    (record,) = trace(project.runner, done.action.id, wording).records
    assert record.about == "Quais"
    told = {each.field: each.after for each in record.fields}
    assert set(told) == {"title", "filters", "order", "columns", "parts", "language"}
    for word in (say("facts.state_accepted"), say("facts.filter_conflict"), "moon", "quai neuf"):
        assert word in told["filters"]
    assert say("sheet.supported") not in told["filters"]
    assert say("facts.group_subject") in told["order"]
    assert told["parts"] == say("workbook.sheet.sources")
    moved = sheets.delete_sheet(project.runner, sheet_id)
    (record,) = trace(project.runner, moved.action.id, wording).records
    assert [each.field for each in record.fields] == ["hidden"]
    assert all(each.label != each.field for each in record.fields)


def test_the_workbooks_journal_names_the_sheet(project: Project) -> None:
    _done, sheet_id = sheets.add_sheet(project.runner, "Ports")
    sheets.change_sheet(project.runner, replace(sheets.sheet(project.runner, sheet_id), title="Quais"))
    rows = list(workbook_content(project.runner, Wording("fr")).journal)
    assert {("Ports", "sheets", "", "Ports"), ("Quais", "title", "Ports", "Quais")} <= {
        (row.about, row.field, row.before, row.after) for row in rows
    }


def test_the_whole_project_is_no_record() -> None:
    whole: Sheet = sheets.whole_project_sheet("Tout")
    assert (whole.id, whole.title, whole.without_passage) == ("", "Tout", True)
