"""Values, units and spans of mentions: the omission strip and every proposal are built on them."""

from decimal import Decimal

import pytest

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions


def _only(text, language="fr"):
    found = mentions(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("une ferme de 1\u202f750\u202fMW en mer", "1750", "MW"),
        ("près de Laâyoune, 2.300 m² bâtis", "2300", "m2"),
        ("un réservoir de 1,2 million de m3", "1200000", "m3"),
        ("un débit de 400 Gb/s", "400", "Gbit/s"),
        ("il produit 64 GWh par an", "64", "GWh/a"),
        ("une ligne de 225 kV", "225", "kV"),
        ("une trentaine de kilomètres", "30", "km"),
        ("il gèle : -7 °C", "-7", "Cel"),
        ("un demi-hectare", "0.5", "ha"),
        ("trois pétaoctets", "3", "PBy"),
        ("pendant dix-huit mois", "18", "mo"),
        ("deux exaflops", "2", "EFLOPS"),
    ],
)
def test_quantities_have_value_and_code(text, value, unit):
    mention = _only(text)
    assert (mention.kind, mention.value, mention.unit) == (MentionKind.QUANTITY, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("un chèque de 650 MDH", "fr", 650_000_000, "MAD"),
        ("4 MMDH", "fr", 4_000_000_000, "MAD"),
        ("3,4 Md€", "fr", 3_400_000_000, "EUR"),
        ("1,7 milliard de dirhams", "fr", 1_700_000_000, "MAD"),
        ("25 milliards F CFA", "fr", 25_000_000_000, "XOF"),
        ("une quarantaine de millions de dollars", "fr", 40_000_000, "USD"),
        ("douze euros et cinquante centimes", "fr", Decimal("12.5"), "EUR"),
        ("0,92 DH/kWh", "fr", Decimal("0.92"), "MAD/kWh"),
        ("US$640m", "en", 640_000_000, "USD"),
        ("MAD8bn", "en", 8_000_000_000, "MAD"),
        ("R3.1 billion", "en", 3_100_000_000, "ZAR"),
        ("80 USD million", "en", 80_000_000, "USD"),
        ("$45 per MWh", "en", 45, "USD/MWh"),
    ],
)
def test_money_is_the_full_amount(text, language, value, unit):
    mention = _only(text, language)
    assert (mention.kind, mention.value, mention.unit) == (MentionKind.MONEY, value, unit)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1.450 emplois", "fr", "1450"),
        ("1,450 emplois", "fr", "1450"),
        ("un indice de 1,450", "fr", "1.450"),
        ("1.450 points", "en", "1.450"),
        ("1,450 jobs", "en", "1450"),
        ("2.345.678,9 au total", "fr", "2345678.9"),
        ("2,345,678.9 in all", "en", "2345678.9"),
        ("3 456 789 habitants", "fr", "3456789"),
        ("0,75", "fr", "0.75"),
        ("12,34,567 units", "en", "1234567"),
        ("en tout 20.5", "fr", "20.5"),
    ],
)
def test_grouping_is_read_as_the_language_writes_it(text, language, value):
    assert _only(text, language).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("arrivé 5ᵉVarié", MentionKind.ORDINAL, 5),
        ("la 2nde tranche", MentionKind.ORDINAL, 2),
        ("une première", MentionKind.ORDINAL, 1),
        ("le premier hub", MentionKind.ORDINAL, 1),
        ("une seconde salle", MentionKind.ORDINAL, 2),
        ("au XVIIIe siècle", MentionKind.ORDINAL, 18),
        ("de niveau « Tier IV »", MentionKind.TIER, 4),
        ("certifié Tier 3", MentionKind.TIER, 3),
        ("le n° 1 africain", MentionKind.RANK, 1),
        ("le top 5 du continent", MentionKind.RANK, 5),
    ],
)
def test_orders_ranks_and_tiers(text, kind, value):
    mention = _only(text)
    assert (mention.kind, mention.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("mille trois cents emplois", 1300, "emplois"),
        ("une dizaine de salles", 10, "salles"),
        ("six nouveaux data centers", 6, "data centers"),
        ("9 millions d'abonnés", 9_000_000, "abonnés"),
        ("quatre fois", 4, "fois"),
    ],
)
def test_counts_name_what_they_count(text, value, noun):
    mention = _only(text)
    assert (mention.kind, mention.value, mention.noun) == (MentionKind.COUNT, value, noun)


def test_numbers_nobody_said_have_no_value():
    for text in ("des milliers de visiteurs", "plusieurs centaines d'ingénieurs", "des millions de dirhams"):
        assert _only(text).value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("les deux tiers du parc", "0.6666666666666666666666666667"),
        ("trois quarts des sites", "0.75"),
        ("la moitié", "0.5"),
    ],
)
def test_fractions_are_below_one(text, value):
    assert _only(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "unit"),
    [
        ("de 30 à 45 MW", "fr", 30, 45, "MW"),
        ("entre 6 et 8 milliards de dirhams", "fr", 6_000_000_000, 8_000_000_000, "MAD"),
        ("12-15 %", "fr", 12, 15, "%"),
        ("deux à trois ans", "fr", 2, 3, "a"),
        ("entre 300 et 350 postes", "fr", 300, 350, ""),
        ("$15-20 million", "en", 15_000_000, 20_000_000, "USD"),
        ("between 8% and 9%", "en", 8, 9, "%"),
    ],
)
def test_two_ends_of_a_span_are_one_mention(text, language, low, high, unit):
    mention = _only(text, language)
    assert (mention.value, mention.value2, mention.unit) == (low, high, unit)
    assert mention.comparator is Comparator.RANGE


def test_two_ends_of_a_change_are_two_mentions_with_one_unit():
    found = mentions("La puissance passera de 6 à 24 MW.", "fr")
    assert [(mention.text, mention.value, mention.unit) for mention in found] == [("6", 6, "MW"), ("24 MW", 24, "MW")]
    found = mentions("Output grew from 10% to 30%.", "en")
    assert [mention.value for mention in found] == [10, 30]


def test_figures_that_share_the_last_unit():
    found = mentions("Les taux sont de 4,5 et 6,1 %.", "fr")
    assert [(mention.value, mention.unit) for mention in found] == [(Decimal("4.5"), "%"), (Decimal("6.1"), "%")]


def test_currency_named_once_in_a_sentence():
    found = mentions("Le budget monte de 3 milliards de dollars à 6 milliards.", "fr")
    assert [(mention.value, mention.unit) for mention in found] == [(3 * 10**9, "USD"), (6 * 10**9, "USD")]


@pytest.mark.parametrize(
    ("text", "comparator", "hedge"),
    [
        ("environ 80 MW", Comparator.ABOUT, "environ"),
        ("près d'une centaine de salles", Comparator.ABOUT, "près d'"),
        ("plus des trois quarts du parc", Comparator.MORE, "plus des"),
        ("au moins 12 sites", Comparator.AT_LEAST, "au moins"),
        ("n'excède pas 90 mégawatts", Comparator.AT_MOST, "n'excède pas"),
        ("dépasse la barre des 200 MW", Comparator.MORE, "dépasse"),
        ("moins de 3 %", Comparator.LESS, "moins de"),
        ("45 % au minimum", Comparator.AT_LEAST, "au minimum"),
        ("60 salles ou plus", Comparator.AT_LEAST, "ou plus"),
        ("≤ 500 kW", Comparator.AT_MOST, "≤"),
        ("jusqu'à 700 baies", Comparator.AT_MOST, "jusqu'à"),
        ("sous 24 mois", Comparator.AT_MOST, "sous"),
        ("pas moins de 9 salles", Comparator.AT_LEAST, "pas moins de"),
        ("avoisinant les 30 MW", Comparator.ABOUT, "avoisinant"),
        ("un maximum de 3 ans", Comparator.AT_MOST, "un maximum de"),
        ("plus du tiers des sites", Comparator.MORE, "plus du"),
    ],
)
def test_hedges_bound_the_value(text, comparator, hedge):
    mention = _only(text)
    assert mention.comparator is comparator
    assert text[slice(*mention.hedge)] == hedge


def test_prepositions_of_place_are_not_hedges():
    assert _only("spread over four floors", "en").comparator is Comparator.EQUAL
    assert _only("over three years", "en").comparator is Comparator.EQUAL
    assert _only("over 300 MW", "en").comparator is Comparator.MORE


def test_codes_and_names_are_not_numbers():
    for text in ("la 5G et le CO2", "un GPU H100", "le groupe G20", "https://exemple.test/77"):
        assert mentions(text, "fr") == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("deux heures et demie", "2.5", "h"),
        ("2,4 m sq ft", "2400000", "[sft_i]"),
        ("3 millions 200 mille m3", "3200000", "m3"),
    ],
)
def test_amounts_said_in_parts(text, value, unit):
    mention = _only(text)
    assert (mention.value, mention.unit) == (Decimal(value), unit)


def test_numbers_of_laws_and_telephones_are_no_spans_of_values():
    assert all(mention.value2 is None for mention in mentions("la loi n° 11-23, tél. 522-61-72-83", "fr"))


def test_a_conference_is_not_a_currency():
    assert mentions("la COP31", "fr") == ()


def test_new_is_not_nine():
    assert mentions("un bâtiment neuf, remis à neuf", "fr") == ()
    assert [mention.value for mention in mentions("neuf bâtiments", "fr")] == [9]


def test_arabic_figures_and_units():
    mention = _only("بقدرة ٣٥٠ ميغاواط", "ar")
    assert (mention.value, mention.unit, mention.text) == (350, "MW", "٣٥٠ ميغاواط")
    mention = _only("استثمار 2,5 مليار درهم", "ar")
    assert (mention.value, mention.unit) == (2_500_000_000, "MAD")


def test_arabic_conjunctions_are_written_in_one_with_the_number():
    assert [mention.value for mention in mentions("12 ميغاواط في أكادير و18 ميغاواط في تزنيت", "ar")] == [12, 18]
