"""Without this a wrong factor in our unit table would go unseen: every physical unit is compared with pint's."""

import re
from decimal import Decimal

import pint
import pytest

from maeditor.domain.unit_table import TABLE
from maeditor.domain.units import unit

REGISTRY = pint.UnitRegistry(non_int_type=Decimal)

# Spelled otherwise in pint; all else is read from our code by the prefixes and names below.
NAMES = {
    "1": "dimensionless",
    "%": "percent",
    "Cel": "delta_degC",
    "L/kWh": "liter/kilowatt_hour",
    "m3/MWh": "meter**3/megawatt_hour",
    "[HP]": "horsepower",
    "VA": "volt_ampere",
    "ha": "hectare",
    "[sft_i]": "foot**2",
    "[sin_i]": "inch**2",
    "[syd_i]": "yard**2",
    "[smi_us]": "survey_mile**2",
    "[in_i]": "inch",
    "[ft_i]": "foot",
    "[yd_i]": "yard",
    "[mi_i]": "mile",
    "[nmi_i]": "nautical_mile",
    "[mi_i]/h": "mile/hour",
    "km/h": "kilometer/hour",
    "m/s": "meter/second",
    "[gal_us]": "gallon",
    "[cin_i]": "inch**3",
    "[cft_i]": "foot**3",
    "[cyd_i]": "yard**3",
    "[psi]": "psi",
    "[kn_i]": "knot",
    "kcal": "kilocalorie",
    "[bbl_us]": "oil_barrel",
    "[lb_av]": "pound",
    "[oz_tr]": "troy_ounce",
    "[ston_av]": "short_ton",
    "K": "delta_degC",
    "[degF]": "delta_degF",
    "bar": "bar",
    "dt": "decimetric_ton",
    "t": "metric_ton",
    "kt": "kilometric_ton",
    "Mt": "megametric_ton",
    "Gt": "gigametric_ton",
    "{toe}": "toe",
    "{Mtoe}": "megatoe",
    "[Btu_IT]": "Btu_it",
    "{MMBtu}": "megaBtu_it",
    "min": "minute",
    "h": "hour",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "a": "year",
    "us": "microsecond",
    "ms": "millisecond",
    "s": "second",
    "nm": "nanometer",
    "um": "micrometer",
    "mm": "millimeter",
    "cm": "centimeter",
    "m": "meter",
    "km": "kilometer",
    "pm": "picometer",
    "dm": "decimeter",
    "dam": "decameter",
    "hm": "hectometer",
    "uL": "microliter",
    "mm3": "millimeter**3",
    "cm3": "centimeter**3",
    "dm3": "decimeter**3",
    "dm2": "decimeter**2",
    "ug": "microgram",
    "mm2": "millimeter**2",
    "cm2": "centimeter**2",
    "m2": "meter**2",
    "km2": "kilometer**2",
    "m3": "meter**3",
    "hm3": "hectometer**3",
    "km3": "kilometer**3",
    "mg": "milligram",
    "g": "gram",
    "kg": "kilogram",
    "mW": "milliwatt",
}
PREFIXES = {
    "": "",
    "m": "milli",
    "c": "centi",
    "d": "deci",
    "h": "hecto",
    "k": "kilo",
    "M": "mega",
    "G": "giga",
    "T": "tera",
    "P": "peta",
    "E": "exa",
    "Z": "zetta",
    "Ki": "kibi",
    "Mi": "mebi",
    "Gi": "gibi",
    "Ti": "tebi",
    "Pi": "pebi",
    "Ei": "exbi",
}
STEMS = {
    "W": "watt",
    "Wh": "watt_hour",
    "J": "joule",
    "VA": "volt_ampere",
    "By": "byte",
    "bit": "bit",
    "L": "liter",
    "V": "volt",
    "A": "ampere",
    "mol": "mole",
    "Hz": "hertz",
    "Pa": "pascal",
    "bar": "bar",
    "By/s": "byte/second",
    "bit/s": "bit/second",
}
# Ours alone: conventions (peak power, annotated carbon, containers, points) and units pint has no name for.
OURS = re.compile(r"\[acr_us\]|dB|.*Wp|.*var|.*FLOPS|.*\{CO2e\}.*|\{TEU\}|\{pp\}|\{bp\}")


def spelled(code: str) -> str:
    if code in NAMES:
        return NAMES[code]
    prefix, stem = next((prefix, stem) for prefix in PREFIXES for stem in STEMS if code == prefix + stem)
    return PREFIXES[prefix] + STEMS[stem]


PHYSICAL = sorted(code for _, _, rows in TABLE for code, *_ in rows if not OURS.fullmatch(code))


@pytest.mark.parametrize("code", PHYSICAL)
def test_our_factor_is_pints(code: str) -> None:
    ours = unit(code)
    theirs = REGISTRY.Quantity(Decimal(1), spelled(code)).to(spelled(ours.base)).magnitude
    assert abs(theirs - ours.factor) <= ours.factor * Decimal("1e-14")


def test_an_acre_is_43560_square_survey_feet() -> None:
    """Pint's own acre became the international one with 0.26; UCUM's is the survey's."""
    foot = REGISTRY.Quantity(Decimal(1), "survey_foot").to("meter").magnitude
    assert abs(foot * foot * 43560 - unit("[acr_us]").factor) < Decimal("1e-11")


@pytest.mark.parametrize(
    ("code", "factor"),
    [
        ("kWp", 1000),
        ("GWp", 10**9),
        ("Mvar", 10**6),
        ("PFLOPS", 10**15),
        ("kt{CO2e}", 10**6),
        ("{bp}", Decimal("0.01")),
    ],
)
def test_what_pint_does_not_know_has_its_prefix(code: str, factor: int | Decimal) -> None:
    assert unit(code).factor == factor
