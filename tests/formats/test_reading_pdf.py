"""PDF articles: lines become the paragraphs they were, or figures are cut in two and cells glued together."""

from __future__ import annotations

import pytest
from document_makers import READ, column, pdf, with_table

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.article_files import read_article
from maeditor.formats.documents.docx import read_docx
from maeditor.formats.documents.pdf import read_pdf
from maeditor.formats.documents.right_to_left import as_written, letters_again, runs_from_right

LEFT = [
    "Le port de Nador affiche une capacité de 3 millions",
    "de conteneurs et une puissance raccordée de 60 MW,",
    "après vingt-six mois de travaux menés sur le site par",
    "un groupement de sept entreprises de la région. Les",
    "installations pourront accueillir deux extensions et",
    "la première portera cette puissance à 90 MW en 2028.",
]
RIGHT = [
    "Le coût global est évalué à 1,7 milliard de dirhams,",
    "couvert à 40 % par des emprunts et pour le reste par",
    "des fonds propres que les actionnaires ont promis de",
    "verser avant la fin de cette année. Le quai mesurera",
    "1 200 mètres et emploiera environ 4 500 personnes, à",
    "comparer aux 1 900 qui y travaillent chaque jour ici.",
]


def text_of(*pages: list[tuple[float, float, float, str]]) -> str:
    return read_pdf(pdf(pages), "x.pdf").text


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(data, "x.pdf")
    assert caught.value.details["name"] == "x.pdf"
    return caught.value.key


@pytest.mark.parametrize("name", ["zagora", "kisumu", "janub", "mizaniya"])
def test_a_printed_document_gives_the_paragraphs_it_was_written_in(name):
    """French with a table, English with a numbered list, Arabic: the same text as from the Word file beside it."""
    written = read_docx((READ / f"{name}.docx").read_bytes(), name)
    printed = read_pdf((READ / f"{name}.pdf").read_bytes(), name)
    assert printed.text == written.text.replace("\u00a0", " ")
    assert printed.title.split()[:3] == written.title.split()[:3]


def test_it_is_read_in_a_process_of_its_own():
    article = read_article(READ / "zagora.pdf")
    assert (article.reader, article.author, article.title) == (
        "pdf-pdfium@1",
        "Salma Idrissi",
        "Le parc solaire de Zagora entre en service",
    )
    assert "Capacité totale (GW) | 2 | 0,5" in article.text
    assert article.original == (READ / "zagora.pdf").read_bytes()


def test_lines_are_joined_and_short_last_ones_end_a_paragraph():
    text = text_of(column([*LEFT, "Fin.", *RIGHT]))
    assert text == f"{' '.join(LEFT)} Fin.\n\n{' '.join(RIGHT)}"


def test_columns_follow_each_other():
    assert text_of(column(LEFT) + column(RIGHT, left=320)) == f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"


def test_columns_that_were_set_across_the_page_are_taken_apart():
    woven = [each for pair in zip(column(LEFT), column(RIGHT, left=320), strict=True) for each in pair]
    assert text_of(woven) == f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"


def test_a_sentence_goes_on_in_the_next_column():
    assert text_of(column(LEFT[:4]) + column(LEFT[4:], left=320)) == " ".join(LEFT)


def test_a_sentence_goes_on_on_the_next_page_past_running_heads_and_numbers():
    def page(lines: list[str], number: int) -> list[tuple[float, float, float, str]]:
        head = [(60.0, 800.0, 8.0, "Le Courrier du Détroit — 12 mars 2026"), (280.0, 30.0, 8.0, f"Page {number} / 3")]
        return head + column(lines)

    text = text_of(page(LEFT[:2], 1), page(LEFT[2:4], 2), page(LEFT[4:], 3))
    assert text == f"Le Courrier du Détroit — 12 mars 2026\n\n{' '.join(LEFT)}"


def test_figures_at_the_same_place_of_several_pages_are_no_page_numbers():
    """Slides say much at one place: what differs there by more than the page's number stays."""
    text = text_of(*(column([f"Capacité : {power} MW"], size=20) for power in (120, 240, 385)))
    assert [f"{power} MW" in text for power in (120, 240, 385)] == [True, True, True]


def test_numbered_headings_on_two_pages_stay():
    text = text_of(*(column([f"Tranche {number}", *LEFT], size=9) for number in (1, 2)))
    assert "Tranche 1" in text
    assert "Tranche 2" in text


def test_a_head_that_repeats_the_title_is_left_out():
    pages = [[(60.0, 800.0, 8.0, "Un port et ses câbles"), *column(LEFT)] for _ in range(4)]
    first = [(60.0, 760.0, 24.0, "Un port et ses câbles"), *column(LEFT)]
    assert text_of(first, *pages).count("Un port et ses câbles") == 1


def test_an_item_that_hangs_over_two_lines_is_one_and_what_follows_is_none():
    lines = [
        (80, 700, 10, "• " + LEFT[0]),
        (90, 687, 10, LEFT[1].rstrip(",") + "."),
        (60, 674, 10, "Le quai mesurera 1 200 mètres et emploiera 4 500 personnes."),
    ]
    assert text_of(lines) == f"• {LEFT[0]} {LEFT[1].rstrip(',')}.\n\n{lines[2][3]}"


def test_the_cells_of_a_table_stay_apart():
    rows = [("Indicateur", "Zagora", "Erfoud"), ("Capacité totale (GW)", "2", "0,5"), ("Nombre de sites", "23", "5")]
    cells = [
        (left, 700 - 14 * number, 10, cell)
        for number, row in enumerate(rows)
        for left, cell in zip((60, 200, 280), row, strict=True)
    ]
    assert text_of(cells) == "Indicateur | Zagora | Erfoud\nCapacité totale (GW) | 2 | 0,5\nNombre de sites | 23 | 5"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Les travaux de ce long chantier ont mobilisé une main-d’œuvre consi-", "dérable.", "considérable"),
        ("Le chantier de cette centrale a duré, selon la direction, vingt-", "six mois.", "vingt-six"),
        ("La ligne électrique relie désormais la région de Casablanca-", "Settat au sud.", "Casablanca-Settat"),
        ("Le programme de construction de ces centrales est celui de 2024-", "2027 au plus.", "2024-2027"),
        ("Le chantier fait-il travailler les gens de cette région, a-t-", "on demandé hier.", "a-t-on"),
    ],
)
def test_words_broken_at_line_ends_are_whole_again(first, second, joined):
    assert joined in text_of(column([first, second]))


def test_list_items_keep_their_bullets_and_numbers():
    lines = ["Deux tranches :", "• Première : 120 MW", "• Deuxième : 240 MW", "1. Appel", "2. Choix"]
    assert text_of(column(lines)) == (
        "Deux tranches :\n\n• Première : 120 MW\n• Deuxième : 240 MW\n\n1. Appel\n2. Choix"
    )


def test_the_largest_line_is_the_title_and_a_file_name_is_none():
    lines = [(60, 760, 24, "Un port et ses câbles"), *column(LEFT)]
    said = {"Title": "Microsoft Word - port_v3.docx", "Author": "anonymous", "CreationDate": "D:20260312090000Z"}
    content = read_pdf(pdf([lines], said), "x.pdf")
    assert (content.title, content.author, content.published) == ("Un port et ses câbles", "", "2026-03-12")
    plain = read_pdf(pdf([column(LEFT)], said | {"Title": "Le port de Nador", "Author": "R. Tazi"}), "x.pdf")
    assert (plain.title, plain.author) == ("Le port de Nador", "R. Tazi")


def test_the_day_somebody_printed_a_page_is_no_date_of_publication():
    said = {"CreationDate": "D:20260312090000Z", "Producer": "Skia/PDF m120"}
    assert read_pdf(pdf([column(LEFT)], said), "x.pdf").published == ""


def test_pictures_of_pages_are_named_as_what_they_are():
    assert refused(pdf([[]])) == "document_is_scanned"


def test_a_password_is_named():
    assert refused((READ / "locked.pdf").read_bytes()) == "document_is_locked"


def test_ten_thousand_pages_are_too_many():
    pages = b"<< /Type /Pages /Kids [%s] /Count 10000 >>" % (b"3 0 R " * 10_000)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    assert refused(with_table([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, b"<< >>"])) == (
        "document_has_too_many_pages"
    )


def test_pages_that_hold_one_another_end():
    ring = b"<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Parent 3 0 R /Count 40 >>"
    other = b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 40 >>"
    assert refused(with_table([b"<< /Type /Catalog /Pages 2 0 R >>", ring, other, b"<< >>"])) in {
        "document_is_scanned",
        "document_is_damaged",
    }


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"\x89PNG\r\n", b"PK\x03\x04" + bytes(200)])
def test_what_is_no_pdf_is_damaged(data):
    assert refused(data) == "document_is_damaged"


def test_a_lost_table_of_objects_is_found_again():
    whole = pdf([column(LEFT)])
    broken = (
        whole[: whole.rindex(b"xref\n0")] + b"xref\n0 3\nrubbish\ntrailer << /Root 1 0 R >>\nstartxref\n999999\n%%EOF"
    )
    assert read_pdf(broken, "x.pdf").text == " ".join(LEFT)


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("سنة ،2027 وأن", "سنة 2027، وأن"),
        ("أي %24 من", "أي 24% من"),
        ("دولار )أي %24 من الميزانية( حسب", "دولار (أي 24% من الميزانية) حسب"),
        ("دولار (أي 24% من الميزانية) حسب", "دولار (أي 24% من الميزانية) حسب"),
        ("بين -2026 2028 في", "بين 2026-2028 في"),
        ("بين -2026", "بين 2026-"),
        ("سعة (GW) تبلغ 2.4، أي أكثر.", "سعة (GW) تبلغ 2.4، أي أكثر."),
    ],
)
def test_marks_of_lines_from_the_right_stand_where_they_were_typed(shown, written):
    assert as_written(shown) == written
    assert as_written(written) == written


def test_joined_letters_are_letters_again():
    assert letters_again("e\ufb03cace \ufefb 5 µm²") == "efficace لا 5 µm²"


def test_a_line_of_both_scripts_runs_where_most_of_it_does():
    assert runs_from_right("حسب OCP Group في المغرب")
    assert not runs_from_right("The word كهرباء means electricity")
    assert not runs_from_right("2027")
