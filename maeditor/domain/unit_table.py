"""The units we know, as data: code, factor to the base of their column, and how each language writes them.

Codes are UCUM's where it has one; ``kWp``, ``FLOPS`` and the braces are ours (UCUM calls braces annotations). Within
one row of ``TABLE`` all units convert into each other.
Sources: UCUM 2.1 and BIPM for factors, IEC 80000-13 for binary prefixes, ISO 4217 (2024) for currencies.
"""

from __future__ import annotations

from typing import TypeAlias

Row: TypeAlias = tuple[str, str, str, str]
"""Code, factor, French symbol, English symbol; an empty English symbol means the same as in French."""

_UP = (("k", "1e3"), ("M", "1e6"), ("G", "1e9"), ("T", "1e12"), ("P", "1e15"), ("E", "1e18"))


def _scaled(code: str, french: str, english: str, prefixes: str, times: str = "") -> tuple[Row, ...]:
    """Rows of a unit and its decimal multiples; ``times`` is a plain factor's digits put before the power of ten."""
    plain: tuple[Row, ...] = ((code, times or "1", french, english),)
    return plain + tuple(
        (prefix + code, (times or "1") + power[1:], prefix + french, prefix + english)
        for prefix, power in _UP
        if prefix in prefixes
    )


TABLE: tuple[tuple[str, str, tuple[Row, ...]], ...] = (
    # dimension, code that the row's units are counted in, units
    ("number", "1", (("1", "1", "", ""), ("{TEU}", "1", "EVP", "TEU"))),
    ("percent", "1", (("%", "0.01", "%", ""),)),
    ("percent", "{pp}", (("{pp}", "1", "pt", "pp"), ("{bp}", "0.01", "pb", "bp"))),
    (
        "power",
        "W",
        (
            ("mW", "0.001", "mW", ""),
            *_scaled("W", "W", "W", "kMGT"),
            *_scaled("Wp", "Wc", "Wp", "kMGT"),
            ("[HP]", "745.69987158227022", "HP", ""),
        ),
    ),
    ("power", "VA", _scaled("VA", "VA", "VA", "kMGT")),
    ("power", "var", _scaled("var", "var", "var", "kM")),
    (
        "energy",
        "J",
        (
            *_scaled("J", "J", "J", "kMGTPE"),
            ("Wh", "3600", "Wh", ""),
            ("kWh", "3.6e6", "kWh", ""),
            ("MWh", "3.6e9", "MWh", ""),
            ("GWh", "3.6e12", "GWh", ""),
            ("TWh", "3.6e15", "TWh", ""),
            ("PWh", "3.6e18", "PWh", ""),
            ("{toe}", "41.868e9", "tep", "toe"),
            ("{Mtoe}", "41.868e15", "Mtep", "Mtoe"),
            ("kcal", "4184", "kcal", ""),
            ("[Btu_IT]", "1055.05585262", "Btu", ""),
            ("{MMBtu}", "1055.05585262e6", "MMBtu", ""),
        ),
    ),
    (
        "area",
        "m2",
        (
            ("mm2", "1e-6", "mm²", ""),
            ("cm2", "1e-4", "cm²", ""),
            ("dm2", "0.01", "dm²", ""),
            ("m2", "1", "m²", ""),
            ("ha", "1e4", "ha", ""),
            ("km2", "1e6", "km²", ""),
            ("[sft_i]", "0.09290304", "pi²", "sq ft"),
            ("[acr_us]", "4046.872609874252", "acres", ""),
            ("[sin_i]", "0.00064516", "po²", "sq in"),
            ("[syd_i]", "0.83612736", "yd²", "sq yd"),
            ("[smi_us]", "2589998.470319521", "mi²", "sq mi"),
        ),
    ),
    (
        "length",
        "m",
        (
            ("pm", "1e-12", "pm", ""),
            ("nm", "1e-9", "nm", ""),
            ("um", "1e-6", "µm", ""),
            ("mm", "0.001", "mm", ""),
            ("cm", "0.01", "cm", ""),
            ("dm", "0.1", "dm", ""),
            ("m", "1", "m", ""),
            ("dam", "10", "dam", ""),
            ("hm", "100", "hm", ""),
            ("km", "1000", "km", ""),
            ("[in_i]", "0.0254", "po", "in"),
            ("[ft_i]", "0.3048", "pi", "ft"),
            ("[yd_i]", "0.9144", "yd", ""),
            ("[mi_i]", "1609.344", "mi", ""),
            ("[nmi_i]", "1852", "M", "NM"),
        ),
    ),
    (
        "volume",
        "m3",
        (
            ("uL", "1e-9", "µL", ""),
            ("mL", "1e-6", "mL", ""),
            ("cL", "1e-5", "cL", ""),
            ("dL", "1e-4", "dL", ""),
            ("L", "0.001", "L", ""),
            ("hL", "0.1", "hL", ""),
            ("ML", "1000", "ML", ""),
            ("mm3", "1e-9", "mm³", ""),
            ("cm3", "1e-6", "cm³", ""),
            ("dm3", "0.001", "dm³", ""),
            ("m3", "1", "m³", ""),
            ("hm3", "1e6", "hm³", ""),
            ("km3", "1e9", "km³", ""),
            ("[cin_i]", "0.000016387064", "po³", "cu in"),
            ("[cft_i]", "0.028316846592", "pi³", "cu ft"),
            ("[cyd_i]", "0.764554857984", "yd³", "cu yd"),
            ("[gal_us]", "0.003785411784", "gal US", "gal"),
            ("[bbl_us]", "0.158987294928", "barils", "bbl"),
        ),
    ),
    (
        "mass",
        "kg",
        (
            ("ug", "1e-9", "µg", ""),
            ("mg", "1e-6", "mg", ""),
            ("g", "0.001", "g", ""),
            ("kg", "1", "kg", ""),
            ("dt", "100", "q", ""),
            ("t", "1000", "t", ""),
            ("kt", "1e6", "kt", ""),
            ("Mt", "1e9", "Mt", ""),
            ("Gt", "1e12", "Gt", ""),
            ("[lb_av]", "0.45359237", "lb", ""),
            ("[ston_av]", "907.18474", "t courtes", "short tons"),
            ("[oz_tr]", "0.0311034768", "oz t", ""),
        ),
    ),
    (
        "co2_mass",
        "kg{CO2e}",
        (
            ("g{CO2e}", "0.001", "g éq. CO₂", "g CO₂e"),
            ("kg{CO2e}", "1", "kg éq. CO₂", "kg CO₂e"),
            ("t{CO2e}", "1e3", "t éq. CO₂", "t CO₂e"),
            ("kt{CO2e}", "1e6", "kt éq. CO₂", "kt CO₂e"),
            ("Mt{CO2e}", "1e9", "Mt éq. CO₂", "Mt CO₂e"),
            ("Gt{CO2e}", "1e12", "Gt éq. CO₂", "Gt CO₂e"),
        ),
    ),
    ("co2_intensity", "g{CO2e}/kWh", (("g{CO2e}/kWh", "1", "g éq. CO₂/kWh", "g CO₂e/kWh"),)),
    ("water_intensity", "L/kWh", (("L/kWh", "1", "L/kWh", ""), ("m3/MWh", "1", "m³/MWh", ""))),
    (
        "data",
        "By",
        (
            *_scaled("By", "o", "B", "kMGTPE"),
            ("ZBy", "1e21", "Zo", "ZB"),
            *_scaled("bit", "bit", "bit", "kMGTPE", "0.125"),
            ("KiBy", "1024", "Kio", "KiB"),
            ("MiBy", "1048576", "Mio", "MiB"),
            ("GiBy", "1073741824", "Gio", "GiB"),
            ("TiBy", "1099511627776", "Tio", "TiB"),
            ("PiBy", "1125899906842624", "Pio", "PiB"),
            ("EiBy", "1152921504606846976", "Eio", "EiB"),
        ),
    ),
    ("data_rate", "bit/s", _scaled("bit/s", "bit/s", "bit/s", "kMGTPE") + _scaled("By/s", "o/s", "B/s", "kMGT", "8")),
    ("compute", "FLOPS", (*_scaled("FLOPS", "FLOPS", "FLOPS", "kMGTPE"), ("ZFLOPS", "1e21", "ZFLOPS", ""))),
    (
        "duration",
        "s",
        (
            ("us", "1e-6", "µs", ""),
            ("ms", "0.001", "ms", ""),
            ("s", "1", "s", ""),
            ("min", "60", "min", ""),
            ("h", "3600", "h", ""),
            ("d", "86400", "j", "d"),
            ("wk", "604800", "sem.", "wk"),
            ("mo", "2629800", "mois", "mo"),
            ("a", "31557600", "ans", "yr"),
        ),
    ),
    # Degrees do not begin at the same zero: no factor leads from one scale to another.
    ("temperature", "Cel", (("Cel", "1", "°C", ""),)),
    ("temperature", "K", (("K", "1", "K", ""),)),
    ("temperature", "[degF]", (("[degF]", "1", "°F", ""),)),
    ("current", "A", (("mA", "0.001", "mA", ""), *_scaled("A", "A", "A", "k"))),
    (
        "pressure",
        "bar",
        (
            ("Pa", "1e-5", "Pa", ""),
            ("hPa", "0.001", "hPa", ""),
            ("kPa", "0.01", "kPa", ""),
            ("MPa", "10", "MPa", ""),
            ("mbar", "0.001", "mbar", ""),
            ("bar", "1", "bar", ""),
            ("[psi]", "0.0689475729316836133672267344534689069378", "psi", ""),
        ),
    ),
    ("level", "dB", (("dB", "1", "dB", ""),)),
    ("substance", "mol", (("mmol", "0.001", "mmol", ""), ("mol", "1", "mol", ""))),
    ("voltage", "V", _scaled("V", "V", "V", "kM")),
    ("frequency", "Hz", _scaled("Hz", "Hz", "Hz", "kMGT")),
    ("speed", "m/s", (("m/s", "1", "m/s", ""),)),
    (
        "speed",
        "km/h",
        (
            ("km/h", "1", "km/h", ""),
            ("[kn_i]", "1.852", "nœuds", "kn"),
            ("[mi_i]/h", "1.609344", "mi/h", "mph"),
        ),
    ),
)

PER_TIME: dict[str, tuple[str, str]] = {
    "s": ("/s", "/s"),
    "min": ("/min", "/min"),
    "h": ("/h", "/h"),
    "d": ("/j", "/d"),
    "wk": ("/sem.", "/wk"),
    "mo": ("/mois", "/mo"),
    "a": ("/an", "/yr"),
}
"""Denominators of a rate and how they are written. A daily and a yearly rate say different things: never converted."""

WITH_RATES = frozenset(
    {"number", "power", "energy", "area", "length", "volume", "mass", "co2_mass", "data", "duration"}
)
"""Dimensions whose units can be had per unit of time, besides money."""

HASTY: frozenset[tuple[str, str]] = frozenset({("power", "s"), ("power", "min"), ("power", "h")})
"""Rates that are units but measure nothing anybody means: 50 MW/h is a slip for 50 MW or 50 MWh."""

PRICED_IN: dict[str, str] = {
    "W": "MW",
    "VA": "MVA",
    "J": "kWh",
    "m2": "m2",
    "m": "m",
    "m3": "m3",
    "kg": "kg",
    "kg{CO2e}": "t{CO2e}",
    "By": "GBy",
    "bit/s": "Mbit/s",
}
"""What a price is per: for each base unit the one that prices are counted in (dirhams a kWh, dollars a MW)."""

MONEY_SYMBOLS: dict[str, tuple[str, str]] = {
    "MAD": ("DH", "MAD"),
    "EUR": ("€", "€"),
    "USD": ("$", "$"),
    "GBP": ("£", "£"),
    "JPY": ("¥", "¥"),
    "XOF": ("F CFA", "CFA"),
    "TND": ("DT", "TND"),
    "DZD": ("DA", "DZD"),
}
"""Currencies that people write otherwise than by their code."""

SINGULAR: dict[str, str] = {
    "ans": "an",
    "acres": "acre",
    "barils": "baril",
    "nœuds": "nœud",
    "t courtes": "t courte",
    "short tons": "short ton",
}
"""Symbols that are words, for a single one."""

_CURRENT = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED
    VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG
"""

# Met in what articles tell of the past.
_WITHDRAWN = """
    ATS BEF CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MRO MTL NLG PTE SIT SKK SLL VEF ZWL
"""

# No code of ISO 4217, but written as one.
_UNOFFICIAL = "BTC"

CURRENCIES = frozenset((_CURRENT + _WITHDRAWN + _UNOFFICIAL).split())
"""ISO 4217 codes; no two convert, because an exchange rate is a fact and not a factor."""
