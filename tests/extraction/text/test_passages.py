"""Languages of an article: read in the wrong one, 31,000 tons of its English version become 31."""

from decimal import Decimal

from maeditor.extraction.proposals import propose
from maeditor.extraction.text.passages import passages

FRENCH = (
    "Le chantier naval a livré hier le premier des bacs que la ville attendait depuis des années, et dont les essais "
    "se sont déroulés dans la baie par un temps calme. Il transportera les habitants et leurs voitures entre les deux "
    "rives, sans attente et pour un prix que la mairie dit modeste."
)
ENGLISH = (
    "The yard has delivered the first of the ferries that the city had been waiting for, and their trials were held in "
    "the bay in calm weather. It will carry the people and their cars from one bank to the other, and the yard said "
    "that the boat has used 31,000 tons of steel."
)


def spans(text):
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def test_a_version_in_another_language_is_a_passage():
    text = f"{FRENCH}\n\nENGLISH VERSION\n\n{ENGLISH}"
    found = passages(text, spans(text), "fr")
    assert [passage.language for passage in found] == ["fr", "en"]
    assert (found[0].start, found[-1].end) == (0, len(text))
    assert text[found[1].start :].startswith("The yard")


def test_a_quotation_is_none():
    text = f"{FRENCH}\n“We are very happy with what they have built for us and for our city.”\n{FRENCH}"
    assert passages(text, spans(text), "fr") == [(0, len(text), "fr")]


def test_texts_of_one_language_and_empty_ones_are_whole():
    assert passages(ENGLISH, spans(ENGLISH), "en") == [(0, len(ENGLISH), "en")]
    assert passages("", spans(""), "fr") == [(0, 0, "fr")]
    assert passages("نص", [(0, 2)], "ar") == [(0, 2, "ar")]


def test_numbers_are_read_by_the_language_of_their_passage():
    read = propose(f"{FRENCH} Il a coûté 1,5 million d’euros.\n\n{ENGLISH}").proposals
    values = {(proposal.value, proposal.unit) for proposal in read}
    assert (Decimal(31_000), "t") in values
    assert (Decimal(1_500_000), "EUR") in values
