"""Names of months: a name the pattern knows but the table does not would stop a whole article."""

import pytest

from maeditor.extraction.mentions import mentions

_FRENCH = (
    "janvier janv. jan février fevrier févr. fév. mars mar. avril avr. mai juin juillet juill. juil août aout "
    "septembre sept. sept sep. octobre oct. novembre nov. décembre decembre déc. dec"
)
_ENGLISH = (
    "January Jan. February Feb March Mar. April Apr May June Jun. July Jul August Aug. September Sept. Sep October "
    "Oct. November Nov December Dec."
)
_ARABIC = "يناير فبراير مارس أبريل مايو يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"


@pytest.mark.parametrize(("language", "names"), [("fr", _FRENCH), ("en", _ENGLISH), ("ar", _ARABIC)])
def test_every_spelling_of_a_month_makes_a_date(language, names):
    for name in names.split():
        found = mentions(f"12 {name} 2026", language)
        assert len(found) == 1, name
        assert str(found[0].value).startswith("2026-"), name
        assert str(found[0].value).endswith("-12"), name


_IN_ORDER = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


def test_months_stand_in_order():
    values = [mentions(f"{month} 2026", "fr")[0].value for month in _IN_ORDER.split()]
    assert values == [f"2026-{number:02d}" for number in range(1, 13)]
