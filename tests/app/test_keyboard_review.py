"""Three articles reviewed without a mouse, on two keyboards and in two languages, one key a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from keyboards import AZERTY, KEYBOARDS, QWERTY, Keyboard
from review_flows import ACCEPT, FLOWS, Flow, Wanted
from window_person import Control
from window_typist import Key, Typist
from witness import OpenWindow, Record, Witness

SAMPLES = Path(__file__).parents[2] / "sample_data"
ARTICLES = ("01-maroc-carrefour-ia.txt", "03-vingt-trois-centres.html", "04-tetouan-campus.md")
MOST = 400
"""Cards: more than there can be, so that a review that never ends fails."""
UX_COST = {
    "accept": 1,
    "reject": 1,
    "later": 1,
    "fix": 2,
    "fix, then say why": 2 + 2,
    "accept, take back": 1 + 1,
    "link": 1,
    "split": 1 + 2,
    "move bounds": 2,
    "look": 1,
    "go on": 1,
}
"""Keys a flow beside what is typed, chosen or moved, as UX.md has them. A look costs one key, and one to come back;
the split is one key, after its two halves were looked at by one that was accepted and taken back."""
SMALL, LARGE = (1366, 768), (1440, 900)
SLOW = pytest.mark.slow
VARIANTS = (
    pytest.param(QWERTY, "fr", LARGE, False, id="qwerty-fr-1440-light", marks=SLOW),
    pytest.param(QWERTY, "en", SMALL, True, id="qwerty-en-1366-dark", marks=SLOW),
    pytest.param(AZERTY, "fr", SMALL, True, id="azerty-fr-1366-dark"),
    pytest.param(AZERTY, "en", LARGE, False, id="azerty-en-1440-light", marks=SLOW),
)


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


@pytest.mark.parametrize(("keyboard", "language", "size", "dark"), VARIANTS)
def test_a_review_from_first_fact_to_last_without_a_mouse(
    open_window: OpenWindow,
    witness: Witness,
    proposed: Path,
    tmp_path: Path,
    keyboard: Keyboard,
    language: str,
    size: tuple[int, int],
    dark: bool,
    record_property: Callable[[str, object], None],
) -> None:
    project = tmp_path / "revue.maed"
    project.write_bytes(proposed.read_bytes())
    before = {str(fact["number"]): fact for fact in witness.facts(project)}
    assert all(fact["state"] == "proposed" for fact in before.values())
    person = open_window(language, dark=dark)
    person.main.resize(*size)
    typist = Typist(person, keyboard)
    typist.open_project(str(project))
    typist.press_digit(2)  # the second view, by the place of its key
    assert typist.review.isVisible()
    typist.pressed = typist.typed = 0

    sitting = Sitting(typist)
    sitting.review_everything()

    after = {str(fact["number"]): fact for fact in witness.facts(project)}
    assert set(sitting.wanted) == set(before), "every proposal had its card"
    for number, wanted in sitting.wanted.items():
        check(after[number], wanted)
    halves = [number for number in after if number not in before]
    assert len(halves) == sum("halves" in each for each in sitting.wanted.values())
    assert witness.finds_it_sound(project)
    # What was pressed in all is what the flows cost, and nothing beside.
    assert typist.pressed - typist.typed == sitting.spent.total(), sitting.spent
    told = {name: f"{count} times, {sitting.spent[name]} keys" for name, count in sitting.times.items()}
    record_property("keys", f"{len(before)} facts, {typist.pressed} keys, {typist.typed} of them typed: {told}")


def check(fact: Record, wanted: Wanted) -> None:
    """Compare a fact in the store with what the keys should have made of it."""
    told = f"{fact['number']}: {wanted}, {fact}"
    for name, value in wanted.items():
        if name == "date":
            assert value in {fact["as_of"], fact["target"]}, told
        elif name == "passage":
            passages = fact["evidence"]
            assert isinstance(passages, list)
            assert value in {each["exact"] for each in passages}, told
        elif name not in {"halves", "linked"}:
            assert fact[name] == value, told
    assert fact["evidence"] or "linked" in wanted, "each keeps its passage"


class Sitting:
    """Decides card by card, and counts what each flow costs."""

    def __init__(self, typist: Typist) -> None:
        self._typist = typist
        self._left = list(FLOWS)
        self.wanted: dict[str, dict[str, object]] = {}
        self.spent: Counter[str] = Counter()
        self.times: Counter[str] = Counter()

    def review_everything(self) -> None:
        """Until the article is in front again, with every flow of the table done."""
        typist = self._typist
        for _turn in range(MOST):
            if typist.reads:
                assert self._left == [], [flow.keys for flow in self._left]
                assert typist.in_article, typist.heard
                return
            if typist.review.over:
                self._go_on()
                continue
            flow = next((each for each in self._left if each.fits(typist)), ACCEPT)
            if flow is not ACCEPT:
                self._left.remove(flow)
            number = typist.card
            self._do(flow, number)
        raise AssertionError(f"the review never ends; {len(self.wanted)} facts had a card")

    def _do(self, flow: Flow, number: str) -> None:
        typist = self._typist
        before = typist.pressed - typist.typed
        wanted = flow.do(typist)
        cost = typist.pressed - typist.typed - before
        looks = len(flow.keys.split()) if flow.name == "look" else 1
        assert cost == flow.cost == UX_COST[flow.name] * looks, f"{flow.keys} on {number} took {cost} keys"
        self.wanted.setdefault(number, {}).update(wanted)
        self.spent[flow.name] += cost
        self.times[flow.name] += 1

    def _go_on(self) -> None:
        """At the end of an article: once a look at the figures that no fact holds, and on."""
        typist = self._typist
        if self.times["go on"] == 1:
            typist.press(Key.Key_F8)
            assert typist.strip.state.quote
            if typist.reads:
                typist.press("r", Control)
                self.spent["look"] += 1
            assert typist.review.over
            self.spent["look"] += 1
        typist.press(Key.Key_Return)
        self.spent["go on"] += UX_COST["go on"]
        self.times["go on"] += 1


def test_an_article_is_done_when_its_last_figure_is_a_fact_or_put_aside(
    open_window: OpenWindow, witness: Witness, proposed: Path, tmp_path: Path
) -> None:
    """Nothing is missed in silence: after the review F8 leads to what no fact accounts for, D puts it aside."""
    project = tmp_path / "revue.maed"
    project.write_bytes(proposed.read_bytes())
    typist = Typist(open_window("fr"), KEYBOARDS[1])
    typist.open_project(str(project))
    typist.press("r", Control)
    for _card in range(MOST):
        if typist.review.over:
            break
        typist.press("y" if typist.glued else "a")
        if typist.asks_reason:
            typist.press(Key.Key_Return)
    assert typist.review.over
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
    assert typist.sees("Chaque chiffre est un fait, ou écarté")
    assert witness.finds_it_sound(project)
    typist.press("z", Control)
    assert typist.strip.state.left == 1, "what was put aside by mistake comes back"
