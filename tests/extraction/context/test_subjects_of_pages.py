"""A department, an abbreviation of accounts or a participle as the subject is corrected by hand in every article."""

import pytest

from maeditor.extraction.proposals import propose


def subject(text, quote, language="fr"):
    return next(each.subject for each in propose(text, language).proposals if quote in each.quote)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # a gloss only says more of what stands before it
        (
            "Ménara a annoncé un atelier à Vitré (Ille-et-Vilaine). Elle y met 9 millions d’euros.",
            "9 millions",
            "Ménara",
        ),
        ("Ménara, basée à Pithiviers (Loiret), va aussi investir 8 millions d’euros.", "8 millions", "Ménara"),
        ("Après le site de Bouin (Vendée), Ménara lance un chantier de 3 hectares.", "3 hectares", "Ménara"),
        ("Ménara (Groupe Kerma) lance une ligne de 12 millions d’euros.", "12 millions", "Ménara"),
        ("Le groupe Ménara bâtit à Kerma-les-Bains. Le fabricant de tuiles y met 9 M€.", "9 M€", "groupe Ménara"),
        ("La fonderie est vendue à Ménara, qui y mettra 9 M€.", "9 M€", "Ménara"),
        ("L’usine de Kerma grandit. Cette nouvelle extension mesure 900 m².", "900 m²", "nouvelle extension"),
        ("Ménara ouvre à Vitré (Ille-et-Vilaine). Après Vitré, elle vise 12 hectares.", "12 hectares", "Ménara"),
        # measures are of their holder, or of the goods they are told of
        ("La production de lin est évaluée à 36 millions de tonnes.", "36 millions", "production de lin"),
        ("Ménara s’étend. La production de l’usine atteint 40 tonnes.", "40 tonnes", "Ménara"),
        ("Zellij Bank tient bon. Le produit net bancaire a atteint 800 MDH.", "800 MDH", "Zellij Bank"),
        ("Zellij Bank a profité de la hausse de son PNB de 11,2 %.", "11,2 %", "Zellij Bank"),
        ("Zellij Bank a publié un PNB de 800 MDH.", "800 MDH", "Zellij Bank"),
        ("Le PNB de Zellij s’élève à 800 MDH.", "800 MDH", "Zellij"),
        ("Zellij Bank tient bon. Le RBE a augmenté de 26,6 %.", "26,6 %", "Zellij Bank"),
        ("Hausse également pour le lin : + 6,6 % à 164 000 ha.", "6,6 %", "lin"),
        # what only opens a sentence
        ("Ménara s’étend. Disposant déjà de 40 hectares, elle cherche encore.", "40 hectares", "Ménara"),
        ("Ménara s’étend. Au-delà, elle vise 40 hectares.", "40 hectares", "Ménara"),
        # ministries are no firms
        ("Le ministère de l’Agriculture et de l’Industrie y voit 12 hectares.", "12 hectares", "ministère"),
        # who something is by its trade
        ("Ménara s’étend. Le fabricant de savons occupera 12 hectares.", "12 hectares", "Ménara"),
        # whoever holds an office is not what a figure is of
        ("Le port de Kerma avance. Amal Tazi, ministre, l’a vue. Elle aura 900 m.", "900 m", "port de Kerma"),
        # a measure may stand before what it is of
        ("Ménara s’étend. D’une capacité de 40 MW, le four ouvrira en mai.", "40 MW", "four"),
        ("Ménara s’étend. Implanté sur 12 hectares, le moulin ouvrira en mai.", "12 hectares", "moulin"),
        ("La sole de lin progresserait de 2,9 %, celle d’avoine de 7,9 %.", "7,9 %", "avoine"),
        # a town keeps its article
        ("Le Havre est cité. Le Havre a totalisé 3 millions de tonnes.", "3 millions", "Le Havre"),
        # a verb is no part of its subject
        ("La filature consomme 40 GWh par an.", "40 GWh", "filature"),
    ],
)
def test_the_subject_is_who_or_what_a_person_would_write(text, quote, expected):
    told = subject(text, quote)
    assert told == expected or (expected == "ministère" and "Industrie" not in told.split()[:1])


def test_a_firm_may_begin_with_a_single_letter():
    assert subject("I Zellij Capital has bought 53 MW.", "53 MW", "en") == "I Zellij Capital"
