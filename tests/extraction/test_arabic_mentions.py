"""Arabic numbers: an editor of Arabic articles must get each with its value, unit and bound, and its exact span."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.mentions import mentions

_DIGITS = {"٠": "٠١٢٣٤٥٦٧٨٩", "۰": "۰۱۲۳۴۵۶۷۸۹", "0": "0123456789"}


def _one(text: str) -> Mention:
    found = [mention for mention in mentions(text, "ar") if mention.value is not None]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("بلغت الطاقة المركبة ٧٥ ميجاوات", "٧٥ ميجاوات", 75, "MW"),
        ("بطاقة ۹۰ كيلووات", "۹۰ كيلووات", 90, "kW"),
        ("أضيف ميغاواطان إلى الشبكة", "ميغاواطان", 2, "MW"),
        ("وثلاثة غيغاواط من الرياح", "ثلاثة غيغاواط", 3, "GW"),
        ("أنتج السد ١٫٢ تيراواط ساعة", "١٫٢ تيراواط ساعة", Decimal("1.2"), "TWh"),
        ("على بعد ٣٥ كلم من المدينة", "٣٥ كلم", 35, "km"),
        ("فوق أربعة عشر هكتارا", "أربعة عشر هكتارا", 14, "ha"),
        ("مساحتها ٢٬٤٠٠ متر مربع", "٢٬٤٠٠ متر مربع", 2400, "m2"),
        ("ينتج 45 ألف متر مكعب يوميا", "45 ألف متر مكعب يوميا", 45000, "m3/d"),
        ("نقل ثلاثمئة ألف طن", "ثلاثمئة ألف طن", 300_000, "t"),
        ("يخزن 8 بيتابايت", "8 بيتابايت", 8, "PBy"),
        ("سرعة 100 ميغابت في الثانية", "100 ميغابت في الثانية", 100, "Mbit/s"),
        ("استغرق البناء سنة ونصف", "سنة ونصف", Decimal("1.5"), "a"),
        ("استمرت ثلاث ساعات ونصف", "ثلاث ساعات ونصف", Decimal("3.5"), "h"),
        ("بحرارة 18 درجة مئوية", "18 درجة مئوية", 18, "Cel"),
    ],
)
def test_quantities_are_read_with_their_unit(text: str, written: str, value: Decimal, unit: str):
    mention = _one(text)
    assert (mention.text, mention.value, mention.unit) == (written, value, unit)


@pytest.mark.parametrize(
    ("text", "written", "value", "code"),
    [
        ("رصدت 320 مليون درهم للطريق", "320 مليون درهم", 320_000_000, "MAD"),
        ("بمليوني درهم", "مليوني درهم", 2_000_000, "MAD"),
        ("قرض بملياري دولار أمريكي", "ملياري دولار أمريكي", 2_000_000_000, "USD"),
        ("بلغت ثمانية ملايين يورو", "ثمانية ملايين يورو", 8_000_000, "EUR"),
        ("مليون ونصف المليون درهم إماراتي", "مليون ونصف المليون درهم إماراتي", 1_500_000, "AED"),
        ("ربع مليار ريال قطري", "ربع مليار ريال قطري", 250_000_000, "QAR"),
        ("١٫٨ مليار دينار تونسي", "١٫٨ مليار دينار تونسي", 1_800_000_000, "TND"),
        ("9.500 درهم", "9.500 درهم", 9500, "MAD"),
        ("ثمنها ألفا درهم", "ألفا درهم", 2000, "MAD"),
        ("0,12 دولار للكيلوواط ساعة", "0,12 دولار للكيلوواط ساعة", Decimal("0.12"), "USD/kWh"),
    ],
)
def test_money_is_read_in_full(text: str, written: str, value: Decimal, code: str):
    mention = _one(text)
    assert (mention.text, mention.value, mention.unit) == (written, value, code)


@pytest.mark.parametrize("sign", ["٪", "%", " %", " في المئة", " في المائة", " بالمئة", " بالمائة"])
def test_percentages_are_read_however_they_are_written(sign: str):
    mention = _one(f"بنسبة ٣٧٫٥{sign} من الطلب")
    assert (mention.kind, mention.value, mention.unit) == (MentionKind.PERCENTAGE, Decimal("37.5"), "%")


def test_a_percent_sign_typed_before_the_number_belongs_to_it():
    assert _one("تراجع بنسبة %14 هذا العام").text == "%14"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("اثنا عشر مصنعا", 12),
        ("إحدى عشرة مدرسة", 11),
        ("تسعة وتسعون موظفا", 99),
        ("مئتا عامل", 200),
        ("أربعمائة وخمس وعشرون أسرة", 425),
        ("ألف ومئة وثلاثون منزلا", 1130),
        ("سبعة آلاف وخمسمئة زائر", 7500),
        ("ثلاثة ملايين ومئتا ألف مسافر", 3_200_000),
        ("نصف مليون مشترك", 500_000),
    ],
)
def test_numbers_in_words_count_what_follows(words: str, value: int):
    mention = _one(f"تضم الجهة {words}.")
    assert (mention.kind, mention.value) == (MentionKind.COUNT, value)
    assert words.startswith(mention.text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("في 17 ماي 2024", "2024-05-17"),
        ("يوم ٩ أيار ٢٠٢٥", "2025-05-09"),
        ("في جانفي 2031", "2031-01"),
        ("في كانون الأول/ديسمبر 2026", "2026-12"),
        ("في 4 من أغسطس 2026", "2026-08-04"),
        ("في شتنبر من سنة 2027", "2027-09"),
        ("مطلع عام 2029", "2029-01"),
        ("أواخر سنة ٢٠٢٨", "2028-12"),
        ("الربع الأخير من 2026", "2026-10/2026-12"),
        ("بين عامي 2026 و2031", "2026/2031"),
        ("سنة 1999", "1999"),
    ],
)
def test_dates_are_read_by_the_months_of_every_country(text: str, value: str):
    assert _one(text).value == value


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("حوالي", Comparator.ABOUT),
        ("وبما يقارب", Comparator.ABOUT),
        ("لأكثر من", Comparator.MORE),
        ("بما لا يقل عن", Comparator.AT_LEAST),
        ("لا تتجاوز", Comparator.AT_MOST),
        ("ما يصل إلى", Comparator.AT_MOST),
        ("أقل من", Comparator.LESS),
        ("يضم", Comparator.EQUAL),
    ],
)
def test_words_before_a_number_bound_it(words: str, comparator: Comparator):
    assert _one(f"مجمع {words} 64 مصنعا").comparator is comparator


def test_two_ends_are_one_span_and_a_change_is_two_values():
    between = _one("بقدرة تتراوح بين ٢٥ و٣٠ ميغاواط")
    assert (between.value, between.value2, between.unit) == (25, 30, "MW")
    money = _one("بكلفة بين 3 و4 مليارات درهم")
    assert (money.value, money.value2) == (3_000_000_000, 4_000_000_000)
    change = mentions("رفع القدرة من 20 إلى 55 ميغاواط", "ar")
    assert [(mention.value, mention.unit) for mention in change] == [(20, "MW"), (55, "MW")]


def test_a_number_of_four_figures_before_a_noun_is_no_year():
    assert _one("يشغل المصنع 2000 عامل").kind is MentionKind.COUNT
    assert _one("بحلول 2035").kind is MentionKind.YEAR


def test_marks_of_direction_vowel_signs_and_tatweel_stay_in_the_quote():
    text = "اســتثمار \u200f٥٠ مليـــونَ دِرْهمٍ\u200f وقوة 5 ﻣﻴﻐﺎﻭﺍﻁ"
    money, power = mentions(text, "ar")
    assert (money.value, money.unit, power.value, power.unit) == (50_000_000, "MAD", 5, "MW")
    for mention in (money, power):
        assert text[mention.start : mention.end] == mention.text
    assert money.text == "٥٠ مليـــونَ دِرْهمٍ"


def test_seconds_months_and_carbon_dioxide_are_no_ranks():
    for text in ("ثاني أكسيد الكربون", "الملك محمد السادس", "في تشرين الثاني"):
        assert not [mention for mention in mentions(text, "ar") if mention.kind is MentionKind.ORDINAL]


@given(st.integers(0, 10**9), st.sampled_from(sorted(_DIGITS)))
def test_digits_of_every_script_read_the_same(number: int, zero: str):
    written = "".join(_DIGITS[zero][int(digit)] for digit in str(number))
    mention = _one(f"بقدرة {written} ميغاواط")
    assert (mention.value, mention.text) == (number, f"{written} ميغاواط")


_PIECES = """و ب ال لل مليون ملايين ألف آلاف مئة ثلاثة عشر عشرة خمسين نصف ربع ثلثي 7 2030 ٣٠ ٪ في المئة درهم ميغاواط سنة
بين من إلى"""


@given(st.lists(st.sampled_from([*_PIECES.split(), " ", "ـ", "\u064b", "\u200f", "،", "."]), max_size=30))
def test_spans_are_ordered_and_quote_the_text(pieces: list[str]):
    text = " ".join(pieces)
    end = 0
    for mention in mentions(text, "ar"):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        end = mention.end


def test_a_percent_sign_after_words_is_read_too():
    assert _one("نمو بألف ٪").value == 1000


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("على أن لا تقل حصة الشركاء المحليين عن 35%", Comparator.AT_LEAST),
        ("لا تزيد كلفة الربط الواحد على 900 درهم", Comparator.AT_MOST),
        ("ولم يتجاوز عدد المصانع الجديدة 17 مصنعا", Comparator.AT_MOST),
        ("تقل الخسائر كثيرا عن 5 ملايين درهم", Comparator.LESS),
    ],
)
def test_a_bound_may_stand_apart_from_its_number(text: str, comparator: Comparator):
    assert _one(text).comparator is comparator


def test_millions_and_thousands_are_one_number():
    mention = _one("بلغ عدد السكان مليونين و350 ألف نسمة")
    assert (mention.text, mention.value) == ("مليونين و350 ألف", 2_350_000)
    assert _one("بكلفة 4 ملايير درهم").value == 4_000_000_000
