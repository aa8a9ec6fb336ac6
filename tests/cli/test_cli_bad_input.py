"""Bad input on the command line: one clear sentence, exit 1, nothing lost, no traceback."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from program import ROOT, Run

from maeditor.wording import LANGUAGES

pytestmark = pytest.mark.slow


def one_sentence(run: subprocess.CompletedProcess[str], name: str) -> None:
    told = [line for line in run.stderr.splitlines() if line.strip()]
    assert run.returncode == 1, run
    assert len(told) == 1, run.stderr
    assert name in told[0]
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_project_that_is_not_ours_is_named_and_left_alone(maeditor: Run, tmp_path: Path, language: str) -> None:
    other = tmp_path / "autre.maed"
    with sqlite3.connect(other) as connection:
        connection.execute("create table t (x)")
    connection.close()
    before = other.read_bytes()
    one_sentence(maeditor("check", other, language=f"{language}_FR.UTF-8"), "autre.maed")
    assert other.read_bytes() == before


def test_a_text_that_only_looks_like_a_project_is_refused(maeditor: Run, tmp_path: Path) -> None:
    fake = tmp_path / "faux.maed"
    fake.write_text("ceci n’est pas un projet", "utf-8")
    one_sentence(maeditor("facts", fake, "--jsonl"), "faux.maed")


def test_a_project_that_is_not_there_is_told(maeditor: Run) -> None:
    one_sentence(maeditor("facts", "absent.maed", "--jsonl"), "absent.maed")


def test_a_project_from_a_newer_version_is_told_and_untouched(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    with sqlite3.connect(tmp_path / "p.maed") as connection:
        connection.execute("pragma user_version = 9999")
    connection.close()
    before = (tmp_path / "p.maed").read_bytes()
    one_sentence(maeditor("propose", "p.maed"), "p.maed")
    assert (tmp_path / "p.maed").read_bytes() == before


def test_a_project_locked_by_another_process_is_told(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    holder = sqlite3.connect(tmp_path / "p.maed", isolation_level=None)
    holder.execute("begin exclusive")
    try:
        one_sentence(maeditor("propose", "p.maed"), "p.maed")
    finally:
        holder.rollback()
        holder.close()
    assert maeditor("propose", "p.maed").returncode == 0


def test_a_full_disk_keeps_the_workbook_that_was_there(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    maeditor("export", "p.maed", "o.xlsx")
    before = (tmp_path / "o.xlsx").read_bytes()
    # A file size limit is how a full disk looks to one process, without needing one.
    script = f"ulimit -f 4; trap '' XFSZ; exec '{sys.executable}' -m maeditor export p.maed o.xlsx"
    run = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=60,
    )
    one_sentence(run, "o.xlsx")
    assert (tmp_path / "o.xlsx").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if "o.xlsx" in path.name) == ["o.xlsx"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vide.txt", b""),
        ("binaire.txt", bytes(range(256)) * 64),
        ("enorme.txt", b"x" * (50 * 1024 * 1024)),
    ],
)
def test_a_file_that_holds_no_article_is_named(maeditor: Run, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    run = maeditor("import", "p.maed", name)
    assert run.returncode == 1
    assert run.stdout.startswith("failed")
    assert name in run.stdout
    assert len(run.stdout.splitlines()) == 1
    assert maeditor("check", "p.maed").returncode == 0


def test_nul_ridden_and_oddly_encoded_files_are_read_or_told(maeditor: Run, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Énergie\n\nLe site a coûté 3 millions d’euros.".encode("cp1252"))
    (tmp_path / "seize.txt").write_bytes("Énergie 16\n\nLe site a coûté 4 millions d’euros.".encode("utf-16"))
    run = maeditor("import", "p.maed", "latin.txt", "seize.txt")
    assert run.returncode == 0, run.stdout
    assert "Énergie" in run.stdout


def test_nothing_can_be_exported_into_a_folder_that_is_not_there(maeditor: Run, article: Path) -> None:
    maeditor("import", "p.maed", article)
    one_sentence(maeditor("export", "p.maed", "nulle/part/o.xlsx"), "o.xlsx")


def test_without_a_display_a_named_project_is_not_passed_over_in_silence(
    maeditor: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    maeditor("import", "p.maed", article)
    one_sentence(maeditor("p.maed"), "p.maed")
    assert not (tmp_path / "out").exists()


def test_an_export_never_replaces_a_project(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    (tmp_path / "lien.xlsx").symlink_to("p.maed")
    for target in ("p.maed", "lien.xlsx"):
        one_sentence(maeditor("export", "p.maed", target), target)
    assert maeditor("check", "p.maed").returncode == 0


def test_an_empty_folder_is_a_failed_line_like_any_other(maeditor: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "rien").mkdir()
    run = maeditor("import", "p.maed", "rien", article)
    assert run.returncode == 1
    assert [line.split("\t")[0] for line in run.stdout.splitlines()] == ["failed", "imported"]
    assert run.stderr == ""


def test_a_full_standard_output_is_told(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    with open("/dev/full", "w") as full:  # noqa: PTH123  a device
        run = subprocess.run(
            [sys.executable, "-m", "maeditor", "facts", "p.maed", "--jsonl"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8"},
        )
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1
    assert "report it" not in run.stderr


def test_a_display_that_cannot_be_used_is_no_display(
    maeditor: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":77")
    one_sentence(maeditor("quelconque.maed"), "quelconque.maed")
