"""Arabic articles: what an editor is offered has the right property, place and stage, and nothing of the page frame."""

from decimal import Decimal

import pytest

from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator
from maeditor.extraction.figures import figures
from maeditor.extraction.interface import Proposal
from maeditor.extraction.proposals import propose
from maeditor.extraction.reading import read_value

_LEAD = "برشيد تحتضن مصنعا للألواح الشمسية\n\n"


def _said(sentence: str) -> dict[str, Proposal]:
    return {proposal.property: proposal for proposal in propose(_LEAD + sentence, "ar").proposals}


@pytest.mark.parametrize(
    ("sentence", "name", "value", "unit"),
    [
        ("ستبلغ قدرة المحطة 45 ميغاواط.", "capacity_power", 45, "MW"),
        ("كلف المشروع 1,7 مليار درهم.", "investment", 1_700_000_000, "MAD"),
        ("سجلت الشركة رقم معاملات بلغ 640 مليون درهم.", "revenue", 640_000_000, "MAD"),
        ("منح البنك الشركة قرضا بقيمة 80 مليون يورو.", "money_other", 80_000_000, "EUR"),
        ("يباع الإنتاج بسعر 0,45 درهم للكيلوواط ساعة.", "price", Decimal("0.45"), "MAD/kWh"),
        ("وسيوفر المصنع 420 منصب شغل.", "jobs", 420, "1"),
        ("توظف الشركة تسعين مهندسا.", "jobs", 90, "1"),
        ("يمتد المصنع على 13 هكتارا.", "area", 13, "ha"),
        ("يضم البلد 17 مركز بيانات.", "count_datacenters", 17, "1"),
        ("تمثل الصادرات 64 في المائة من الإنتاج.", "share_percent", 64, "%"),
        ("نمت المبيعات بنسبة 9 في المائة مقارنة بسنة 2023.", "growth_percent", 9, "%"),
        ("تراجعت الواردات بنسبة 6%.", "growth_percent", -6, "%"),
        ("يذهب ثلث الإنتاج إلى السوق المحلية.", "share_percent", Decimal("33.33"), "%"),
        ("احتلت الشركة المرتبة الثالثة وطنيا.", "rank", 3, "1"),
        ("أصبح الإنتاج أربعة أضعاف ما كان.", "multiplier", 4, "1"),
        ("ينتج المصنع 120 جيجاوات ساعة سنويا.", "energy", 120, "GWh/a"),
    ],
)
def test_arabic_words_decide_the_property(sentence: str, name: str, value: Decimal, unit: str):
    proposal = _said(sentence)[name]
    assert (proposal.value, proposal.unit) == (value, unit)
    assert proposal.quote in sentence


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("سيوفر المصنع 420 منصب شغل.", Lifecycle.PLANNED),
        ("تعتزم الشركة توظيف 420 عاملا.", Lifecycle.PLANNED),
        ("المحطة قيد الإنشاء بقدرة 45 ميغاواط.", Lifecycle.UNDER_CONSTRUCTION),
        ("دشن الوزير محطة بقدرة 45 ميغاواط.", Lifecycle.OPERATIONAL),
    ],
)
def test_arabic_words_tell_the_stage(sentence: str, stage: Lifecycle):
    assert next(iter(_said(sentence).values())).lifecycle is stage


def test_places_are_named_in_french_whatever_is_written_before_them():
    assert _said("تقع المحطة بالدار البيضاء بقدرة 45 ميغاواط.")["capacity_power"].place == "Casablanca"
    text = "وللجزائر اليوم محطة بقدرة 45 ميغاواط."
    assert propose(text, "ar").proposals[0].place == "Algérie"


def test_the_date_of_an_event_is_told_from_that_of_a_figure():
    said = _said("سيدخل المصنع الخدمة في جويلية 2029.")
    assert said["date_event"].value == "2029-07"
    assert "date_event" not in _said("بلغت حصة الشمس 12 في المائة سنة 2024.")


@pytest.mark.parametrize(
    "sentence",
    [
        "ينظم القانون رقم 82.21 هذا القطاع.",
        "انتهى اللقاء على الساعة 17:30 مساء.",
        "للاتصال: الهاتف 0522 43 43 43",
        "لم تبلغ الكلفة 90 مليون درهم.",
        "يندرج المشروع ضمن رؤية 2030 للبلاد.",
        "استعدادا لكأس العالم 2030 بالبلاد.",
        "حضر الجيل الخامس في اللقاء.",
    ],
)
def test_laws_times_phones_and_names_state_nothing(sentence: str):
    assert not _said(sentence)


def test_what_is_imagined_is_less_sure():
    sure = _said("تصل القدرة إلى 90 ميغاواط.")["capacity_power"]
    imagined = _said("إذا توفر التمويل فقد تصل القدرة إلى 90 ميغاواط.")["capacity_power"]
    assert imagined.confidence < sure.confidence


def test_bounds_reach_the_proposal():
    said = _said("وسيخلق المصنع ما لا يقل عن 300 فرصة عمل على مساحة لا تتجاوز 9 هكتارات.")
    assert said["jobs"].comparator is Comparator.AT_LEAST
    assert said["area"].comparator is Comparator.AT_MOST


def test_the_frame_of_an_arabic_news_page_is_noise():
    article = "أعلنت الشركة عن بناء محطة بقدرة 45 ميغاواط في ضواحي وجدة خلال السنة المقبلة."
    frame = [
        "اقرأ أيضا: أسعار النفط",
        "شارك على فيسبوك",
        "لن يتم نشر عنوان بريدك الإلكتروني",
        "جميع الحقوق محفوظة © 2026",
        "الأكثر قراءة",
    ]
    text = "\n".join(["محطة جديدة قرب وجدة", "الاثنين 5 يناير 2026 - 09:30", article, *frame])
    found = propose(text, "ar")
    assert [proposal.property for proposal in found.proposals] == ["capacity_power"]
    flagged = "".join(text[noise.start : noise.end] for noise in found.noise)
    assert all(line in flagged for line in frame)
    assert article not in flagged


def test_cells_of_an_arabic_table_have_the_unit_of_their_column():
    text = "المحطات\n\nالمحطة\tالقدرة (ميغاواط)\nأولوز\t45\nطاطا\t٣٠\nزاكورة\t25\n"
    cells = [proposal for proposal in propose(text, "ar").proposals if proposal.rule.startswith("table.")]
    assert [(cell.subject, cell.value, cell.unit) for cell in cells] == [
        ("أولوز", 45, "MW"),
        ("طاطا", 30, "MW"),
        ("زاكورة", 25, "MW"),
    ]


def test_quotes_are_of_the_text_as_stored_with_its_marks():
    text = "بلغت كلفة المشــروع ٧٥ مليـــون درهم\u064d."
    proposal = propose(text, "ar").proposals[0]
    assert proposal.value == Decimal(75_000_000)
    assert text[proposal.start : proposal.end] == proposal.quote


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("٢ غيغاواط", 2, "GW"),
        ("٥٠٠ مليون درهم", 500_000_000, "MAD"),
        ("ملياري دولار", 2_000_000_000, "USD"),
        ("٪٤٢", 42, "%"),
        ("نحو ٣٠ هكتارا", 30, "ha"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en", None])
def test_the_value_field_reads_arabic_whatever_the_language_of_the_screen(
    typed: str, amount: int, unit: str, language: str | None
):
    quantity = read_value(typed, language)
    assert quantity is not None
    assert (quantity.amount, quantity.unit) == (amount, unit)


def test_arabic_figures_are_all_marked_for_the_editor():
    text = "ستة مصانع بقدرة ميغاواطين وثلث الإنتاج منذ عام ٢٠٢٤ بكلفة ألفي درهم"
    marked = {text[figure.start : figure.end] for figure in figures(text, "ar")}
    assert {"ستة", "ميغاواطين", "ثلث", "ألفي درهم"} <= marked
    assert any("٢٠٢٤" in each for each in marked)


def test_dinars_are_those_of_the_country_an_article_is_about():
    text = "شركة كويتية توسع مصنعها\n\nاستثمرت الشركة في الكويت 14 مليون دينار في المصنع."
    assert propose(text, "ar").proposals[0].unit == "KWD"
    told = "شركة كويتية توسع مصنعها\n\nاستثمرت الشركة في الكويت 14 مليون دينار تونسي في المصنع."
    assert propose(told, "ar").proposals[0].unit == "TND"


def test_what_somebody_denies_is_not_offered():
    assert not _said("ونفى الوزير أن تكون كلفة المشروع قد بلغت 90 مليون درهم.")


def test_a_fall_set_against_another_year_stays_a_fall():
    assert _said("أقفلت المبيعات بانخفاض 11% مقارنة بعام 2022.")["growth_percent"].value == -11


def test_ages_sentences_and_years_ago_are_no_durations():
    for sentence in (
        "وقبل أربع سنوات زار الوفد الموقع.",
        "يبلغ العامل من العمر 52 سنة.",
        "قضت المحكمة بست سنوات سجنا.",
    ):
        assert not _said(sentence)


def test_milliards_and_millions_are_one_amount():
    assert _said("ستبلغ كلفة المشروع 3 مليارات و400 مليون درهم.")["investment"].value == 3_400_000_000


def test_the_whole_of_a_supply_is_a_share():
    assert _said("سيشتغل المصنع بنسبة 100% بواسطة الطاقات المتجددة.")["share_percent"].value == 100


def test_the_same_power_at_another_place_is_offered_again_with_its_owner():
    text = (
        "ستبلغ قدرة المحطة 450 ميغاواط في مدينة العيون.\n\n"
        "وفي السنة الماضية أعلنت Solavia استثمار 300 مليون دولار لإنشاء محطة بقدرة 210 ميغاواط في طنجة. "
        "وبعدها كشفت Ventix عن مشروع مماثل بقدرة 450 ميغاواط في وجدة."
    )
    found = [proposal for proposal in propose(text, "ar").proposals if proposal.property == "capacity_power"]
    assert [(each.value, each.subject) for each in found][1:] == [(210, "Solavia"), (450, "Ventix")]
    assert len(found) == 3
