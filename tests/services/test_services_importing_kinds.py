"""Files that hold several articles, or say what others are: each thing in them is told, and one undo takes all back."""

from __future__ import annotations

from pathlib import Path

from services_project import Project

from maeditor.services import library, undoing
from maeditor.services.describing import ArticleDetails, describe_article
from maeditor.services.importing import FileOutcome, Outcome, import_paths

ENTRY = (
    "TY  - NEWS\nTI  - {title}\nT2  - La Gazette\nDA  - 2026/03/13/\nUR  - https://gazette.example/1\n{more}ER  - \n"
)


def outcomes(project: Project, *paths: Path) -> dict[str, FileOutcome]:
    return {Path(each.name).name: each for each in import_paths(project.runner, paths).outcomes}


def test_the_rows_of_a_table_are_articles_in_one_step(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "revue.csv"
    table.write_text("titre;texte\nUn;Le parc produit 120 MW.\nDeux;\nTrois;Le port emploie 900 personnes.\n", "cp1252")
    found = outcomes(project, table)
    assert [(name, each.outcome.value) for name, each in found.items()] == [
        ("revue.csv#row=2", "imported"),
        ("revue.csv#row=3", "failed"),
        ("revue.csv#row=4", "imported"),
    ]
    assert len(library.articles(project.runner)) == 3
    undoing.undo(project.runner)
    assert len(library.articles(project.runner)) == 1


def test_the_same_table_again_brings_nothing_twice(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "revue.csv"
    table.write_text("texte\nLe parc produit 120 MW.\n", "utf-8")
    outcomes(project, table)
    assert [each.outcome for each in outcomes(project, table).values()] == [Outcome.DUPLICATE]


def test_a_reference_completes_the_article_it_is_about_and_overwrites_nothing(project: Project, tmp_path: Path) -> None:
    with project.runner.read() as queries:
        article = queries.article(project.article_id)
    details = ArticleDetails(article.title, publisher="Le Matin")
    describe_article(project.runner, article.id, article.version, details)
    references = tmp_path / "zotero.ris"
    references.write_text(ENTRY.format(title=article.title, more="AB  - Un résumé.\n"), "utf-8")
    (found,) = outcomes(project, references).values()
    assert (found.outcome, found.article_id) == (Outcome.DESCRIBED, article.id)
    with project.runner.read() as queries:
        completed = queries.article(article.id)
    assert (completed.publisher, completed.published) == ("Le Matin", article.published or "2026-03-13")
    assert completed.url == "https://gazette.example/1"
    undoing.undo(project.runner)
    with project.runner.read() as queries:
        assert queries.article(article.id).url == ""


def test_a_reference_and_its_file_give_one_article_in_whatever_order(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "liste"
    (folder / "files").mkdir(parents=True)
    (folder / "files/parc.txt").write_text("Un parc au sud\n\nIl produit 120 MW.", "utf-8")
    references = folder / "a.ris"
    references.write_text(ENTRY.format(title="Le parc de Zagora", more="L1  - files/parc.txt\n"), "utf-8")
    (alone,) = outcomes(project, references).values()
    assert (alone.outcome, len(library.articles(project.runner))) == (Outcome.IMPORTED, 2)
    with project.runner.read() as queries:
        article = queries.article(alone.article_id)
    assert (article.title, article.publisher, article.published) == ("Le parc de Zagora", "La Gazette", "2026-03-13")
    undoing.undo(project.runner)
    both = outcomes(project, folder)
    assert {name: each.outcome for name, each in both.items()} == {
        "parc.txt": Outcome.IMPORTED,
        "a.ris#entry=1": Outcome.DESCRIBED,
    }
    assert len(library.articles(project.runner)) == 2


def test_a_reference_that_suits_two_articles_completes_neither(project: Project, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(f"Le parc solaire de Zagora\n\nTexte {number}.", "utf-8")
    import_paths(project.runner, [tmp_path])
    references = tmp_path / "a.ris"
    references.write_text(ENTRY.format(title="Le parc solaire de Zagora", more=""), "utf-8")
    (found,) = outcomes(project, references).values()
    assert found.error is not None
    assert (found.error.key, found.error.details["count"]) == ("reference_of_several", 2)


def test_an_abstract_comes_in_as_one_and_an_entry_without_is_told(project: Project, tmp_path: Path) -> None:
    references = tmp_path / "a.ris"
    entries = ENTRY.format(title="Eau", more="AB  - Le site consomme 12 m³.\n") + ENTRY.format(title="Rien", more="")
    references.write_text(entries.replace("UR  - https://gazette.example/1\n", ""), "utf-8")
    first, second = outcomes(project, references).values()
    assert (first.outcome, [each.key for each in first.remarks]) == (Outcome.IMPORTED, ["abstract_only"])
    assert second.error is not None
    assert second.error.key == "reference_without_text"


def test_a_broken_file_that_a_reference_names_gives_way_to_its_abstract(project: Project, tmp_path: Path) -> None:
    (tmp_path / "parc.pdf").write_bytes(b"%PDF-1.4 rubbish")
    references = tmp_path / "a.ris"
    with_abstract = ENTRY.format(title="Eau", more="AB  - Le site consomme 12 m³.\nL1  - parc.pdf\n")
    references.write_text(with_abstract, "utf-8")
    (first,) = outcomes(project, references).values()
    assert first.outcome is Outcome.IMPORTED
    undoing.undo(project.runner)
    references.write_text(ENTRY.format(title="Eau", more="L1  - parc.pdf\n"), "utf-8")
    (second,) = outcomes(project, references).values()
    assert second.error is not None
    assert second.error.key == "document_is_damaged"


def test_stopping_between_rows_keeps_what_is_whole(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "revue.csv"
    table.write_text("texte\n" + "".join(f"Le parc {number} produit 120 MW.\n" for number in range(9)), "utf-8")
    answers = iter([False, False, False, True])
    report = import_paths(project.runner, [table], cancelled=lambda: next(answers, True))
    assert 0 < len(report.article_ids) < 9
    assert report.done is not None
    assert report.done.action.details["interrupted"] is True
