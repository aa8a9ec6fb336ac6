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
    "1": "dimensionless", "%": "percent", "Cel": "delta_degC", "L/kWh": "liter/kilowatt_hour",
    "m3/MWh": "meter**3/megawatt_hour", "[HP]": "horsepower", "VA": "volt_ampere", "ha": "hectare",
    "[sft_i]": "foot**2", "[acr_us]": "acre", "[mi_i]2": "mile**2", "[in_i]": "inch", "[ft_i]": "foot",
    "[yd_i]": "yard", "[mi_i]": "mile", "[nmi_i]": "nautical_mile", "[mi_i]/h": "mile/hour", "km/h": "kilometer/hour",
    "m/s": "meter/second", "[gal_us]": "gallon", "[bbl_us]": "oil_barrel", "[lb_av]": "pound", "[oz_tr]": "troy_ounce",
    "t": "metric_ton", "kt": "kilometric_ton", "Mt": "megametric_ton", "Gt": "gigametric_ton", "{toe}": "toe",
    "{Mtoe}": "megatoe", "[Btu_IT]": "Btu_it", "{MMBtu}": "megaBtu_it", "min": "minute", "h": "hour", "d": "day",
    "wk": "week", "mo": "month", "a": "year", "us": "microsecond", "ms": "millisecond", "s": "second",
    "nm": "nanometer", "um": "micrometer", "mm": "millimeter", "cm": "centimeter", "m": "meter", "km": "kilometer",
    "mm2": "millimeter**2", "cm2": "centimeter**2", "m2": "meter**2", "km2": "kilometer**2", "m3": "meter**3",
    "hm3": "hectometer**3", "km3": "kilometer**3", "mg": "milligram", "g": "gram", "kg": "kilogram", "mW": "milliwatt",
}  # fmt: skip
PREFIXES = {
    "": "", "m": "milli", "c": "centi", "h": "hecto", "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta",
    "E": "exa", "Z": "zetta", "Ki": "kibi", "Mi": "mebi", "Gi": "gibi", "Ti": "tebi", "Pi": "pebi", "Ei": "exbi",
}  # fmt: skip
STEMS = {
    "W": "watt", "Wh": "watt_hour", "J": "joule", "VA": "volt_ampere", "By": "byte", "bit": "bit", "L": "liter",
    "V": "volt", "Hz": "hertz", "By/s": "byte/second", "bit/s": "bit/second",
}  # fmt: skip
# Ours alone: conventions (peak power, annotated carbon, containers, points) and units pint has no name for.
OURS = re.compile(r".*Wp|.*var|.*FLOPS|.*\{CO2e\}.*|\{TEU\}|\{pp\}|\{bp\}")


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


@pytest.mark.parametrize(("code", "factor"), [("kWp", 1000), ("GWp", 10**9), ("Mvar", 10**6), ("PFLOPS", 10**15),
                                              ("kt{CO2e}", 10**6), ("{bp}", Decimal("0.01"))])  # fmt: skip
def test_what_pint_does_not_know_has_its_prefix(code: str, factor: int | Decimal) -> None:
    assert unit(code).factor == factor
