"""What must hold for any text: what an editor is shown stands in it, can be written down, and is the same next time."""

import json
from itertools import chain, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from maeditor.extraction.figures import figures
from maeditor.extraction.hedge_words import HedgeWords, hedge_words
from maeditor.extraction.interface import Extraction
from maeditor.extraction.jsonl import mention_line
from maeditor.extraction.jsonl_proposals import proposal_lines
from maeditor.extraction.mentions import mentions
from maeditor.extraction.proposals import propose
from maeditor.extraction.text.folding import fold
from maeditor.extraction.text.lines import label_lines
from maeditor.extraction.text.plaintext import plain

_LANGUAGES = st.sampled_from(["fr", "en", "ar"])
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
_NUMBERS = st.sampled_from(["12", "3,5", "1 200", "2.5", "vingt et un", "two hundred", "٣٥", "une dizaine", "½", "4e"])
_UNITS = st.sampled_from(["MW", "%", "millions de dollars", "hectares", "km²", "jobs", "emplois", "ميغاواط", "€"])
_LEADS = st.sampled_from(["Le parc compte", "The plant will reach", "تبلغ القدرة", "plus de", "up to", "entre 3 et"])
_ENDS = st.sampled_from([".", "", " d’ici 2027.", " by May 2030;", "\n", " (environ).", " | 14 | 15", " ?"])
_SENTENCE = st.tuples(_LEADS, _NUMBERS, _UNITS, _ENDS).map(lambda said: f"{said[0]} {said[1]} {said[2]}{said[3]}")
_TEXTS = st.lists(_SENTENCE | _ANY, max_size=6).map(" ".join)
_SUPPOSED = st.sampled_from(
    ["Le groupe prévoit", "Le site pourrait offrir", "It may bring", "ومن المرتقب أن توفر", "Soit"]
)
_HEDGED = st.tuples(_SUPPOSED, _SENTENCE).map(lambda said: f"{said[0]} {said[1]}")
_PARAGRAPHS = st.lists(_SENTENCE, min_size=1, max_size=3).map(lambda said: " ".join(" ".join(said).split()))
_HEDGED_PARAGRAPHS = st.lists(_HEDGED | _SENTENCE, min_size=1, max_size=3).map(
    lambda said: " ".join(" ".join(said).split())
)


def _inside(span, text):
    return 0 <= span[0] < span[1] <= len(text)


@given(_TEXTS, _LANGUAGES)
def test_mentions_stand_in_the_text_and_can_be_written_down(text, language):
    found = mentions(text, language)
    assert found == mentions(text, language)
    for mention in found:
        assert _inside((mention.start, mention.end), text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.hedge is None or _inside(mention.hedge, text)
        json.dumps(mention_line(mention, "id"))


@settings(deadline=None)
@given(_TEXTS, _LANGUAGES)
def test_proposals_and_what_shows_them_stand_in_the_text(text, language):
    found = propose(text, language)
    assert found == propose(text, language)
    for proposal in found.proposals:
        assert proposal.quote == text[proposal.start : proposal.end] != ""
        shown = [*proposal.evidence, *((other.start, other.end) for other in proposal.alternatives)]
        assert all(_inside(span, text) for span in shown)
    assert all(_inside((noise.start, noise.end), text) for noise in found.noise)
    json.dumps(proposal_lines(Extraction(found.proposals, found.noise, found.language), "id"))


@settings(deadline=None)
@given(_TEXTS, _LANGUAGES)
def test_figures_stand_in_the_text(text, language):
    found = figures(text, language)
    assert found == figures(text, language)
    assert all(_inside((figure.start, figure.end), text) for figure in found)


@settings(deadline=None)
@given(_TEXTS, _LANGUAGES)
def test_hedges_stand_in_the_text_apart_and_in_order(text, language):
    found = _hedges(text, language)
    assert found == _hedges(text, language)
    assert all(_inside((each.start, each.end), text) for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert not any(text[each.start : each.end].isspace() for each in found)


def _hedges(text, language, left=0, right=None):
    """Hedges that begin in ``left:right``, told from ``left``."""
    end = len(text) if right is None else right
    every = chain.from_iterable(hedge_words(text, language))
    return [HedgeWords(each.start - left, each.end - left, each.kind) for each in every if left <= each.start < end]


@given(_ANY)
def test_comparable_text_has_the_length_of_the_text(text):
    assert len(fold(text)) == len(fold(text).lower()) == len(plain(text)) == len(text)


@given(_TEXTS)
def test_lines_cover_the_text_in_order(text):
    lines = label_lines(text)
    assert lines == label_lines(text)
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    for before, after in pairwise(lines):
        assert before.start <= before.end < after.start
        assert text[before.end : after.start].isspace() or "\x1c" <= text[before.end] <= "\x85"


@given(_PARAGRAPHS, _PARAGRAPHS, _PARAGRAPHS, _LANGUAGES)
def test_the_mentions_of_a_paragraph_are_those_it_has_alone(before, paragraph, after, language):
    left = len(before) + 2
    whole = mentions(f"{before}\n\n{paragraph}\n\n{after}", language)
    alone = [
        (each.start + left, each.end + left, each.kind, each.value, each.unit, each.comparator)
        for each in mentions(paragraph, language)
    ]
    right = left + len(paragraph)
    assert alone == [
        (each.start, each.end, each.kind, each.value, each.unit, each.comparator)
        for each in whole
        if left <= each.start < right
    ]


@given(_HEDGED_PARAGRAPHS, _HEDGED_PARAGRAPHS, _HEDGED_PARAGRAPHS, _LANGUAGES)
def test_the_hedges_of_a_paragraph_are_those_it_has_alone(before, paragraph, after, language):
    left = len(before) + 2
    text = f"{before}\n\n{paragraph}\n\n{after}"
    assert _hedges(text, language, left, left + len(paragraph)) == _hedges(paragraph, language)
