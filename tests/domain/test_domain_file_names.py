"""File names made from titles: a hostile title would write outside the folder, or a file that nobody can open."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.file_names import LONGEST, MOST_BYTES, file_name_for

CASES = {
    "climbing": ("../../etc/passwd", "etc-passwd.csv"),
    "absolute": ("/etc/cron.d/x", "etc-cron.d-x.csv"),
    "drive": ("C:\\Windows\\system32", "C-Windows-system32.csv"),
    "share": ("\\\\server\\share", "server-share.csv"),
    "device": ("CON", "_CON.csv"),
    "device with a point": ("lpt1.notes", "_lpt1.notes.csv"),
    "turned round": ("Rapport\u202egpj.exe", "Rapportgpj.exe.csv"),
    "nul and bells": ("Sites\x00 et\x07 parcs", "Sites et parcs.csv"),
    "stream": ("Nador: le campus? | *", "Nador- le campus.csv"),
    "points and spaces at the end": ("Nador. . .", "Nador.csv"),
    "hidden": (".bashrc", "bashrc.csv"),
    "nothing left": ("\u200b///...", "maeditor.csv"),
    "too long": ("Le campus de Nador " * 40, None),
}


@pytest.mark.parametrize(("title", "name"), CASES.values(), ids=CASES)
def test_a_hostile_title_gives_a_name_in_its_folder(title: str, name: str | None, tmp_path: Path) -> None:
    made = file_name_for(title, ".csv")
    assert name is None or made == name
    file = tmp_path / made
    file.write_text("x", "utf-8")
    assert file.resolve().parent == tmp_path.resolve()
    assert [each.name for each in tmp_path.iterdir()] == [made]


def test_there_are_thirteen_cases() -> None:
    assert len(CASES) == 13


def test_a_plain_title_stays_as_it_is() -> None:
    assert file_name_for("Centres de données en Afrique, l’état 2026", ".xlsx").startswith(
        "Centres de données en Afrique, l’"
    )
    assert file_name_for("مركز بيانات الرباط", ".docx") == "مركز بيانات الرباط.docx"


def test_a_long_title_ends_with_a_whole_word() -> None:
    made = file_name_for("Le campus de Nador " * 40, ".csv")
    assert made.removesuffix(".csv").rpartition(" ")[2] in {"Le", "campus", "de", "Nador"}


def test_a_cut_keeps_a_letter_with_its_marks() -> None:
    # q with a dot below has no letter of its own: it stays two code points after normalising.
    made = file_name_for("a" + "q\u0323" * 200, "")
    assert len(made) <= LONGEST
    assert made.endswith("q\u0323")


@given(st.text(alphabet=st.characters(), max_size=400))
def test_every_title_gives_one_part_of_a_path_for_every_system(title: str) -> None:
    made = file_name_for(title, ".html")
    name = made.removesuffix(".html")
    assert 0 < len(name) <= LONGEST + 1
    assert len(name.encode()) <= MOST_BYTES + 1
    assert not set(made) & set('<>:"/\\|?*\x00')
    assert not {unicodedata.category(each) for each in made} & {"Cc", "Cf", "Cs"}
    assert name == name.strip(" .")
    assert PureWindowsPath(made).name == made
    if hasattr(PureWindowsPath(made), "is_reserved"):
        assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
