"""The number that tells one reactor from another: read as a count it is a fact nobody stated."""

from __future__ import annotations

import pytest

from maeditor.extraction.grammar import GrammarExtractor


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le réacteur 3 fournit 900 MW.", "fr", ["900 MW"]),
        ("La centrale 4 alimente 300 villages.", "fr", ["300 villages"]),
        ("Le parc 2 produit 3 MW.", "fr", ["3 MW"]),
        ("La ligne 7 dessert 22 gares.", "fr", ["22 gares"]),
        ("Reactor 3 stands idle.", "en", []),
        ("Plant 2 serves 40 towns.", "en", ["40 towns"]),
        ("Unit 4 feeds 300 villages.", "en", ["300 villages"]),
        # what a plural noun follows is counted
        ("Le parc 12 éoliennes comprises a coûté cher.", "fr", ["12 éoliennes"]),
        ("The fair has 40 stands.", "en", ["40 stands"]),
        ("Le parc 300 MW de Kerma ouvre.", "fr", ["300 MW"]),
    ],
)
def test_a_named_thing_s_number_is_its_label(text: str, language: str, expected: list[str]) -> None:
    assert [each.quote for each in GrammarExtractor().extract(text, language).proposals] == expected
