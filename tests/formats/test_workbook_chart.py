"""The chart in the workbook must be as honest as the one in the window: no sum, no invented end, no vanished bar."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from workbook_samples import content, header, part, power, sheet_part, values, written

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def _chart(path: Path, *rows: Any, language: str = "fr") -> Any:
    written(path, content(capacities=rows), language)
    return ElementTree.fromstring(part(path, "xl/charts/chart1.xml"))


def _texts(chart: Any) -> list[str]:
    return [run.text for run in chart.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")]


def _labels(path: Path) -> list[str]:
    return [row[0] for row in values(path, "Capacités")]


def test_each_lifecycle_is_a_series_and_draws_its_own_column(tmp_path: Path) -> None:
    """Planned power would look like running power."""
    path = tmp_path / "o.xlsx"
    chart = _chart(path, power(1, "5", lifecycle="operational"), power(2, "20"), power(3, "9", lifecycle="announced"))
    names = header(path, "Capacités")
    drawn = {}
    for series in chart.iter(f"{C}ser"):
        title, labels, numbers = (series.find(f"{C}{where}").find(f".//{C}f").text for where in ("tx", "cat", "val"))
        letter = re.search(r"\$([A-Z]+)\$1", title).group(1)
        drawn[letter] = (labels, numbers)
    first = names.index("En service (MW)")
    letters = [chr(65 + first + at) for at in range(3)]
    assert names[first : first + 3] == ["En service (MW)", "Prévu (MW)", "Annoncé (MW)"]
    assert drawn == {letter: ("'Capacités'!$A$2:$A$4", f"'Capacités'!${letter}$2:${letter}$4") for letter in letters}


@pytest.mark.parametrize(
    ("amounts", "logarithmic", "least"),
    [
        (("5", "2000"), True, "1.0"),
        (("0.4", "200"), True, "0.1"),
        (("3", "150"), True, "1.0"),
        (("1", "50"), True, "0.1"),
        (("100", "2000"), False, "0.0"),
        (("0", "2000"), False, "0.0"),
        (("-5", "2000"), False, None),
        (("20",), False, "0.0"),
    ],
)
def test_the_scale_is_logarithmic_where_the_range_needs_it(
    tmp_path: Path, amounts: tuple[str, ...], logarithmic: bool, least: str | None
) -> None:
    """Five megawatts beside two gigawatts would be no bar at all; zero has no logarithm."""
    chart = _chart(tmp_path / "o.xlsx", *(power(at, amount) for at, amount in enumerate(amounts)))
    scaling = chart.find(f".//{C}valAx/{C}scaling")
    base, low = scaling.find(f"{C}logBase"), scaling.find(f"{C}min")
    assert (base is not None and float(base.get("val")) == 10) == logarithmic
    assert (None if low is None else str(float(low.get("val")))) == least
    assert ("Puissance en MW (échelle logarithmique)" in _texts(chart)) == logarithmic


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        (
            "fr",
            [
                "Essaouira · Site 1 · environ 2\u202f000\u00a0MW",
                "Essaouira · Site 2 · au plus 500\u00a0MW",
                "Essaouira · Site 3 · de 40 à 386,5\u00a0MW (à relire)",
                "Essaouira · 20\u00a0MW",
            ],
        ),
        (
            "en",
            [
                "Essaouira · Site 1 · about 2,000 MW",
                "Essaouira · Site 2 · at most 500 MW",
                "Essaouira · Site 3 · 40 to 386.5 MW (to review)",
                "Essaouira · 20 MW",
            ],
        ),
    ],
)
def test_bars_say_how_sure_their_end_is(tmp_path: Path, language: str, labels: list[str]) -> None:
    """A ceiling of 500 MW would be read as 500 MW."""
    path = tmp_path / "o.xlsx"
    rows = (
        power(1, "2000", comparator="≈"),
        power(2, "500", comparator="≤"),
        power(3, None, comparator="range", lower=Decimal(40), upper=Decimal("386.5"), state="proposed"),
        power(4, "20", subject="Essaouira"),
    )
    written(path, content(capacities=rows), language)
    assert [row[0] for row in values(path, "Capacités" if language == "fr" else "Capacities")] == labels


def test_a_range_is_a_bar_with_a_whisker_to_its_upper_end(tmp_path: Path) -> None:
    """The chart would show one end of a range as if it were the value."""
    path = tmp_path / "o.xlsx"
    chart = _chart(path, power(1, None, comparator="range", lower=Decimal(40), upper=Decimal("386.5")), power(2, "50"))
    names = header(path, "Capacités")
    reach = [row[names.index("Étendue (MW)")] for row in values(path, "Capacités")]
    assert reach == ["", 346.5]
    bars = chart.find(f".//{C}errBars")
    assert bars.find(f"{C}errBarType").get("val") == "plus"
    assert f"${chr(65 + names.index('Étendue (MW)'))}$2" in bars.find(f".//{C}f").text
    assert _chart(path, power(2, "50")).find(f".//{C}errBars") is None


def test_a_chart_of_many_shows_the_largest_and_says_so(tmp_path: Path) -> None:
    """Two hundred bars cannot be read, and a chart that drops some must not look whole."""
    path = tmp_path / "o.xlsx"
    chart = _chart(path, *(power(at, str(at + 1)) for at in range(200)))
    assert "Les 30 plus grandes puissances (MW)" in _texts(chart)
    assert all(f.text.endswith("$31") for f in chart.iter(f"{C}f") if ":" in f.text)
    assert _labels(path)[0] == "Essaouira · Site 199 · 200\u00a0MW"
    assert len(_labels(path)) == 200
    assert "Puissances par lieu et par sujet (MW)" in _texts(_chart(path, power(1, "5")))


def test_capacities_without_a_number_are_listed_but_not_drawn(tmp_path: Path) -> None:
    """An unreadable power would draw an empty chart, or be missing from the list."""
    path = tmp_path / "o.xlsx"
    written(path, content(capacities=[power(1, None, value="très grande", place="")]))
    assert "<drawing" not in sheet_part(path, "Capacités")
    assert _labels(path) == ["Site 1"]


def test_a_filter_in_the_sheet_filters_the_chart(tmp_path: Path) -> None:
    """Filtering on one country would leave all the others in the picture."""
    chart = _chart(tmp_path / "o.xlsx", power(1, "5"))
    assert chart.find(f".//{C}plotVisOnly").get("val") == "1"
