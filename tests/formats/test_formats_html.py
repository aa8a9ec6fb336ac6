"""Saved pages: the article without its furniture, figures whole, tables apart, and nothing fetched or obeyed."""

from __future__ import annotations

import json
import socket
import time

import pytest

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.article_files import ReadArticle, read_bytes

PARAGRAPHS = (
    "<p>Le port de Nador accueille depuis l’été une salle de machines dont la puissance atteint 2\u202f000\u00a0kW, "
    "et l’exploitant annonce déjà une extension&nbsp;: deux modules de plus, livrés en une seule fois.</p>"
    "<p>La commune y voit surtout une recette fiscale, estimée à 3&#8239;% de son budget, et quarante emplois.</p>"
)
PAGE = f"""<!DOCTYPE html>
<!-- saved from url=(0031)https://courrier.example/nador/ -->
<html lang="fr-FR"><head><meta charset="utf-8"><title>Une salle de machines à Nador - Le Courrier</title>
<meta property="og:site_name" content="Le Courrier"><meta property="og:locale" content="fr_FR">
HEAD</head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/eco">Économie</a></li></ul></nav>
<article><h1>Une salle de machines à Nador</h1>{PARAGRAPHS}
<h2>Ce qui est prévu</h2><ul><li>🔌 Une ligne de 60 kV</li><li><p>Un bassin de 400 m³</p></li><li></li></ul>
<table><tr><th>Critère</th><th>Nador</th><th>Tanger</th></tr>
<tr><td>Capacité (GW)</td><td>2</td><td>0,5</td></tr><tr><td>Rang</td><td>5ᵉ</td><td></td></tr></table>
<p>Les travaux commencent en mai.<br>Ils durent un an, dit la mairie, qui suivra le chantier chaque semaine.</p>
</article>
<section id="comments"><form><p>Laisser un commentaire</p><input><button>Envoyer</button></form></section>
<footer>Mentions légales</footer></body></html>"""


def read(page: str | bytes, name: str = "page.html") -> ReadArticle:
    return read_bytes(page if isinstance(page, bytes) else page.encode(), name)


def with_head(head: str) -> ReadArticle:
    return read(PAGE.replace("HEAD", head))


def test_the_article_is_kept_and_the_furniture_left():
    article = read(PAGE)
    assert article.text.startswith("Une salle de machines à Nador\n\nLe port de Nador")
    assert "Accueil" not in article.text
    assert "Laisser un commentaire" not in article.text
    assert "Mentions légales" not in article.text
    assert article.reader == "html-trafilatura@1"


def test_no_break_spaces_inside_figures_survive():
    text = read(PAGE).text
    assert "2\u202f000\u00a0kW" in text
    assert "3\u202f%" in text
    assert "extension\u00a0:" in text


def test_cells_of_a_table_never_stick_together():
    text = read(PAGE).text
    assert "Critère | Nador | Tanger\nCapacité (GW) | 2 | 0,5\nRang | 5ᵉ |" in text


def test_lists_and_line_breaks_keep_their_shape():
    text = read(PAGE).text
    assert "\n\n• 🔌 Une ligne de 60 kV\n• Un bassin de 400 m³\n\n" in text
    assert "en mai.\nIls durent" in text


def test_plain_page_metadata():
    article = read(PAGE)
    assert (article.title, article.publisher) == ("Une salle de machines à Nador", "Le Courrier")
    assert (article.language, article.url) == ("fr", "https://courrier.example/nador/")
    assert (article.author, article.published) == ("", "")


def test_linked_data_is_believed_first():
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Autre chose"},
            {
                "@type": ["NewsArticle"],
                "headline": "Nador&nbsp;: une salle",
                "author": [{"@type": "Person", "name": "Salma Idrissi"}, {"name": "https://courrier.example/a"}],
                "publisher": {"name": "Le Courrier du Détroit"},
                "datePublished": "2026-03-12T23:30:00+01:00",
                "inLanguage": "fr",
            },
        ],
    }
    article = with_head(f'<script type="application/ld+json">{json.dumps(data)}</script>')
    assert (article.title, article.author) == ("Nador\u00a0: une salle", "Salma Idrissi")
    assert (article.publisher, article.published) == ("Le Courrier du Détroit", "2026-03-12")


def test_meta_elements_serve_where_there_is_no_linked_data():
    article = with_head(
        '<meta name="author" content="Par Salma Idrissi"><meta property="article:published_time" content="2026-03-12">'
        '<link rel="canonical" href="https://courrier.example/canon">'
    )
    assert (article.author, article.published) == ("Salma Idrissi", "2026-03-12")
    assert article.url == "https://courrier.example/canon"


@pytest.mark.parametrize(
    "broken", ['{"@type": "NewsArticle", "headline": ', "[" * 50_000, '{"@type": 5, "author": [[]]}', "", "null"]
)
def test_broken_linked_data_stops_nothing(broken):
    article = with_head(f'<script type="application/ld+json">{broken}</script>')
    assert article.title == "Une salle de machines à Nador"


def test_a_web_page_s_linked_data_gives_its_date_but_not_its_name():
    data = {"@type": "WebPage", "name": "Accueil", "datePublished": "2026-03", "inLanguage": "ar"}
    article = with_head(f'<script type="application/ld+json">{json.dumps([data])}</script>')
    assert (article.title, article.published) == ("Une salle de machines à Nador", "2026-03")


def test_linked_data_too_large_to_search_is_left():
    filler = json.dumps([{"a": number} for number in range(6_000)] + [{"@type": "NewsArticle", "headline": "Non"}])
    late = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Non plus"}</script>'
    huge = f"<script>{' ' * 1_000_001}</script>"
    article = with_head(f'<script type="application/ld+json">{filler}</script>{huge}{late}')
    assert article.title == "Une salle de machines à Nador"


@pytest.mark.parametrize(
    ("marked", "author", "published"),
    [
        ('<time datetime="2026-03-12T10:00">hier</time>', "", "2026-03-12"),
        ('<time datetime="2025">x</time><time class="published" datetime="2026-03-12">y</time>', "", "2026-03-12"),
        ('<time datetime="2025-01-01">x</time><time datetime="2026-03-12">y</time>', "", ""),
        ('<span itemprop="datePublished" content="2026-03-12">x</span>', "", "2026-03-12"),
        ('<a rel="author" href="/s">Salma Idrissi</a>', "Salma Idrissi", ""),
    ],
)
def test_marked_up_dates_and_names_serve_last(marked, author, published):
    article = read(PAGE.replace("<h1>", f"<div>{marked}</div><h1>"))
    assert (article.author, article.published) == (author, published)


def test_an_address_with_a_password_or_a_script_is_not_kept():
    article = read(
        PAGE.replace("HEAD", '<link rel="canonical" href="javascript:alert(1)">').replace("https://c", "https://u:p@c")
    )
    assert article.url == ""


def test_a_headline_that_the_article_lacks_is_put_before_it():
    article = read(PAGE.replace("<h1>Une salle de machines à Nador</h1>", ""))
    assert article.text.startswith("Une salle de machines à Nador\n\nLe port")


@pytest.mark.parametrize("fault", [IndexError, AttributeError, RecursionError, ValueError])
def test_a_page_that_the_libraries_stumble_over_is_read_all_the_same(monkeypatch, fault):
    def stumble(*_args, **_kwargs):
        raise fault

    monkeypatch.setattr("trafilatura.bare_extraction", stumble)
    article = read(PAGE)
    assert article.reader == "html-readability@1"
    assert "2\u202f000\u00a0kW" in article.text
    assert "Mentions légales" not in article.text
    monkeypatch.setattr("readability.Document.summary", stumble)
    article = read(PAGE)
    assert article.reader == "html-text@1"
    assert "Capacité (GW) | 2 | 0,5" in article.text


def test_a_page_without_an_article_gives_its_text():
    article = read("<html><body><p>Douze mots.</p><table><tr><td>a<td>b</table></body></html>")
    assert article.text == "Douze mots.\n\na | b"
    assert article.reader == "html-text@1"


def test_nothing_is_loaded_from_anywhere(monkeypatch, tmp_path):
    def refuse(*_):
        message = "a page made us open a connection"
        raise AssertionError(message)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    secret = tmp_path / "secret.txt"
    secret.write_text("le mot de passe")
    hostile = f"""<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y SYSTEM "http://courrier.example/">]>
    <html><head><base href="http://courrier.example/"><link rel="stylesheet" href="a.css"></head>
    <body><article>{PARAGRAPHS}
    <p>&x; &y;</p><img src="file://{secret}"><iframe src="file://{secret}"></iframe>
    <script src="b.js"></script></article>"""
    article = read(hostile)
    assert "mot de passe" not in article.text


ENTITIES = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "entity-bomb": f"<!DOCTYPE html [{ENTITIES}]><html><body><p>Texte &a9;</p></body></html>",
    "deep": f"<html><body>{'<div>' * 50_000}<p>au fond 12 MW</p>{'</div>' * 50_000}<p>fin</p></body></html>",
    "deep-tables": f"<html><body>{'<table><tr><td>' * 3_000}au fond{'</table>' * 3_000}</body></html>",
    "huge-table": f"<html><body><table>{'<tr><td>1<td>2 MW<td>3</tr>' * 60_000}</table></body></html>",
    "crowded": f"<html><body><article><p>{'<b>x</b> mot ' * 20_000}</p></article></body></html>",
    "attributes": f"<html><body><p {' '.join(f'a{n}=1' for n in range(100_000))}>Texte.</p></body></html>",
    "quoted-attributes": f"<html><body><p t='>' {' '.join(f'a{n}=1' for n in range(100_000))}>Texte.</p></body></html>",
    "angles": "texte " + "<" * 3_000_000,
    "open-tags": "texte " + "<a " * 500_000,
    "long-name": "<p>texte <b" + "9" * 1_000_000 + "</p>",
    "comments": "<p>texte</p>" + "<!--" * 500_000,
    "scripts": "<p>texte</p>" + "<script>" * 200_000,
    "picture": f'<html><body><img src="data:image/png;base64,{"iVBO/w0K" * 1_000_000}">{PARAGRAPHS}</body></html>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_soon_and_well(name):
    began = time.perf_counter()
    article = read(HOSTILE[name])
    assert any(word in article.text for word in ("texte", "Texte", "au fond", "MW", "mot", "kW"))
    assert len(article.text) <= 2 * len(HOSTILE[name])
    assert time.perf_counter() - began < 10


def test_a_page_of_markup_only_says_so():
    with pytest.raises(UnreadableFileError) as caught:
        read("<html><head><script>var a = 1</script></head><body><img src='a.png'></body></html>", "vide.html")
    assert (caught.value.key, caught.value.details) == ("file_without_text", {"name": "vide.html"})


def test_a_page_in_an_old_arabic_encoding():
    words = "أعلنت الوزارة أن المملكة ستبني ثلاثة مراكز للبيانات بقدرة ٣٠ ميغاواط قبل نهاية ٢٠٢٨".translate(
        str.maketrans("٠٢٣٨", "0238")
    )
    head = '<html lang="ar"><head><meta charset="windows-1256"></head>'
    page = f"{head}<body><article><p>{words}. {words}. {words}.</p></article>"
    article = read(page.encode("cp1256"))
    assert words in article.text
    assert (article.language, article.encoding) == ("ar", "cp1256")
