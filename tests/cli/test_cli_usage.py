"""A wrong command line: told in the person's language, and what is wrong with it; a project's name is completed."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import Run, records

from maeditor.cli.parser import parse, project_named
from maeditor.cli.worded_parser import UsageError
from maeditor.wording import LANGUAGES, Wording

WRONG: dict[str, tuple[list[str], str]] = {
    "required": (["export", "p.maed"], "OUT.xlsx"),
    "unrecognized": (["facts", "p.maed", "--nonsense"], "--nonsense"),
    "one_of": (["propose"], "--stdin"),
    "not_with": (["propose", "--stdin", "--text", "a.txt"], "--stdin"),
    "choice": (["facts", "p.maed", "--language", "de"], "de"),
    "command": (["--help-me"], "--help-me"),
    "one_value": (["demo", "--out"], "--out"),
    "some_values": (["propose", "--text"], "--text"),
    "no_value": (["facts", "p.maed", "--jsonl=3"], "3"),
    "value": (["propose", "p.maed", "--jobs", "0"], "--jobs"),
    "ambiguous": (["import", "p.maed", "a.txt", "--lan", "fr", "--l"], "--l"),
}
ENGLISH = ("argument", "required", "usage:", "following", "choose", "expected", "unrecognized", "show this", "ignored")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in WRONG if name != "ambiguous"])
def test_what_is_wrong_is_said_in_the_language(name: str, language: str) -> None:
    arguments, part = WRONG[name]
    with pytest.raises(UsageError) as told:
        parse(arguments, Wording(language))
    sentence = str(told.value).splitlines()[-1]
    assert part in sentence
    assert sentence.startswith("maeditor")
    if language == "fr":
        words = sentence.replace("argument inconnu", "")
        assert not [each for each in ENGLISH if each in words], sentence
        assert "usage\u00a0:" in str(told.value) or name == "command"


def test_an_option_that_could_be_two_is_said() -> None:
    with pytest.raises(UsageError) as told:
        parse(["check", "p.maed", "--l", "fr"], Wording("fr"))
    assert "--language" in str(told.value)


@pytest.mark.parametrize("option", ["--language", "--lang"])
def test_the_language_asked_for_is_spoken_from_the_first_word(maeditor: Run, option: str) -> None:
    run = maeditor("export", option, "fr")
    assert run.returncode == 2
    assert "il manque" in run.stderr
    assert "usage\u00a0: maeditor export" in run.stderr
    assert "il manque" in maeditor(f"{option}=fr", "export").stderr
    told = maeditor("facts", "-h", f"{option}=fr").stdout
    assert not [each for each in ("show this", "positional", "usage:") if each in told], told
    assert "montrer cette aide" in told


def test_the_name_of_a_project_is_completed(maeditor: Run, article: Path, tmp_path: Path) -> None:
    assert maeditor("import", "essai", article).returncode == 0
    assert (tmp_path / "essai.maed").is_file()
    assert maeditor("propose", "essai").returncode == 0
    assert maeditor("check", "essai.maed").returncode == 0
    assert records(maeditor("facts", "essai", "--jsonl").stdout)


def test_what_is_there_under_the_name_typed_is_what_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dossier").mkdir()
    (tmp_path / "sans_suffixe").write_text("x", "utf-8")
    assert project_named("dossier") == "dossier"
    assert project_named("sans_suffixe") == "sans_suffixe"
    assert project_named("a.maed") == "a.maed"
    assert project_named("postgresql+psycopg://h/b") == "postgresql+psycopg://h/b"
    assert project_named("autre") == "autre.maed"


def test_a_folder_is_no_project_and_that_is_said(maeditor: Run, tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    run = maeditor("facts", "dossier")
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1
    assert "dossier" in run.stderr
