"""The whole job in the shown window, by keys, mouse and drops alone; a second process tells what was really saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QLineEdit
from window_articles import ENGLISH, ENGLISH_TITLE, FRENCH, FRENCH_TITLE, PASTED, PASTED_TITLE
from window_person import Control, Key, Person, Shift
from witness import OpenWindow, Record, Witness

NOISE_OF_MACHINES = "le bruit des machines"
ANSWER = "Le maire promet une réponse avant la fin du mois."
EMPLOYS = "Le chantier emploie 120 personnes."


@dataclass
class Job:
    """One person's work on one project, and what a second process found there after each step."""

    person: Person
    witness: Witness
    project: Path
    states: list[list[Record]] = field(default_factory=list)

    def saved(self) -> list[Record]:
        """The facts in the file now, but for what undoing does not take back: how often each was written."""
        return [
            {name: value for name, value in each.items() if name != "version"}
            for each in self.witness.facts(self.project)
        ]

    def fact(self, number: str) -> Record:
        """One fact as it stands in the file."""
        return self.witness.fact(self.project, number)

    def took(self, steps: int = 1) -> list[Record]:
        """Take note of a step that is so many actions for Ctrl+Z."""
        now = self.saved()
        assert not self.states or now != self.states[-1], "nothing was saved"
        self.states += [*([[]] * (steps - 1)), now]
        return now


def begin(job: Job, folder: Path) -> None:
    """From the welcome page to two articles with proposals."""
    person = job.person
    assert any("Ouvrir l’exemple" in each for each in person.buttons()), person.buttons()
    person.answer(job.project)
    person.press("n", Control)
    person.wait(job.project.exists)
    person.wait(lambda: job.project.stem in person.main.windowTitle())
    job.states.append(job.saved())
    assert job.states == [[]]
    files = folder / "a.txt", folder / "b.md"
    for file, text in zip(files, (FRENCH, ENGLISH), strict=True):
        file.write_text(text, "utf-8")
    person.drop(*files)
    person.wait_for_notice("faits proposés")
    assert [line.split(",")[0] for line in person.article_lines()] == [FRENCH_TITLE, ENGLISH_TITLE]
    quotes = [quote for each in job.took(2) for quote in quotes_of(each)]
    assert {"puissance de 40 MW", "2 gigawatts", "12 MW"} <= set(quotes)
    assert len(person.fact_lines()) == quotes.index("12 MW")


def record_facts(job: Job) -> None:
    """A passage by mouse with a value typed over the reading, and a sentence by M as it is read."""
    person = job.person
    person.select(NOISE_OF_MACHINES)
    person.press("n")
    person.wait(lambda: person.popover)
    person.type("7,5 MW")
    person.press(Key.Key_Return)
    person.wait(lambda: person.popover is None)
    made = job.took()[-1]
    assert (made["amount"], made["unit"], made["property"]) == (7.5, "MW", "capacity_power")
    assert_stands(made, NOISE_OF_MACHINES)
    assert person.chosen_fact() == made["number"]

    person.put_caret("chantier")
    person.press("m")
    person.press("n")
    person.wait(lambda: person.popover)
    typed = person.focus()
    assert isinstance(typed, QLineEdit)
    assert typed.text() == "120"
    person.press(Key.Key_Return)
    made = job.took()[-1]
    assert (made["amount"], made["property"], made["state"]) == (120, "jobs", "accepted")
    assert_stands(made, EMPLOYS)


def attach_passages(job: Job) -> None:
    """L, Enter gives the chosen fact another passage; N ↓ Enter finds the fact to give it to."""
    person = job.person
    person.choose_fact("2\u00a0GW")
    number = person.chosen_fact()
    person.select("deuxième salle")
    person.press("l")
    person.wait(lambda: person.popover)
    person.press(Key.Key_Return)
    job.took()
    assert quotes_of(job.fact(number)) == ["deuxième salle", "2 gigawatts"]

    person.put_caret("réponse")
    person.press("m")
    person.press("n")
    person.wait(lambda: person.popover)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    person.wait(lambda: person.popover is None)
    job.took()
    linked = quotes_of(job.fact(person.chosen_fact()))
    assert ANSWER in linked
    assert len(linked) == 2


def decide(job: Job) -> None:
    """A and R decide on the chosen fact and go on; J and K walk."""
    person = job.person
    person.choose_fact("40\u00a0MW")
    person.press("k")
    first = person.chosen_fact()
    person.press("j")
    accepted = person.chosen_fact()
    assert accepted != first
    person.press("a")
    job.took()
    assert job.fact(accepted)["state"] == "accepted"
    rejected = person.chosen_fact()
    assert rejected != accepted
    person.press("r")
    job.took()
    assert job.fact(rejected)["state"] == "rejected"
    person.press("k")
    person.press("k")
    assert person.chosen_fact() == accepted


def correct(job: Job) -> None:
    """Enter saves a field; Ctrl+Enter saves, accepts and goes on; letters in a field are letters."""
    person = job.person
    number = person.chosen_fact()
    person.click(person.form.amount)
    person.press("a", Control)
    person.type("42,5")
    assert job.saved() == job.states[-1]
    person.press(Key.Key_Return)
    job.took()
    assert (job.fact(number)["amount"], job.fact(number)["state"]) == (42.5, "corrected")

    person.click(person.form.subject)
    person.press("a", Control)
    person.type("narjlemx gg")
    assert person.popover is None
    assert person.chosen_fact() == number
    assert person.form.isVisible()
    assert job.saved() == job.states[-1]
    person.press(Key.Key_Return)
    job.took()
    assert job.fact(number)["subject"] == "narjlemx gg"

    person.choose_fact("7,5\u00a0MW")
    number = person.chosen_fact()
    person.click(person.form.place)
    person.press("a", Control)
    person.type("Souss")
    person.press(Key.Key_Return, Control)
    job.took()
    assert (job.fact(number)["place"], job.fact(number)["state"]) == ("Souss", "accepted")
    assert person.chosen_fact() != number


def paste(job: Job) -> None:
    """Ctrl+V in the window makes an article of the clipboard's text."""
    person = job.person
    QApplication.clipboard().setText(PASTED)
    person.put_caret("riverains")
    person.press("v", Control)
    person.wait_for_notice("fait proposé")
    assert [line.split(",")[0] for line in person.article_lines()] == [FRENCH_TITLE, ENGLISH_TITLE, PASTED_TITLE]
    assert quotes_of(job.took(2)[-1]) == ["25 MW"]


def take_back_and_do_again(job: Job) -> None:
    """Ctrl+Z takes back every step, one after the other; Ctrl+Shift+Z does them all again."""
    person, states = job.person, job.states
    for state in reversed(states[:-1]):
        person.press("z", Control)
        if state:
            assert job.saved() == state
    assert job.saved() == []
    assert person.article_lines() == []
    person.press("z", Control)
    assert job.saved() == []
    for state in states[1:]:
        person.press("z", Control | Shift)
        if state:
            assert job.saved() == state
    assert len(person.article_lines()) == 3
    assert job.witness.finds_it_sound(job.project)


def look_at_chart(job: Job) -> None:
    """G, G; a click on a mark shows its passage beside; Enter opens the article there."""
    person = job.person
    person.choose_article(FRENCH_TITLE)
    wanted = next(each for each in job.saved() if "12 MW" in quotes_of(each))
    person.press("g")
    person.press("g")
    person.wait(lambda: person.charts.isVisible() and person.charts.plot is not None)
    plot = person.charts.plot
    assert plot is not None
    person.wait(lambda: plot.placed(str(wanted["id"])) is not None)
    placed = plot.placed(str(wanted["id"]))
    assert placed is not None
    person.click(plot.viewport(), plot.spot(placed).toPoint())
    person.wait(lambda: person.charts.chosen == wanted["id"])
    person.press(Key.Key_Return)
    person.wait(person.page.isVisible)
    assert person.chosen_fact() == wanted["number"]
    assert person.sees("12 MW")


def export(job: Job, workbook: Path) -> None:
    """Ctrl+E writes the workbook with every fact but the rejected."""
    job.person.answer(workbook)
    job.person.press("e", Control)
    job.person.wait_for_notice(workbook.name)
    written = {str(cell.value) for row in load_workbook(workbook)["Faits"].iter_rows() for cell in row}
    numbers = {str(each["number"]) for each in job.saved() if each["state"] != "rejected"}
    assert numbers == {each for each in written if each.startswith("F-")}


@pytest.mark.slow
def test_the_whole_job_by_keys_mouse_and_drops(open_window: OpenWindow, witness: Witness, tmp_path: Path) -> None:
    job = Job(open_window(), witness, tmp_path / "travail.maed")
    begin(job, tmp_path)
    record_facts(job)
    attach_passages(job)
    decide(job)
    correct(job)
    paste(job)
    take_back_and_do_again(job)
    look_at_chart(job)
    export(job, tmp_path / "fiche.xlsx")
    job.person.press("q", Control)
    job.person.wait(lambda: not job.person.main.isVisible())

    # The next day.
    job.person = person = open_window()
    person.answer(job.project)
    person.press("o", Control)
    person.wait(lambda: len(person.article_lines()) == 3)
    assert job.saved() == job.states[-1]
    person.choose_article(FRENCH_TITLE)
    person.choose_fact("42,5\u00a0MW")
    assert "corrigé" in next(line for line in person.fact_lines() if "42,5\u00a0MW" in line)
    assert person.sees("40 MW")
    person.press("z", Control)
    assert job.saved() == job.states[-3]
    person.press("z", Control | Shift)
    assert job.saved() == job.states[-1]
    assert witness.finds_it_sound(job.project)


def evidence(fact: Record) -> list[Record]:
    """A fact's passages."""
    links = fact["evidence"]
    assert isinstance(links, list)
    return links


def quotes_of(fact: Record) -> list[str]:
    """The words of its passages, in the order of the text."""
    return [str(link["exact"]) for link in evidence(fact)]


def assert_stands(fact: Record, quote: str) -> None:
    """The passage is this one and no other: words, and what stands around them in the article."""
    (link,) = evidence(fact)
    assert link["exact"] == quote
    assert f"{link['prefix']}{quote}{link['suffix']}" in FRENCH
