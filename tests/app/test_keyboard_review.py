"""Three articles reviewed without a mouse, on two keyboards and in two languages, one key a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import OpenWindow, Witness
from keyboards import KEYBOARDS, Keyboard
from window_person import Control
from window_typist import Key, Typist

SAMPLES = Path(__file__).parents[2] / "sample_data"
ARTICLES = ("01-maroc-carrefour-ia.txt", "04-tetouan-campus.md", "05-casablanca-troisieme-salle.html")
MOST = 400
"""Cards: more than there can be, so that a review that never ends fails."""


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sample articles with what the extraction proposes, made by the command line."""
    folder = tmp_path_factory.mktemp("review")
    project = folder / "revue.maed"
    witness = Witness(folder)
    for arguments in (("import", project, *(SAMPLES / name for name in ARTICLES)), ("propose", project)):
        done = witness.run(*arguments)
        assert done.returncode == 0, done.stderr
    return project


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("keyboard", KEYBOARDS, ids=lambda each: each.name)
def test_a_review_from_first_fact_to_last_without_a_mouse(
    open_window: OpenWindow,
    witness: Witness,
    proposed: Path,
    tmp_path: Path,
    keyboard: Keyboard,
    language: str,
    record_property: Callable[[str, object], None],
) -> None:
    project = tmp_path / "revue.maed"
    project.write_bytes(proposed.read_bytes())
    before = {str(fact["number"]): fact for fact in witness.facts(project)}
    assert all(fact["state"] == "proposed" for fact in before.values())
    typist = Typist(open_window(language), keyboard)
    typist.open_project(str(project))
    typist.press_digit(2)  # the second view, by the place of its key
    assert typist.review.isVisible()
    typist.pressed = 0

    wanted, spent = review_everything(typist, len(before))

    after = {str(fact["number"]): fact for fact in witness.facts(project)}
    assert {number: after[number]["state"] for number in before} == wanted
    assert set(wanted) == set(before), "every proposal had its card"
    halves = [fact for number, fact in after.items() if number not in before]
    assert len(halves) == spent["split"], "a fact of glued cells became two"
    assert all(fact["evidence"] for fact in after.values()), "each keeps its passage"
    assert witness.finds_it_sound(project)
    # UX.md: one key a fact; a mended one two and what is typed; one more to take a decision back and decide again.
    plain = spent["accept"] + spent["reject"] + spent["later"] + spent["split"] + spent["taken up"]
    expected = plain + spent["mended"] * 2 + spent["typed"] + spent["undone"] * 2 + spent["went on"]
    record_property("keys", f"{keyboard.name}, {language}: {len(before)} facts, {typist.pressed} keys, {dict(spent)}")
    assert typist.pressed == expected, f"{typist.pressed} keys, {dict(spent)}"
    assert expected < 1.5 * len(before) + spent["typed"]


def review_everything(typist: Typist, count: int) -> tuple[dict[str, str], Counter[str]]:
    """Decide card by card; what each fact should be in the end, and how often each kind of key was pressed."""
    wanted: dict[str, str] = {}
    spent: Counter[str] = Counter()
    for turn in range(MOST):
        if typist.reads:
            return wanted, spent
        if typist.review.over:
            deferred = [number for number, state in wanted.items() if state == "deferred"]
            typist.press(Key.Key_Return)
            spent["went on"] += 1
            assert deferred or len(wanted) <= count
            continue
        number = typist.card
        if typist.glued:
            typist.press("y")
            spent["split"] += 1
            wanted[number] = "corrected"
        elif turn % 7 == 3 and wanted.get(number) != "deferred":
            typist.press(Key.Key_Space)
            spent["later"] += 1
            wanted[number] = "deferred"
        elif turn % 5 == 4:
            typist.press("r" if turn % 2 else "x")
            spent["reject"] += 1
            wanted[number] = "rejected"
        elif turn % 11 == 5 and typist.amount.isdigit():
            typed = f"~{typist.amount}"
            typist.press("v")
            typist.type(typed)
            typist.press(Key.Key_Return, Control)
            spent["mended"] += 1
            spent["typed"] += len(typed)
            if typist.asks_reason:
                typist.type("vu")
                typist.press(Key.Key_Return)
                spent["typed"] += 3
            wanted[number] = "corrected"
        else:
            if turn % 13 == 6:
                typist.press("a")
                typist.press("z")
                assert typist.card == number, "the card of the decision taken back comes again"
                spent["undone"] += 1
            typist.press("a")
            spent["accept"] += 1
            if typist.asks_reason:
                typist.type("vu")
                typist.press(Key.Key_Return)
                spent["typed"] += 3
            wanted[number] = "accepted"
    raise AssertionError(f"the review never ends; {len(wanted)} of {count} facts had a card")


def test_an_article_is_done_when_its_last_figure_is_a_fact_or_put_aside(
    open_window: OpenWindow, witness: Witness, proposed: Path, tmp_path: Path
) -> None:
    """Nothing is missed in silence: after the review F8 leads to what no fact accounts for, D puts it aside."""
    project = tmp_path / "revue.maed"
    project.write_bytes(proposed.read_bytes())
    typist = Typist(open_window("fr"), KEYBOARDS[1])
    typist.open_project(str(project))
    typist.press("r", Control)
    while not typist.review.over:
        typist.press("y" if typist.glued else "a")
        if typist.asks_reason:
            typist.press(Key.Key_Return)
    typist.press(Key.Key_Escape)
    assert typist.reads
    left = typist.strip.state.left
    assert left > 0
    for remaining in range(left, 0, -1):
        typist.press(Key.Key_F8)
        assert typist.strip.state.left == remaining
        assert typist.strip.state.quote
        typist.press("d")
        typist.press(Key.Key_Return)
    assert typist.sees("Tout est rattaché ou écarté")
    assert witness.finds_it_sound(project)
    typist.press("z", Control)
    assert typist.strip.state.left == 1, "what was put aside by mistake comes back"
