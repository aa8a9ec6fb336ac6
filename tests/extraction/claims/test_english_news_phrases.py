"""How English newsrooms put figures: read wrongly, an editor has to mend what every second report says."""

from decimal import Decimal

import pytest

from maeditor.domain.values import Comparator
from maeditor.extraction.proposals import propose


def read(text):
    return {(p.property, p.value, p.unit) for p in propose(text, "en").proposals}


def names(text):
    return {p.property for p in propose(text, "en").proposals}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # cents of a share, and what they are set against
        ("The board declared a dividend of 18 cents a share, up from 15.", {("0.18", "USD"), ("0.15", "USD")}),
        ("The payout grew by 4 cents per share to 55 cents.", {("0.04", "USD"), ("0.55", "USD")}),
        ("Earnings came to 41 pence a share.", {("0.41", "GBP")}),
        ("Net profit of €9m made 12 cents per share.", {("9000000", "EUR"), ("0.12", "EUR")}),
        # what is earned or lent is no investment
        ("Operating income was $310 million.", {("310000000", "USD")}),
        ("The town secured $90 million in financing.", {("90000000", "USD")}),
    ],
)
def test_money_that_is_earned_or_lent(text, told):
    assert read(text) == {("money_other", Decimal(value), unit) for value, unit in told}


def test_the_mark_is_a_level_and_marks_are_money():
    assert ("revenue", Decimal(5_000_000_000), "USD") in read("Sales passed the $5 billion mark.")
    assert ("money_other", Decimal(12_000_000_000), "USD") in read("Exports topped the $12bn mark.")
    assert {unit for _, _, unit in read("The mill lost 40 million marks.")} == {"DEM"}


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("It opened its 12th U.S. plant.", "count_other", 12),
        ("The retailer invests in its fifth U.K. store.", "count_other", 5),
        ("Construction of its 30th U.S. facility and its 41st globally begins soon.", "count_other", 41),
        ("The deal puts it third among European airlines.", "rank", 3),
        ("The harbour ranked second among Baltic ports.", "rank", 2),
        ("The kiln, the first of its kind in South Asia, is lit.", "rank", 1),
        ("It is the first of its kind in Latin America.", "rank", 1),
    ],
)
def test_ordinals_that_count_or_rank(text, name, value):
    assert (name, Decimal(value), "1") in read(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A retailer has leased three of the towers.", ("count_other", 3, "1")),
        ("It has let two of its halls to a bank.", ("count_other", 2, "1")),
        ("Two tugs have arrived and a further three are on order.", ("count_other", 3, "1")),
        ("Five trains were delivered and another six are being built.", ("count_other", 6, "1")),
        ("The queue fell from 40 minutes to just under 15.", ("duration", 15, "min")),
        ("Delivery was cut from 9 days to about 4.", ("duration", 4, "d")),
        ("The firm will lift its headcount from 120 to roughly 300.", ("jobs", 120, "1")),
        ("Staff numbers will go from 90 to about 150.", ("jobs", 150, "1")),
        ("Total employment rose to 2.4 million.", ("jobs", 2_400_000, "1")),
        ("That took employment to 1.8 million.", ("jobs", 1_800_000, "1")),
        ("A start-up of 35 people makes it.", ("jobs", 35, "1")),
        ("A team of about 12 people runs it.", ("jobs", 12, "1")),
        ("The rate has dropped to 5.2 per cent, from a peak of 7.15.", ("share_percent", "7.15", "%")),
        ("Occupancy stood at 81%, down from a high of 94.", ("share_percent", 94, "%")),
        ("Occupancy stood at 81%, down from a high of 94.", ("share_percent", 81, "%")),
        ("The lease covers 120,000 SF of space.", ("area", 120_000, "[sft_i]")),
        ("The brand saw a 9 percent year-over-year rise in revenue.", ("growth_percent", 9, "%")),
    ],
)
def test_values_that_take_what_stands_elsewhere(text, told):
    assert (told[0], Decimal(told[1]), told[2]) in read(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The mill was spun off in 2009.", "2009"),
        ("The lab has been on its own since it was carved out of the bank in 2015.", "2015"),
        ("The bonus is payable on July 9, 2026.", "2026-07-09"),
        ("The facility matures in June 2031.", "2031-06"),
        ("The mine enters production by early 2027.", "2027-01"),
        ("The line comes on stream in late 2028.", "2028-12"),
    ],
)
def test_dates_of_what_happens(text, date):
    assert date in {p.value for p in propose(text, "en").proposals if p.property == "date_event"}


def test_the_period_of_accounts_is_no_event():
    assert "date_event" not in names("In the year ended March 31, 2025 the firm lost $4m.")
    assert "date_event" not in names("For the quarter ending June 30, 2025 it earned $8m.")


@pytest.mark.parametrize(
    "text",
    [
        "The 10-year yield slid.",
        "The 5-year Treasury yield was stable.",
        "The FTSE 100 index closed flat.",
        "The Merval 25 index closed flat.",
        "The office is at 210 S. Main St. in town.",
        "Write to 44 W. Oak Blvd for details.",
        "OSLO, March 3 (Fjord News) - The ferry is back.",
    ],
)
def test_names_and_addresses_state_nothing(text):
    assert names(text) == set()


def test_a_bound_after_the_value_is_kept():
    (waited,) = propose("They waited for two years or longer.", "en").proposals
    assert (waited.value, waited.comparator) == (2, Comparator.AT_LEAST)


def test_the_caption_of_a_table_gives_the_magnitude():
    table = (
        "Employed persons by sector, thousands\nSector\n2024\n2025\nChange, %\n"
        "Fishing\n12.5\n13.1\n4.8\nTrade\n88.2\n86\n-2.5"
    )
    assert {("jobs", Decimal(12_500), "1"), ("jobs", Decimal(86_000), "1")} <= read(table)
    assert {value for name, value, _ in read(table) if name == "growth_percent"} == {Decimal("4.8"), Decimal("-2.5")}
    arrivals = "Tourist arrivals by market, millions\nMarket\n2024\n2025\nFrance\n1.2\n1.4\nSpain\n0.8\n0.9"
    assert ("count_other", Decimal(800_000), "1") in read(arrivals)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what one of something costs, and what is saved or left over
        ("Two buses were bought at $1.2m apiece.", ("price", 1_200_000, "USD")),
        ("Riders pay 40 rand a trip.", ("price", 40, "ZAR")),
        ("The app charges $2 a delivery.", ("price", 2, "USD")),
        ("Drivers save $5 a day.", ("money_other", 5, "USD")),
        ("The bridge came in $3 million under budget.", ("money_other", 3_000_000, "USD")),
        ("Offices rent for $31 per square foot.", ("price", 31, "USD/[sft_i]")),
        # metals are weighed in troy ounces
        ("The gold mine holds 2.1 million ounces.", ("mass", 2_100_000, "[oz_tr]")),
        ("The gold mine has costs of $900 per ounce.", ("price", 900, "USD/[oz_tr]")),
        # a target is a rate
        ("Inflation is above the 3% target.", ("share_percent", 3, "%")),
    ],
)
def test_prices_savings_and_metals(text, told):
    assert (told[0], Decimal(told[1]), told[2]) in read(text)


def test_milk_is_no_metal():
    assert "mass" not in names("We drank 12 ounces of milk.")


def test_what_is_passed_is_exceeded_and_a_target_is_not():
    (sales,) = propose("Sales passed the $10bn mark.", "en").proposals
    assert sales.comparator is Comparator.MORE
    (crossed,) = propose("Membership fees crossed the $4 million threshold.", "en").proposals
    assert crossed.comparator is Comparator.MORE
    (target,) = propose("Inflation is above the 3% target.", "en").proposals
    assert target.comparator is Comparator.EQUAL


def test_the_number_of_a_table_is_no_part_of_its_caption():
    table = "Table 4. Employees by branch\nBranch\n2023\n2024\nLeeds\n310\n325\nYork\n120\n118"
    assert ("jobs", Decimal(118), "1") in read(table)


PAGE = """We and our 88 partners use cookies to store information on your device.
Accept all
Rail depot opens near Leeds after delay
The depot cost £40 million and has 12 tracks. It was built in two years on the site of an old yard.
Trains will be washed and mended there every night, the railway said, and parts are kept in a new store.
Get the Northern Rail Weekly
Our best reports every Friday. Join 31,000 readers.
Jane Doe covers railways. She spent 9 years at a trade paper.
Image Credits: Northern Rail
Save up to $250 before June 3
Register now
"""


def test_what_invites_consents_and_offers_is_not_the_article():
    told = propose(PAGE, "en")
    assert {p.quote for p in told.proposals} == {"£40 million", "12 tracks", "two years"}
    noise = "".join(PAGE[n.start : n.end] for n in told.noise)
    assert "Rail depot opens" not in noise
    for line in ("88 partners", "Rail Weekly", "31,000 readers", "9 years", "Image Credits", "$250", "Register now"):
        assert line in noise


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A ten-year, $310 million licence was signed.", ("duration", 10, "a")),
        ("A 25 to 40 year lease was agreed.", ("duration", 25, "a")),
        ("Costs were cut by two-fifths.", ("growth_percent", -40, "%")),
        ("Wages make up three-fifths of the budget.", ("share_percent", 60, "%")),
        ("The plant has a 12 MWac array.", ("capacity_power", 12, "MW")),
        ("The average crowd was 18,400.", ("count_other", 18_400, "1")),
        ("Ridership reached 52,000.", ("count_other", 52_000, "1")),
        ("The line plans to hire another 60 drivers.", ("jobs", 60, "1")),
        ("The start-up burns $6m a month.", ("money_other", 6_000_000, "USD")),
        ("Naming rights went for £64 million.", ("money_other", 64_000_000, "GBP")),
        ("The merger brings integration costs of $30m.", ("money_other", 30_000_000, "USD")),
        ("Bid security: US$ 20,000", ("money_other", 20_000, "USD")),
        ("It was the city's first to be certified.", ("rank", 1, "1")),
    ],
)
def test_values_of_briefs_and_notices(text, told):
    assert (told[0], Decimal(told[1]), told[2]) in read(text)


def test_what_a_thing_may_cost_is_one_span():
    (cost,) = propose("A course costs anywhere from $25 to $32.", "en").proposals
    assert (cost.value, cost.value_max, cost.comparator) == (25, 32, Comparator.RANGE)
    assert {p.value_max for p in propose("The fee rose from $25 to $32.", "en").proposals} == {None}


@pytest.mark.parametrize("text", ["Deadline for submission: 29 May 2026", "Closing date: 3 June 2026, 11:00 hours"])
def test_a_deadline_after_its_label_is_no_byline(text):
    assert names(text) == {"date_event"}


def test_what_may_not_be_later_is_bounded_and_not_denied():
    (start,) = propose("The contract starts not later than 30 September 2026.", "en").proposals
    assert (start.value, start.comparator) == ("2026-09-30", Comparator.AT_MOST)
    (partners,) = propose("Joint ventures are limited to six partners.", "en").proposals
    assert (partners.value, partners.comparator) == (6, Comparator.AT_MOST)


@pytest.mark.parametrize("text", ["Section 4 of the Act, No. 8 of 2020, applies.", "Turn off at Route 9 for the fair."])
def test_laws_and_roads_are_neither_ranks_nor_counts(text):
    assert names(text) == set()


def test_a_menu_parted_by_dots_is_no_title():
    page = "Homes · Offices · Land · Advice · Log in\nFive towers that shape the town\nThe tallest has 22 floors."
    noise = [page[n.start : n.end] for n in propose(page, "en").noise]
    assert noise == ["Homes · Offices · Land · Advice · Log in"]


def test_what_is_declared_has_its_dates():
    text = "The firm declared a dividend of 9 cents a share, up from 8, payable on July 9, 2026."
    assert "2026-07-09" in {p.value for p in propose(text, "en").proposals}
    # a figure that another is set against keeps its own time
    assert "date_event" not in names("Signed orders were $4m, up from $3m in March 2024.")


def test_quotes_are_as_short_as_the_value():
    assert {p.quote for p in propose("Profit rose by 4 cents per share to 32 cents.", "en").proposals} == {
        "4 cents",
        "32 cents",
    }
    (leased,) = propose("A retailer has leased three of the towers.", "en").proposals
    assert leased.quote == "three"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is counted stands after the m of millions, or before
        ("The airport handled 3.1m passengers.", ("count_other", 3_100_000, "1")),
        ("The line carried 2.4m people.", ("count_other", 2_400_000, "1")),
        ("Visits tripled to 1.2m.", ("count_other", 1_200_000, "1")),
        ("The bridge is 3.1m wide and spans a road.", ("length", "3.1", "m")),
        # people who work at a place, money that a fund looks after
        ("Upwards of 900 people work there.", ("jobs", 900, "1")),
        ("Some 70 people work for the firm.", ("jobs", 70, "1")),
        ("The fund has $2bn under management.", ("money_other", 2_000_000_000, "USD")),
    ],
)
def test_millions_workers_and_funds(text, told):
    assert (told[0], Decimal(told[1]), told[2]) in read(text)
