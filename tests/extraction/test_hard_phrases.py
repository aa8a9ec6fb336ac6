"""Phrases that readers of numbers get wrong: each is a figure that an editor would have to type by hand."""

from decimal import Decimal

import pytest

from maeditor.domain.facts import Lifecycle, Modality
from maeditor.domain.values import Comparator
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions
from maeditor.extraction.proposals import propose


def facts(text, language="fr"):
    return {(p.property, p.value, p.unit) for p in propose(text, language).proposals}


def only(text, language="fr"):
    (found,) = propose(text, language).proposals
    return found


def test_a_rank_glued_to_the_word_of_the_next_cell():
    text = "Le Ghana et ses voisins\n\nCritèreGhanaVoisins\nPuissance (MW)120340\nRang mondial5ᵉVarie"
    assert ("rank", Decimal(5), "1") in facts(text)


def test_glued_cells_of_a_flattened_table_come_with_every_split():
    text = "Le Ghana et ses voisins\n\nCritèreGhanaVoisins\nPuissance (GW)20.5\nRang mondial5ᵉVarie"
    glued = [p for p in propose(text, "fr").proposals if p.unit == "GW"]
    assert glued
    assert all(p.needs_look for p in glued)
    readings = {p.value for p in glued} | {reading.value for p in glued for reading in p.alternatives}
    assert readings >= {Decimal(2), Decimal("0.5"), Decimal("20.5")}


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Le port attend une dizaine de navires.", "fr", ("count_other", 10, "1")),
        ("Le centre est certifié Tier IV.", "fr", ("tier", 4, "")),
        ("La zone créera mille deux cents emplois.", "fr", ("jobs", 1200, "1")),
        ("Le pont a coûté 500 MDH.", "fr", ("investment", 500_000_000, "MAD")),
        ("Le tunnel a coûté 2 MMDH.", "fr", ("investment", 2_000_000_000, "MAD")),
        ("Le tunnel a coûté 1,5 Md€.", "fr", ("investment", 1_500_000_000, "EUR")),
        ("Le tunnel a coûté 30 M€.", "fr", ("investment", 30_000_000, "EUR")),
        ("Le puits a coûté 45 000 F CFA.", "fr", ("investment", 45_000, "XOF")),
        ("The bridge cost R250 million.", "en", ("investment", 250_000_000, "ZAR")),
        ("Le barrage délivre 1\u202f500 MW.", "fr", ("capacity_power", 1500, "MW")),
        ("Le barrage délivre 1.200 MW.", "fr", ("capacity_power", 1200, "MW")),
        ("Le barrage délivre 1 200 MW.", "fr", ("capacity_power", 1200, "MW")),
        ("Le barrage délivre 1.200,5 MW.", "fr", ("capacity_power", "1200.5", "MW")),
        ("The dam delivers 1,200 MW.", "en", ("capacity_power", 1200, "MW")),
        ("Le réseau gère septante-deux gares.", "fr", ("count_other", 72, "1")),
        ("Le réseau gère nonante et un dépôts.", "fr", ("count_other", 91, "1")),
        ("L’opérateur prépare quatre nouveaux data centers.", "fr", ("count_datacenters", 4, "1")),
        ("Le pays compte 14 data centers actifs.", "fr", ("count_datacenters", 14, "1")),
        ("Quatorze data centers recensés par l’étude.", "fr", ("count_datacenters", 14, "1")),
        ("The port opened a dozen berths.", "en", ("count_other", 12, "1")),
        ("The port ranks 3rd in Africa.", "en", ("rank", 3, "1")),
        ("Débit x2 pour le câble.", "fr", ("multiplier", 2, "1")),
        ("Gabès sera le premier hub africain du lin.", "fr", ("rank", 1, "1")),
        ("Le groupe inaugure son troisième data center.", "fr", ("count_datacenters", 3, "1")),
        ("Un tiers du câble est posé.", "fr", ("share_percent", "33.33", "%")),
        ("La moitié des bus roule.", "fr", ("share_percent", 50, "%")),
        ("Le trafic va doubler d’ici 2031.", "fr", ("multiplier", 2, "1")),
        ("Output will triple by 2031.", "en", ("multiplier", 3, "1")),
    ],
)
def test_values_that_others_misread(text, language, told):
    assert (told[0], Decimal(told[1]), told[2]) in facts(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Des milliers de curieux sont venus.",
        "Le canal est une première.",
        "La troisième phase débutera bientôt.",
        "Le moulin date du XIXe siècle.",
        "La Vision 2030 et la CAN 2025 font parler.",
        "Dans un premier temps, la digue tient.",
        "Le guichet ouvre 24h/24.",
        "La loi 44-09 et l’article 12 s’appliquent.",
        "Téléphone : 05 37 20 30 40.",
        "La visite débute à 14 h 30.",
        "Voir page 8.",
    ],
)
def test_these_state_no_figure(text):
    assert facts(text) == set()


def test_mille_deux_cents_is_one_number():
    (found,) = mentions("mille deux cents emplois", "fr")
    assert (found.value, found.kind) == (Decimal(1200), MentionKind.COUNT)


@pytest.mark.parametrize(("text", "value"), [("le 1er quai", 1), ("le 5ᵉ quai", 5), ("le XIXe siècle", 19)])
def test_ordinals_in_french(text, value):
    assert (MentionKind.ORDINAL, Decimal(value)) in {(m.kind, m.value) for m in mentions(text, "fr")}


def test_both_ends_take_the_unit_of_the_second():
    change = facts("La centrale passera de 5 à 20 MW.")
    assert {("capacity_power", Decimal(5), "MW"), ("capacity_power", Decimal(20), "MW")} <= change


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("La ferme livrera de 10 à 40 MW.", 10, 40),
        ("La ferme livre entre 150 et 200 MW.", 150, 200),
        ("La ferme livre 10-20 MW.", 10, 20),
    ],
)
def test_a_span_of_values_is_one_fact(text, low, high):
    found = only(text)
    assert (found.value, found.value_max, found.comparator) == (Decimal(low), Decimal(high), Comparator.RANGE)


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("environ", Comparator.ABOUT),
        ("près de", Comparator.ABOUT),
        ("quelque", Comparator.ABOUT),
        ("plus de", Comparator.MORE),
        ("au moins", Comparator.AT_LEAST),
        ("jusqu’à", Comparator.AT_MOST),
        ("moins de", Comparator.LESS),
    ],
)
def test_a_hedge_is_the_comparator(words, comparator):
    assert only(f"La turbine délivre {words} 30 MW.").comparator is comparator


def test_what_is_not_exceeded_is_a_bound():
    assert only("Sa puissance n’excède pas 30 MW.").comparator is Comparator.AT_MOST


@pytest.mark.parametrize(
    "text",
    [
        "La puissance n’est pas de 30 MW.",
        "Il n’est pas question de 30 MW.",
        "Le plan prévoyait par erreur 30 MW.",
    ],
)
def test_denied_and_retracted_values_are_not_proposed(text):
    assert not any(p.property == "capacity_power" for p in propose(text, "fr").proposals)


def test_a_supposed_value_is_a_possibility():
    assert only("Si la turbine délivrait 30 MW, tout changerait.").modality is Modality.POSSIBILITY


@pytest.mark.parametrize(
    ("text", "lifecycle"),
    [
        ("Le groupe prévoit une usine de 30 MW.", Lifecycle.PLANNED),
        ("L’usine aura 30 MW d’ici 2031.", Lifecycle.PLANNED),
        ("Une usine de 30 MW est en cours d’édification.", Lifecycle.UNDER_CONSTRUCTION),
        ("Une usine de 30 MW a été inaugurée.", Lifecycle.OPERATIONAL),
    ],
)
def test_the_stage_is_in_the_verb(text, lifecycle):
    assert next(p for p in propose(text, "fr").proposals if p.unit == "MW").lifecycle is lifecycle


def test_the_kingdom_is_the_country_of_the_article():
    text = "Le Maroc mise sur le vent.\n\nLe Maroc produit beaucoup. Dans le Royaume, le parc atteint 30 MW."
    assert only(text).place == "Maroc"


def test_a_capacity_of_leading_countries_is_theirs():
    text = "Le Gabon progresse\n\nLe pays agrandit ses salles. La capacité des cinq pays leaders reste sous les 900 MW."
    capacity = next(each for each in propose(text, "fr").proposals if each.unit == "MW")
    assert (capacity.subject, capacity.place, capacity.comparator) == ("cinq pays leaders", "", Comparator.LESS)


def test_the_unit_of_a_header_applies_to_its_cells():
    text = "Comptes de la Sotram\n\n| Poste | Montant (en MDH) |\n| Chiffre d’affaires | 84 |\n| Dette | 12 |"
    assert ("revenue", Decimal(84_000_000), "MAD") in facts(text)
    assert ("money_other", Decimal(12_000_000), "MAD") in facts(text)


def test_share_counters_and_comments_are_noise():
    text = (
        "Le vent se lève\n\nLe parc de Kaya affiche 45 MW, et les riverains s’en félicitent depuis son ouverture.\n\n"
        "128 partages\n\nLaisser un commentaire\n\nSami : et les 900 emplois ?"
    )
    assert facts(text) == {("capacity_power", Decimal(45), "MW")}
