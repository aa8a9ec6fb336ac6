"""Noise: an editor would wade through menus and cookie notes, or lose a paragraph taken for one."""

import pytest

from maeditor.extraction.text.lines import LineLabel, label_lines

BODY = (
    "La société Nord-Câbles a inauguré hier son usine de Settat, où elle produira des fibres pour tout le pays. "
    "Le directeur s’est félicité de la rapidité des travaux et de la qualité de la main-d’œuvre locale."
)


def kinds(text):
    return {text[line.start : line.end]: line.noise for line in label_lines(text) if text[line.start : line.end]}


def page(*lines):
    return "\n\n".join(["Nord-Câbles ouvre une usine de fibres à Settat", BODY, *lines])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Partager sur Facebook Twitter WhatsApp", "share"),
        ("Imprimer | Envoyer | Partager", "share"),
        ("Tags : fibre, Settat, usines", "tags"),
        ("Abonnez-vous à notre newsletter gratuite", "newsletter"),
        ("Nous utilisons des cookies pour améliorer votre visite", "cookie"),
        ("We use cookies to improve your experience", "cookie"),
        ("© 2024 Le Quotidien fictif – Tous droits réservés", "legal"),
        ("Lire aussi : Les câbles de demain", "related"),
        ("Il vous reste 80 % de cet article à lire, réservé aux abonnés", "paywall"),
        ("Publicité", "widget"),
        ("Contact presse : Rim T. – 05 37 11 22 33 – presse@nord.example", "contact"),
        ("➜ Demander un devis gratuit", "button"),
        ("INDICE A 1 204,31 ▲0,4 % | INDICE B 310,20 ▼0,2 %", "ticker"),
        ("[Image : vue aérienne du site]", "alt_text"),
        ("Sponsored: win a trip to the coast", "ad"),
    ],
)
def test_phrases_give_noise_away(line, kind):
    assert kinds(page(line, BODY))[line] == kind


def test_menus_above_the_headline_are_noise():
    text = "Accueil | Économie | Sport | Monde\nAccueil › Économie › Industrie\n\n" + page()
    assert list(kinds(text).values())[:2] == ["nav", "nav"]


def test_comments_reach_to_the_end():
    found = kinds(page("Laisser un commentaire", "Sami : bravo à eux, 500 emplois de plus !", "Répondre"))
    assert found["Sami : bravo à eux, 500 emplois de plus !"] == "comments"


def test_about_blocks_take_their_paragraph():
    about = "Le groupe emploie 4 200 personnes dans 12 pays et a réalisé un chiffre d’affaires de 900 millions d’euros."
    found = kinds(page(BODY, "À propos de Nord-Câbles", about))
    assert found[about] == "about"


def test_teasers_under_a_heading_are_noise_until_the_text_goes_on():
    text = page("Sur le même sujet", "Settat attire les câbliers", "La fibre gagne les campagnes", BODY + " Fin.")
    found = kinds(text.replace("\n\nSettat", "\nSettat").replace("\n\nLa fibre", "\nLa fibre"))
    assert found["Settat attire les câbliers"] == "related"
    assert found["La fibre gagne les campagnes"] == "related"
    assert found[BODY + " Fin."] == ""


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "À propos de ce chantier, le wali a rappelé que 300 ouvriers y ont travaillé pendant 14 mois, jour et nuit.",
        "Les cookies fabriqués à Settat sont exportés vers 12 pays et représentent 3 % des ventes de l’usine voisine.",
        "Le partage des bénéfices sera décidé en mars, selon le règlement adopté par les 40 actionnaires du groupe.",
    ],
)
def test_sentences_of_the_article_are_kept(line):
    assert kinds(page(line))[line] == ""


def test_tables_are_never_noise():
    text = page("Pays | Contact | Sites\nMaroc | 12 | 3\nGhana | 4 | 1")
    assert all(line.label is LineLabel.TABLE for line in label_lines(text)[-3:])


def test_title_byline_and_list_are_told_apart():
    text = "\n".join(
        ["Une usine de fibres ouvre à Settat", "Par Nadia B. | 3 avril 2024", "", BODY, "", "• 40 000 m² de surface"]
    )
    labels = [line.label for line in label_lines(text) if line.label is not LineLabel.BLANK]
    assert labels == [LineLabel.TITLE, LineLabel.BYLINE, LineLabel.BODY, LineLabel.LIST]
