"""Saved charts go into reports: they must be whole, sharp, and say what the window says."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from charts_scenes import fact, open_pane
from defusedxml import ElementTree
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from maeditor.domain.errors import ExportError


def texts(path: Path) -> list[str]:
    root = ElementTree.fromstring(path.read_bytes())
    return [" ".join("".join(each.itertext()).split()) for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_svg_is_xml_and_holds_every_word(qtbot: QtBot, tmp_path: Path) -> None:
    pane = open_pane(qtbot)
    path = tmp_path / "graphe.svg"
    pane.save_svg(path)
    found = texts(path)
    for said in (
        "Capacité électrique par lieu",
        "Nador",
        "au plus 500 MW",
        "environ 8 MW",
        "40 à 386 MW",
        "20,5 GW",
        ", à vérifier",
        "au moins 12 MW",
        ", en conflit",
        "100 MW",
        "prévu",
        "plage",
    ):
        assert said in found, said
    assert any("10 faits, 3 articles" in each for each in found)
    assert b'font-family="Inter,' in path.read_bytes()
    renderer = QSvgRenderer(QByteArray(path.read_bytes()))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(2, 2) == pane._theme.colour("paper")


def test_the_png_has_the_pixels_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    pane = open_pane(qtbot)
    sizes = []
    for scale in (1, 2):
        path = tmp_path / f"{scale}.png"
        pane.save_png(path, scale)
        sizes.append(struct.unpack(">II", path.read_bytes()[16:24]))
    assert sizes[0][0] == 1100
    assert sizes[1] == (2200, 2 * sizes[0][1])
    image = QImage(str(tmp_path / "2.png"))
    colours = {image.pixel(x, y) for x in range(0, 2200, 3) for y in range(0, image.height(), 3)}
    for name in ("accent", "paper", "text"):
        assert pane._theme.colour(name).rgb() in colours, name


def test_a_picture_holds_all_rows_also_those_scrolled_away(qtbot: QtBot, tmp_path: Path) -> None:
    pane = open_pane(qtbot, [fact(f"lieu {n:02}", str(n), number=n) for n in range(1, 61)])
    pane.save_svg(tmp_path / "g.svg")
    found = texts(tmp_path / "g.svg")
    assert {f"lieu {n:02}" for n in range(1, 61)} <= set(found)


def test_a_value_far_off_the_others_is_in_the_picture_and_does_not_stretch_it(qtbot: QtBot, tmp_path: Path) -> None:
    views = [fact(f"lieu {n:02}", str(10 * n), number=n) for n in range(1, 21)]
    pane = open_pane(qtbot, [*views, fact("Nador", "2", unit="kW", number=21)])
    pane.save_svg(tmp_path / "g.svg")
    found = texts(tmp_path / "g.svg")
    assert "2 kW" in found
    assert "10 MW" in found
    assert "0,01 MW" not in found


def test_what_is_filtered_away_is_not_in_the_picture(qtbot: QtBot, tmp_path: Path) -> None:
    pane = open_pane(qtbot)
    next(box for box in pane.facets.boxes if box.facet.value == "proposed").click()
    pane.save_svg(tmp_path / "g.svg")
    found = texts(tmp_path / "g.svg")
    assert "20,5 GW" not in found
    assert any("8 faits, 2 articles" in each for each in found)


def test_a_failed_save_leaves_the_old_picture(qtbot: QtBot, tmp_path: Path) -> None:
    pane = open_pane(qtbot)
    path = tmp_path / "g.png"
    pane.save_png(path)
    before = path.read_bytes()
    with pytest.raises(ExportError):
        pane.save_png(tmp_path / "nowhere" / "g.png")
    with pytest.raises(ExportError):
        pane.save_svg(tmp_path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["g.png"]


def test_long_names_fold_and_huge_scales_stay_readable(qtbot: QtBot, tmp_path: Path) -> None:
    views = [
        fact("Réseau électrique national, hors sites isolés et îles lointaines", "10", number=1),
        fact("Unsinglemotquinetientpassurunelignedegraphe", "1e13", number=2),
    ]
    pane = open_pane(qtbot, views)
    pane.save_svg(tmp_path / "g.svg")
    found = texts(tmp_path / "g.svg")
    assert any(each.startswith("Réseau électrique") for each in found)
    assert any(each.endswith("…") and "sites" in each for each in found)
    assert any(each.endswith("…") and each.startswith("Unsingle") for each in found)
    assert "10^12 MW" in found


def test_hostile_names_stay_text_in_the_svg(qtbot: QtBot, tmp_path: Path) -> None:
    pane = open_pane(qtbot, [fact("<script>&\"'", "10", number=1)])
    pane.save_svg(tmp_path / "g.svg")
    assert "<script>&\"'" in texts(tmp_path / "g.svg")
