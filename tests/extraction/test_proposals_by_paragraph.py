"""What a paragraph says is the same wherever it stands, but for scope, which is told here and is all that may differ.

An editor who moves a paragraph, or pastes one more, must not find other figures in those that were there.
"""

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maeditor.extraction.interface import Proposal
from maeditor.extraction.proposals import propose

SAME = ("quote", "property", "value", "value_max", "unit", "comparator")
"""With the span, what the paragraph alone decides."""
SCOPE = {
    "subject": "who or what was named before, and the topic of the headline",
    "place": "the article's own place, and the one that the paragraphs before speak of",
    "lifecycle": "the stage that the headline and the lead tell, the date of publication",
    "modality": "the same",
    "as_of": "the words that lead a list, the date of publication",
    "target": "the same",
    "confidence": "falls with a doubt, and for a headline",
    "needs_look": "a doubt that other numbers of the text, its country or its money settle",
    "alternatives": "the same",
    "evidence": "a figure told again is one proposal with several passages, and stands where it is told first",
    "rule": "names where a reading came from",
    "extractor": "says who read",
}
"""What may differ, field by field, with what decides it."""
_OPEN = [
    (
        "what the headline says the money is, where the paragraph does not",
        ("fr", "La dette du groupe s’alourdit\n\n", "Il annonce 40 millions d’euros."),
        ["40 millions d’euros investment 40000000 EUR"],
        ["40 millions d’euros money_other 40000000 EUR"],
    ),
    (
        "whose francs, dinars, riyals or shillings they are: the country's, or the money the text is mostly in",
        ("fr", "Dakar construit\n\nLe Sénégal attend.\n\n", "Le chantier coûtera 40 millions de francs."),
        ["40 millions de francs investment 40000000 FRF"],
        ["40 millions de francs investment 40000000 XOF"],
    ),
    (
        "that a magnitude alone is money, and which",
        ("en", "A year\n\nThey raised €2 million.\n\n", "They also raised 40 million."),
        [],
        ["40 million money_other 40000000 EUR"],
    ),
    (
        "the year of a day that gives none: that of publication",
        ("fr", "Le port s’agrandit\n\nPublié le 4 février 2026 à 10:00\n\n", "Le quai ouvrira le 3 mai."),
        ["3 mai date_event --05-03 "],
        ["3 mai date_event 2026-05-03 "],
    ),
    (
        "that centres, sites and facilities are data centres",
        ("fr", "Un centre de données pour Sète\n\n", "Le groupe compte trois centres dans la région."),
        ["trois centres count_other 3 1"],
        ["trois centres count_datacenters 3 1"],
    ),
    (
        "what the heading of a list counts",
        ("fr", "Nombre de salles par ville\n", "- Sète : 12"),
        [],
        ["12 count_other 12 1"],
    ),
    (
        "that a line is noise: what leads to other articles, a menu, comments, and the lines these govern",
        ("fr", "Le port s’agrandit. Il le dit.\n\nÀ lire aussi\n", "Un parc de 40 MW pour Sète"),
        ["40 MW capacity_power 40 MW"],
        [],
    ),
]
"""Where a paragraph leaves a field of ``SAME`` open, the text around it decides. No sentence below leaves one open."""

_FIGURES = {
    "fr": (
        "12 MW/3,5 GW/1 200 hectares/près de 40 %/plus de 300 emplois/2,5 millions d’euros/45 km/de 3 à 5 MW/"
        "entre 20 et 30 %/une vingtaine de salles/12 000 m²/au moins 18 mois/8 TWh par an/"
        "40 millions de dollars, contre 35 millions un an plus tôt/28 %, soit 3 points de plus/trois turbines/"
        "600 MW, dont 200 MW en mer/75 personnes et 12 apprentis/le double/la deuxième place mondiale/"
        "le 3 mars 2026/un foyer sur quatre/1.200 m³/18 M€ HT/deux des cinq sites/99,9 %"
    ),
    "en": (
        "12 MW/3.5 GW/1,200 hectares/nearly 40%/more than 300 jobs/$2.5 million/45 km/18 months/3 to 5 MW/"
        "between 20 and 30%/a dozen halls/12,000 m²/at least £40m/8 TWh a year/twice as much/"
        "€40m, up from €35m a year earlier/28%, or three points more/three turbines/75 people and 12 trainees/"
        "600 MW, of which 200 MW at sea/second place in the world/one in four homes/on 3 March 2026/1,200 m³/£18m/"
        "two of the five sites/99.9%/nine of them"
    ),
    "ar": (
        "12 ميغاواط/3.5 غيغاواط/1200 هكتار/نحو 40%/أكثر من 300 منصب شغل/2.5 مليون دولار/45 كيلومترا/ما بين 20 و30%/"
        "40 مليون يورو/ثلاث محطات/18 شهرا/من 3 إلى 5 ميغاواط"
    ),
}
_LEADS = {
    "fr": (
        "Le parc de Noirmont compte/La centrale produira/Il atteint/La première tranche représente/Avec/"
        "Selon l’exploitant, le site mobilise/Deux autres suivront :/La ville y consacre/Capacité :/"
        "Le chantier, lui, demandera/On en attend/En 2024, la filière a gagné/- Besoins :/"
    ),
    "en": (
        "The Harwell plant counts/The station will reach/It has/The first phase means/With/Capacity:/"
        "According to its owner, the site needs/Two more will follow:/The town spends/The works will take/"
        "In 2024 the industry gained/They expect/- Needs:/"
    ),
    "ar": "تبلغ قدرة المحطة/يضم المشروع/وتتطلب الأشغال/وفي 2024 بلغت/ومن المرتقب أن يوفر/- الكلفة:/",
}
_ENDS = {
    "fr": "./ d’ici 2030./ par an./ ; le reste viendra plus tard./ depuis mai 2023 (environ).// :/, contre",
    "en": "./ by 2030./ a year./; the rest will come later./ since May 2023 (about).//:/, against",
    "ar": "./ بحلول 2030./ سنويا.//:/ مقابل",
}
_HEADLINES = {
    "fr": "Le vent tourne/Le parc de Noirmont grandit/Une centrale de 90 MW à Sète/Trois ports s’unissent",
    "en": "The wind rises/The Harwell plant grows/A 90 MW plant for Leeds/Three harbours join",
    "ar": "محطة جديدة/مشروع بقدرة 90 ميغاواط",
}


def _one_of(written):
    return st.sampled_from(written.split("/"))


def _paragraph(language):
    sentence = st.tuples(*(_one_of(each[language]) for each in (_LEADS, _FIGURES, _ENDS)))
    said = sentence.map(lambda parts: f"{parts[0]} {parts[1]}{parts[2]}".strip())
    joined = st.sampled_from([" ", "\n- ", "\n", " | "])
    return st.tuples(joined, st.lists(said, min_size=1, max_size=4)).map(lambda drawn: drawn[0].join(drawn[1]))


def _page(language):
    headline = _one_of(_HEADLINES[language])
    return st.tuples(st.just(language), headline, *(_paragraph(language) for _ in range(3)))


def _told(found, left, right):
    """Where figures are told in ``left:right``, each with what it says, repeats of it too."""
    told, signs = set(), {}
    for each in found.proposals:
        for start, end in ((each.start, each.end), *each.evidence[1:]):
            if left <= start < right:
                told.add((start - left, end - left, each.property, each.value, each.value_max, each.unit))
        if left <= each.start < right:
            signs[each.start - left, each.end - left, each.property] = [str(getattr(each, name)) for name in SAME]
    return told, signs


def test_each_field_is_the_paragraph_s_own_or_scope():
    assert {each.name for each in fields(Proposal)} == {"start", "end", *SAME} | SCOPE.keys()


@pytest.mark.parametrize(("scope", "page", "alone", "inside"), _OPEN, ids=[each[0][:40] for each in _OPEN])
def test_what_a_paragraph_leaves_open_the_text_around_it_decides(scope, page, alone, inside):
    language, before, paragraph = page
    assert _said(propose(paragraph, language), 0) == alone, scope
    assert _said(propose(before + paragraph, language), len(before)) == inside, scope


def _said(found, left):
    return [f"{each.quote} {each.property} {each.value} {each.unit}" for each in found.proposals if each.start >= left]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(list(_LEADS)).flatmap(_page))
def test_the_proposals_of_a_paragraph_are_those_it_has_alone(page):
    language, headline, before, paragraph, after = page
    left = len(headline) + len(before) + 4
    text = f"{headline}\n\n{before}\n\n{paragraph}\n\n{after}"
    told, signs = _told(propose(text, language), left, left + len(paragraph))
    alone, own = _told(propose(paragraph, language), 0, len(paragraph))
    assert told == alone
    assert all(signs[place] == own[place] for place in signs.keys() & own.keys())
