"""Without these a person would meet a key instead of a sentence, half a translation, or French badly set."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from string import Formatter

import pytest
from source_tree import ROOT
from wording_use import AREAS, LANGUAGES, use_of

FOLDER = ROOT / "resources/translations"
USE = use_of("maeditor")

# Keys that are made up from data, where no beginning of the name stands in the code.
MADE_UP: tuple[str, ...] = ()

Sentence = str | dict[str, str]

NO_BREAK = "\u00a0\u202f"
FRENCH_FAULTS = {
    "an apostrophe is ’": re.compile(r"'"),
    "no-break space before : ; ? ! %": re.compile(
        rf"[^\s{NO_BREAK}(+/:?!«]([;?!:](?=\s|$|»)|%(?=\s|$|[.,;)]))|\s(?<![{NO_BREAK}])[;?!:%]"
    ),
    "thin no-break space before ; ? ! %": re.compile("(?<=\u00a0)[;?!%]"),
    "wide no-break space before :": re.compile("(?<=\u202f):"),
    "no-break space inside « »": re.compile(rf"«(?![{NO_BREAK}])|(?<![{NO_BREAK}])»"),
    "three dots are …": re.compile(r"\.\.\."),
}
FAULTS = {
    "double space": re.compile(rf"[ {NO_BREAK}]{{2}}"),
    "no break inside a value": re.compile(r"[≤≥<>≈] \d|\d (?:[GMk]W|Md|bn|DH|MAD)\b"),
    "space at an end": re.compile(r"^ (?!\[)| $"),
}
ENGLISH_FAULTS = {"space before a sign": re.compile(rf"[ {NO_BREAK}][;?!:](?=\s|$)"), "guillemets": re.compile(r"[«»]")}


def flattened(table: dict[str, object], prefix: str) -> Iterator[tuple[str, Sentence]]:
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict) and set(value) != {"one", "other"}:
            yield from flattened(value, key)
        else:
            assert isinstance(value, str | dict), key
            yield key, value


def sentences_of(language: str) -> dict[str, Sentence]:
    files = sorted((FOLDER / language).glob("*.toml"))
    return {
        key: sentence
        for path in files
        for key, sentence in flattened(tomllib.loads(path.read_text("utf-8")), path.stem)
    }


SENTENCES = {language: sentences_of(language) for language in LANGUAGES}


def forms(sentence: Sentence) -> list[str]:
    return [sentence] if isinstance(sentence, str) else list(sentence.values())


def places(sentence: Sentence) -> set[str]:
    return {name for form in forms(sentence) for _, name, _, _ in Formatter().parse(form) if name is not None}


def bare(form: str) -> str:
    """A sentence without its places, addresses and times of day, where other rules hold."""
    return re.sub(r"\{[^}]*\}", "x", re.sub(r"[\w.+-]+://\S*|\d:\d", "x", form))


def test_both_languages_say_the_same_things() -> None:
    assert set(SENTENCES["fr"]) == set(SENTENCES["en"])
    assert {path.name for path in (FOLDER / "fr").iterdir()} == {path.name for path in (FOLDER / "en").iterdir()}


def test_both_languages_say_them_of_the_same_details() -> None:
    for key, french in SENTENCES["fr"].items():
        english = SENTENCES["en"].get(key, french)
        assert isinstance(french, str) == isinstance(english, str), key
        assert places(french) == places(english), key


def test_every_sentence_asked_for_exists() -> None:
    assert not [f"{asked.key} ({asked.place})" for asked in USE.asked if asked.key not in SENTENCES["en"]]


def test_every_name_made_up_can_be_that_of_a_sentence() -> None:
    lost = [
        f"{pattern} ({place})"
        for pattern, place in USE.asked_patterns.items()
        if not any(re.fullmatch(pattern, key) for key in SENTENCES["en"])
    ]
    assert not lost


ADDED_AT_THE_BORDER = {"maeditor/store/": {"project"}}
"""What ``store.failures.told`` adds to every error that leaves the store."""


def test_every_sentence_gets_the_details_it_names() -> None:
    starved = []
    for asked in USE.asked:
        sentence = SENTENCES["en"].get(asked.key, "")
        needed = places(sentence) | ({"count"} if isinstance(sentence, dict) else set())
        for folder, added in ADDED_AT_THE_BORDER.items():
            needed -= added if asked.place.startswith(folder) else set()
        if asked.details is not None and needed - asked.details:
            starved.append(f"{asked.key} ({asked.place}) lacks {sorted(needed - asked.details)}")
    assert not starved


def test_whatever_reads_like_a_key_is_one() -> None:
    """Keys in tables of commands or columns are asked for by name too, only later."""
    looks = re.compile(rf"({'|'.join(sorted(AREAS))})(\.[a-z][a-z0-9_-]*)+") if AREAS else re.compile("(?!)")
    files = re.compile(r".*\.(csv|html|ini|json|jsonl|maed|md|png|svg|toml|txt|xlsx)")
    spoken = use_of("maeditor/ui", "maeditor/cli", "maeditor/services").words  # the store's names look alike
    unknown = [word for word in spoken if looks.fullmatch(word) and not files.fullmatch(word)]
    groups = {key.rpartition(".")[0] for key in SENTENCES["en"]}
    assert not [word for word in unknown if word not in SENTENCES["en"] and word not in groups]


def test_no_sentence_is_left_that_nobody_says() -> None:
    unused = [key for key in SENTENCES["en"] if not USE.uses(key) and not key.startswith(MADE_UP or ("\0",))]
    assert not unused


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_set_well(language: str) -> None:
    rules = FAULTS | (FRENCH_FAULTS if language == "fr" else ENGLISH_FAULTS)
    found = [
        f"{key}: {rule}: {form}"
        for key, sentence in SENTENCES[language].items()
        for form in forms(sentence)
        for rule, fault in rules.items()
        if fault.search(bare(form))
    ]
    assert not found, "\n".join(found)


def test_the_labels_of_properties_are_set_well() -> None:
    labels = tomllib.loads((ROOT / "resources/properties.toml").read_text("utf-8")).values()
    found = [each["fr"] for each in labels for fault in (FAULTS | FRENCH_FAULTS).values() if fault.search(each["fr"])]
    assert not found


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("Que faire ?", "no-break space before : ; ? ! %"),
        ("Que faire?", "no-break space before : ; ? ! %"),
        ("Titre :", "no-break space before : ; ? ! %"),
        ("12 %", "no-break space before : ; ? ! %"),
        ("Que faire\u00a0?", "thin no-break space before ; ? ! %"),
        ("fini\u00a0; la suite", "thin no-break space before ; ? ! %"),
        ("Titre\u202f:", "wide no-break space before :"),
        ("l'article", "an apostrophe is ’"),
        ("le «mot»", "no-break space inside « »"),
        ("le « mot »", "no-break space inside « »"),
        ("attendez...", "three dots are …"),
    ],
)
def test_the_rules_see_what_they_are_for(sentence: str, fault: str) -> None:
    assert FRENCH_FAULTS[fault].search(bare(sentence))


@pytest.mark.parametrize("sentence", ["≤ 500\u00a0MW", "par exemple 2 GW", "1,2 Md"])
def test_a_value_that_a_line_could_end_in_is_seen(sentence: str) -> None:
    assert FAULTS["no break inside a value"].search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Que faire\u202f?",
        "Titre\u00a0:",
        "12\u202f%",
        "le «\u00a0mot\u00a0»",
        "à 12:30",
        "postgresql+psycopg://x",
        "Ctrl+?",
        "x\u00a0: « »".replace("« »", "«\u00a0»"),
    ],
)
def test_the_rules_pass_what_is_right(sentence: str) -> None:
    found = Counter(rule for rule, fault in FRENCH_FAULTS.items() if fault.search(bare(sentence)))
    assert not found
