"""A passage would move when noise is hidden, or a line of the article would be lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.articles import Noise
from maeditor.ui.reader.shown_text import LineKind, show_text
from maeditor.ui.reader.visits import Visits

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "", "   ", "• 🧭 Deux centres", "- tiret", "🧰 outil", "## Titre", "Un titre court",
                "Menu Accueil Contact", "  retrait", "emoji 😀 au milieu 🏽", "– demi-cadratin", "20\u202f%\u00a0: oui",
                "x" * 120 + ".", "مركز بيانات",
            ]
        ),
        st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n"), max_size=20),
    ),
    max_size=12,
)  # fmt: skip


@given(LINES, st.data())
def test_shown_characters_are_the_texts_own(lines: list[str], data: st.DataObject) -> None:
    """Each shown character stands for the character of the text at its position, hidden lines or not."""
    text = "\n".join(lines)
    noise = []
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        noise.append(Noise(start, data.draw(st.integers(start + 1, len(text))), "menu"))
    shown = show_text(text, data.draw(st.sampled_from(["", "Un titre court", "autre"])), noise)
    stand_ins = str.maketrans("\r\u2029\ufdd0\ufdd1\ufffc\x00\u00a0", " \u2028\ufffd\ufffd\ufffd\ufffd ")
    for block, line in enumerate(shown.plain.split("\n")):
        start, end = shown.line_span(block)
        if block >= shown.lead and shown.starts:
            assert text[start:end].translate(stand_ins) == line.translate(stand_ins)
    for line_number, start in enumerate(shown.starts):
        for offset in range(shown.lengths[line_number] + 1):
            seen = shown.shown_starts[line_number] + offset
            assert shown.text_position(seen) == start + offset
            if offset < shown.lengths[line_number]:
                assert shown.shown_start(start + offset) == seen
                assert shown.shown_end(start + offset + 1) == seen + 1


@given(LINES)
def test_nothing_but_blanks_marks_and_noise_is_left_out(lines: list[str]) -> None:
    """Without noise every letter and figure of the text is shown."""
    text = "\n".join(lines)
    shown = show_text(text, "")
    seen = set()
    for start, length in zip(shown.starts, shown.lengths, strict=True):
        seen.update(range(start, start + length))
    assert not [text[at] for at in range(len(text)) if at not in seen and text[at].isalnum()]
    assert shown.hidden == 0


def test_noise_is_hidden_counted_and_brought_back() -> None:
    """The reader says how many lines it hides and shows them again when asked."""
    text = "Titre\n\nMenu\nRecherche\n\nLe texte de l’article.\n"
    noise = [Noise(7, 21, "menu")]
    hidden = show_text(text, "Titre", noise)
    assert hidden.hidden == 2
    assert hidden.plain == "Titre\nLe texte de l’article."
    assert hidden.text_position(6) == text.index("Le texte")
    assert not hidden.is_shown(7, 11)
    back = show_text(text, "Titre", noise, show_noise=True)
    assert back.hidden == 0
    assert back.kinds == [LineKind.TITLE, LineKind.NOISE, LineKind.NOISE, LineKind.BODY]


def test_a_noise_line_that_holds_a_passage_stays() -> None:
    """A fact found in what was taken for noise keeps its passage in sight."""
    text = "Corps.\nÀ lire aussi : 500 MW à Tanger\n"
    held = show_text(text, "", [Noise(7, len(text) - 1, "related")], is_held=lambda start, end: start <= 20 < end)
    assert held.hidden == 0
    assert held.is_shown(22, 28)


def test_lines_are_set_as_what_they_are() -> None:
    """Titles, headings and lists look like themselves; the marks before them are not shown twice."""
    text = (
        "Chapeau du site\n\nLe grand titre\n\nÀ savoir\n\n"
        + "Une phrase assez longue pour être un paragraphe. " * 3
        + "\n\n"
        "  • 🧭 Premier point\n  - deuxième point\n🧰 Troisième point\n\n## Suite\nFin."
    )
    shown = show_text(text, "Le  grand titre")
    assert shown.lead == 0
    body, title, heading, item = LineKind.BODY, LineKind.TITLE, LineKind.HEADING, LineKind.ITEM
    quiet, tight = LineKind.NOISE, LineKind.TIGHT
    assert shown.kinds == [quiet, title, heading, body, item, item, item, heading, tight]
    assert "Premier point\ndeuxième point\nTroisième point\nSuite" in shown.plain


def test_a_pictogram_before_one_line_makes_no_list_of_it() -> None:
    """The clock of a reading time is left out; its line is no list of one."""
    shown = show_text("Titre\n\n⏱ ~4 min\n\nUne phrase.\n\n• Seul point\n\nUne autre.\n\n🧰 Un\n🧭 Deux", "Titre")
    assert shown.plain.split("\n")[1:4] == ["~4\u00a0min", "Une phrase.", "Seul point"]
    body, item = LineKind.BODY, LineKind.ITEM
    assert shown.kinds == [LineKind.TITLE, body, body, item, body, item, item]


def test_short_lines_are_headings_only_before_something() -> None:
    """Headings before a note, a table's caption or a list are seen as such; bylines, dates and cells are not."""
    body = "Une phrase assez longue pour être un paragraphe et dépasser de loin une ligne de titre, sans aucun doute."
    table = "Par année\nAnnée | Sites\n2024 | 5"
    text = f"L’essentiel\n\n~4 min\n\n{body}\n\nDes chiffres\n\n{table}\n\n12 mars 2026\n\n{body}"
    kinds = show_text(text, "").kinds
    body_, heading, row = LineKind.BODY, LineKind.HEADING, LineKind.ROW
    assert kinds[:4] == [heading, body_, body_, heading]
    assert kinds[-2:] == [body_, body_]
    assert kinds[5:-2] == [row, row]


@pytest.mark.parametrize(
    "table",
    [
        "Pays\tVille\tMW\nMaroc\tTanger\t24",
        "Phase | MW\n1 | 40",
        "IndicateurMarocVoisins\nPuissance (GW)20.5\nRang5ᵉNon précisé",
    ],
)
def test_the_lines_of_a_table_are_rows_though_their_cells_were_glued(table: str) -> None:
    """Figures of a table are compared line by line; prose and a signature in two lines stay prose."""
    kinds = show_text(f"Titre\n\nUne phrase.\n\n{table}\n\nUne autre phrase.", "Titre").kinds
    assert kinds[2:-1] == [LineKind.ROW] * (table.count("\n") + 1)
    for prose in (
        "Une phrase.\nUne autre.\nEncore une.",
        "Le conseil\nTanger",
        "Une phrase | sans\ncellules.",
    ):
        assert LineKind.ROW not in show_text(f"Titre\n\nUne phrase.\n\n{prose}\n\nFin.", "Titre").kinds


def test_a_title_that_the_text_lacks_is_put_before_it() -> None:
    """The title stands on the page; chosen, it is no part of the text."""
    shown = show_text("Un corps sans titre.", "Donné ailleurs")
    assert shown.lead == 1
    assert shown.plain.split("\n") == ["Donné ailleurs", "Un corps sans titre."]
    assert shown.text_position(4) == 0
    assert shown.text_position(15) == 0
    assert shown.line_span(0) == (0, 0)
    assert shown.shown_start(3) == 18


def test_punctuation_never_begins_a_line() -> None:
    """A space before ? or inside quotation marks does not break, and copying is not affected by it."""
    shown = show_text("Quoi ? « Oui » : 20 %", "")
    assert shown.plain == "Quoi\u00a0? «\u00a0Oui\u00a0»\u00a0: 20\u00a0%"


def test_an_empty_text_is_shown_as_nothing() -> None:
    """An article without text opens."""
    shown = show_text("", "")
    assert (shown.plain, shown.kinds, shown.text_position(3), shown.shown_start(2), shown.shown_end(2)) == (
        "",
        [],
        0,
        0,
        0,
    )


def test_visits_go_back_and_forward_like_a_browser() -> None:
    """The way back leads through the articles as they were seen, and to the line where each was left."""
    visits = Visits()
    assert visits.before() is None
    assert visits.after() is None
    for article in ("a", "b", "b", "c"):
        visits.arrive(article)
    visits.leave("c", (40, 3.0))
    assert visits.before() == "b"
    assert visits.arrive("b") is None
    assert visits.can_go_forward
    assert visits.after() == "c"
    assert visits.arrive("c") == (40, 3.0)
    visits.before()
    visits.arrive("d")
    assert not visits.can_go_forward
    assert visits.before() == "b"
