"""Without these an editor would be offered a unit that its property cannot take, or miss a property."""

import pytest

from maeditor.catalogue import load_catalogue
from maeditor.domain.properties import Family, Kind, Property, parse_catalogue
from maeditor.domain.units import unit

POWER = {"fr": "Puissance", "en": "Power", "kind": "quantity", "family": "capacity", "dimension": "power", "base": "MW"}
KEYS = (
    "capacity_power energy count_datacenters count_other jobs investment revenue money_other price area length volume "
    "mass data_storage network_speed compute pue tier availability_percent share_percent growth_percent multiplier "
    "rank duration temperature date_event certification energy_source partnership"
)


def test_the_catalogue_holds_the_closed_list() -> None:
    catalogue = load_catalogue()
    assert sorted(each.key for each in catalogue) == sorted(KEYS.split())
    assert all(each.id == f"property:{each.key}" and each.version == 1 for each in catalogue)
    assert len({each.label_fr for each in catalogue}) == len({each.label_en for each in catalogue}) == len(catalogue)


def test_power_is_compared_in_megawatts_and_offered_so_first() -> None:
    power = next(each for each in load_catalogue() if each.key == "capacity_power")
    assert power.base_unit == power.units[0] == "MW"
    assert power.family is Family.CAPACITY
    assert power.label("fr-MA") == "Capacité électrique"
    assert power.label("en") == "Electrical capacity"
    assert power.label("ar") == "Capacité électrique"


def test_every_unit_of_the_catalogue_exists() -> None:
    assert all(unit(code).dimension == each.dimension for each in load_catalogue() for code in each.units)


def test_an_entry_is_read_as_written() -> None:
    (read,) = parse_catalogue({"power": {**POWER, "units": ["MW", "GW"]}})
    assert read == Property(
        "property:power", 1, "power", "Puissance", "Power", Kind.QUANTITY, Family.CAPACITY, "power", ("MW", "GW"), "MW"
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("MW", "not a table"),
        ({**POWER, "units": ["MW"], "fr": ""}, "a label is missing"),
        ({**POWER, "units": ["MW"], "kind": "figure"}, "'figure'"),
        ({**POWER, "units": ["MW"], "family": "energy"}, "'energy'"),
        ({**POWER, "units": ["MW"], "dimension": "might"}, "no dimension 'might'"),
        ({**POWER, "units": ["MW"], "base": ""}, "no base unit"),
        ({**POWER, "units": ["MW"], "base": "MWh"}, "'MWh' is no unit of power"),
        ({**POWER, "units": ["MW", "XW"]}, "'XW' is no unit of power"),
        ({**POWER, "units": ["MW", "MW"]}, "each unit once"),
        ({**POWER, "units": "MW"}, "each unit once"),
        ({**POWER}, "each unit once"),
        ({"fr": "Nom", "en": "Name", "kind": "text", "family": "actor", "dimension": "power"}, "have no units"),
        ({"fr": "Nom", "en": "Name", "kind": "text", "family": "actor", "base": "MW"}, "have no units"),
        ({"fr": "Jour", "en": "Day", "kind": "date", "family": "actor", "units": ["d"]}, "have no units"),
    ],
)
def test_a_wrong_entry_is_named(entry: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_catalogue({"power": entry})
