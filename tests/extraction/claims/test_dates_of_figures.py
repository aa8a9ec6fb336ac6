"""A figure without its date is drawn at the wrong place of a series: dates are those the text gives, no other."""

import pytest

from maeditor.extraction.proposals import propose


def dates(text, quote, language="fr"):
    proposal = next(each for each in propose(text, language).proposals if quote in each.quote)
    return proposal.as_of, proposal.target


@pytest.mark.parametrize(
    ("text", "quote", "as_of"),
    [
        ("Fin 2024, la flotte comptait 31 navires.", "31 navires", "2024-12"),
        ("La production a atteint 4 millions de tonnes en 2023.", "4 millions de tonnes", "2023"),
        ("La part du rail est de 14 % en 2024, contre 11 % un an plus tôt.", "11 %", ""),
        ("Le programme 2022-2026 est doté de 3 milliards de dirhams.", "3 milliards", ""),
        ("Le plan couvre la période 2025-2030 et coûte 3 milliards de dirhams.", "3 milliards", ""),
        ("Repères à fin mars 2025 :\n- clients : 4 millions\n- agences : 212", "212", "2025-03"),
        ("Repères :\n- clients : 4 millions\n- agences : 212", "212", ""),
        ("Les ventes ont crû de 3 % au premier semestre 2024. Le bénéfice a reculé de 9 %.", "9 %", "2024-01/2024-06"),
    ],
)
def test_the_date_of_a_figure_is_the_one_told_of_it(text, quote, as_of):
    assert dates(text, quote)[0] == as_of


def test_a_half_year_is_read_though_it_begins_as_an_idiom_does():
    assert (
        dates("The line carried 9 million riders in the first half of 2023.", "9 million", "en")[0] == "2023-01/2023-06"
    )


def test_what_is_to_come_has_the_date_by_when():
    assert dates("La banque ouvrira 25 agences d’ici 2029.", "25 agences")[1] == "2029"
    assert dates("La banque ouvrira 25 agences au Togo.", "25 agences")[1] == ""
    assert dates("La banque a ouvert 25 agences en 2019.", "25 agences")[1] == ""
