"""Import: an editor would lose articles, or get them twice, if these failed."""

from __future__ import annotations

from pathlib import Path

from services_project import ARTICLE, Project

from maeditor.services import library, undoing
from maeditor.services.importing import Outcome, import_paths, import_text


def test_a_file_that_cannot_be_read_stops_nothing_else(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "bon.txt").write_text("Un titre\n\nLe port traite 9 millions de conteneurs.", "utf-8")
    (folder / "vide.txt").write_text("", "utf-8")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    report = import_paths(project.runner, [folder, tmp_path / "absent.txt"])
    outcomes = {Path(each.name).name: each for each in report.outcomes}
    assert outcomes["bon.txt"].outcome is Outcome.IMPORTED
    for name, key in (("vide.txt", "file_empty"), ("image.txt", "file_is_binary"), ("absent.txt", "file_missing")):
        error = outcomes[name].error
        assert outcomes[name].outcome is Outcome.FAILED
        assert error is not None
        assert error.key == key


def test_the_same_article_is_not_imported_twice(project: Project, tmp_path: Path) -> None:
    same_text = tmp_path / "copie.md"
    same_text.write_bytes(ARTICLE.replace("\n", "\r\n").encode("utf-8"))
    other_name = tmp_path / "copie.txt"
    other_name.write_bytes(ARTICLE.replace("\n", "\r\n").encode("utf-8"))
    report = import_paths(project.runner, [other_name])
    assert [each.outcome for each in report.outcomes] == [Outcome.DUPLICATE]
    assert report.outcomes[0].article_id == project.article_id
    assert report.done is None
    assert import_text(project.runner, ARTICLE).outcomes[0].outcome is Outcome.DUPLICATE


def test_an_import_of_many_files_is_one_step_to_undo(project: Project, tmp_path: Path) -> None:
    files = []
    for number in range(12):
        files.append(tmp_path / f"n{number}.txt")
        files[-1].write_text(f"Article {number}\n\nLe site {number} compte {number + 3} salles.", "utf-8")
    report = import_paths(project.runner, files)
    assert len(report.article_ids) == 12
    undoing.undo(project.runner)
    assert [card.id for card in library.articles(project.runner)] == [project.article_id]
    undoing.redo(project.runner)
    assert len(library.articles(project.runner)) == 13


def test_a_cancelled_import_keeps_what_is_whole_and_can_be_taken_back(project: Project, tmp_path: Path) -> None:
    files = []
    for number in range(6):
        files.append(tmp_path / f"c{number}.txt")
        files[-1].write_text(f"Titre {number}\n\nPhrase {number} du texte.", "utf-8")
    answers = iter([False, False, False, True])
    report = import_paths(project.runner, files, cancelled=lambda: next(answers))
    assert len(report.article_ids) == 3
    assert report.done is not None
    assert report.done.action.details["interrupted"] is True
    undoing.undo(project.runner)
    assert len(library.articles(project.runner)) == 1


def test_progress_goes_from_nothing_to_all(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "un.txt"
    file.write_text("Titre\n\nTexte.", "utf-8")
    seen: list[float] = []
    import_paths(project.runner, [file, tmp_path / "absent.txt"], progress=seen.append)
    assert seen[0] == 0.0
    assert seen[-1] == 1.0
    assert seen == sorted(seen)


def test_an_empty_folder_is_told(project: Project, tmp_path: Path) -> None:
    (tmp_path / "rien").mkdir()
    outcome = import_paths(project.runner, [tmp_path / "rien"]).outcomes[0]
    assert outcome.outcome is Outcome.FAILED
    assert outcome.error is not None
