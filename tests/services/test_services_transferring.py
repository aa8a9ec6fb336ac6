"""A project written as lines and taken in again is the same project: nobody is shut in by our own file format."""

import json

import pytest

from maeditor.domain.errors import ExportError, ProjectError, UnreadableFileError
from maeditor.domain.facts import Entity, EntityKind
from maeditor.domain.record import new_id
from maeditor.services import annotating, deleting, library, undoing
from maeditor.services.annotating import FactStatement
from maeditor.services.checking import check_project
from maeditor.services.projects import create_project, open_project
from maeditor.services.sample import build_sample
from maeditor.services.transferring import TABLES, read_project, write_project


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample with a deleted article, a fact that was changed often, one without a passage, and an entity."""
    path = tmp_path_factory.mktemp("lines") / "exemple.maed"
    build_sample(path)
    runner = open_project(path)
    view = library.project_facts(runner)[0]
    said = FactStatement(view.fact.property, "Objet « changé »\u202f: 1\u00a0000", view.fact.quantity)
    annotating.correct_fact(runner, view.fact.id, view.fact.version, said)
    lonely = library.project_facts(runner)[1]
    for link in lonely.evidence:
        annotating.remove_evidence(runner, link.id)
    deleting.delete_article(runner, library.articles(runner)[3].id)
    place = Entity(new_id(), 1, EntityKind.CITY, "Tétouan", label_ar="تطوان", aliases=("Tetuán",))
    runner.run("add-entity", lambda unit: {"titles": [unit.entities.add(place).label_fr]})
    yield runner
    runner.store.close()


def everything(runner):
    with runner.read() as queries:
        found = {table: queries.whole.rows(table, "", 100_000) for table in sorted(TABLES)}
        texts = {row["id"]: (queries.text(row["id"]), queries.original(row["id"])) for row in found["texts"]}
    return found, texts


def test_out_and_in_is_the_same_project(sample, tmp_path):
    lines = tmp_path / "tout.jsonl"
    told = []
    count = write_project(sample, lines, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    fresh = create_project(tmp_path / "neuf.maed", "neuf")
    done = read_project(fresh, lines)
    assert len(done.changes) == count > 300
    assert everything(fresh) == everything(sample)
    assert not check_project(fresh)
    assert [fresh.store.meta(key) for key in ("project_id", "name")] == [
        sample.store.meta(key) for key in ("project_id", "name")
    ]
    # What comes next has numbers of its own.
    article = library.articles(fresh)[0]
    known = {view.fact.number for view in library.project_facts(fresh)}
    span = library.article_facts(fresh, article.id)[0].evidence[0].passage.anchor.span
    annotating.record_fact(fresh, annotating.FactDraft(article.id, span, FactStatement("notable", "Suite", None, "x")))
    assert max(view.fact.number for view in library.project_facts(fresh)) > max(known)
    again = tmp_path / "encore.jsonl"
    undoing.undo(fresh)
    write_project(fresh, again)
    assert again.read_bytes().splitlines()[1:] == lines.read_bytes().splitlines()[1:]
    fresh.store.close()


def test_taking_in_is_one_step_back(sample, tmp_path):
    lines = tmp_path / "tout.jsonl"
    write_project(sample, lines)
    fresh = create_project(tmp_path / "neuf.maed", "neuf")
    read_project(fresh, lines)
    undoing.undo(fresh)
    assert not any(everything(fresh)[0].values())
    fresh.store.close()


def test_a_project_that_holds_something_takes_no_other_in(sample, tmp_path):
    lines = tmp_path / "tout.jsonl"
    write_project(sample, lines)
    before = everything(sample)
    with pytest.raises(ProjectError) as refused:
        read_project(sample, lines)
    assert refused.value.key == "project_not_empty"
    assert everything(sample) == before


def _spoilt(kind, change):
    def spoil(lines):
        at = next(number for number, line in enumerate(lines) if line.get("type") == kind)
        change(lines[at]["record"] if "record" in lines[at] else lines[at])
        return lines

    return spoil


SPOILT = {
    "a line that is missing": lambda lines: [line for line in lines if line.get("type") != "articles"],
    "a line twice": lambda lines: [*lines, lines[-1]],
    "another table": lambda lines: [*lines, {"type": "actions", "record": {}}],
    "no record": lambda lines: [*lines, {"type": "facts"}],
    "a list": lambda lines: [*lines, [1]],
    "a text that was edited": _spoilt("text", lambda line: line.update(text=line["text"] + "!")),
    "base64 that is none": _spoilt("original", lambda line: line.update(base64="*")),
    "a quote that is not there": _spoilt("passages", lambda row: row.update(exact="jamais dit")),
    "a number as a subject": _spoilt("facts", lambda row: row.update(subject=3)),
    "a NUL": _spoilt("facts", lambda row: row.update(note="a\0")),
    "no state": _spoilt("facts", lambda row: row.update(state="perhaps")),
    "an amount that is none": _spoilt("facts", lambda row: row.update(amount="much")),
    "a field too many": _spoilt("facts", lambda row: row.update(colour="red")),
    "a fact of no article": _spoilt("facts", lambda row: row.update(article_id=new_id())),
    "half a surrogate": _spoilt("text", lambda line: line.update(text="\ud800")),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_file_that_contradicts_itself_is_refused_before_anything_is_written(sample, tmp_path, spoil):
    lines = tmp_path / "tout.jsonl"
    write_project(sample, lines)
    spoilt = spoil([json.loads(line) for line in lines.read_bytes().splitlines()])
    lines.write_text("\n".join(json.dumps(line) for line in spoilt), "utf-8")
    fresh = create_project(tmp_path / "neuf.maed", "neuf")
    with pytest.raises(UnreadableFileError) as refused:
        read_project(fresh, lines)
    assert refused.value.key == "project_line_unreadable"
    assert refused.value.details["line"] > 1
    assert not any(everything(fresh)[0].values())
    fresh.store.close()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "file_empty"),
        ('{"id": 1}\n', "project_lines_foreign"),
        ('{"maeditor": "project", "format": 2}\n', "project_lines_newer"),
        ("not JSON\n", "project_line_unreadable"),
        ("[" * 100_000, "project_line_unreadable"),
    ],
)
def test_another_file_is_named_as_such(tmp_path, text, key):
    other = tmp_path / "autre.jsonl"
    other.write_text(text, "utf-8")
    fresh = create_project(tmp_path / "neuf.maed", "neuf")
    with pytest.raises(UnreadableFileError) as refused:
        read_project(fresh, other)
    assert refused.value.key == key
    fresh.store.close()


def test_stopped_it_leaves_the_previous_file_and_no_half_project(sample, tmp_path):
    lines = tmp_path / "tout.jsonl"
    lines.write_text("the previous one", "utf-8")
    with pytest.raises(ExportError) as stopped:
        write_project(sample, lines, cancelled=lambda: True)
    assert stopped.value.key == "export_cancelled"
    assert lines.read_text("utf-8") == "the previous one"
    assert [path.name for path in tmp_path.iterdir()] == ["tout.jsonl"]
    write_project(sample, lines)
    fresh = create_project(tmp_path / "neuf.maed", "neuf")
    done = read_project(fresh, lines, cancelled=lambda: True)
    assert done.action.details["interrupted"]
    undoing.undo(fresh)
    assert not any(everything(fresh)[0].values())
    fresh.store.close()


def test_no_project_is_written_over(sample, tmp_path):
    other = tmp_path / "autre.maed"
    create_project(other, "autre").store.close()
    with pytest.raises(ExportError):
        write_project(sample, other)
    assert open_project(other).store.meta("name") == "autre"
