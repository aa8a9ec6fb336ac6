"""Of whom a value is told: what a person would write in the field, in the article's words, or nothing at all."""

import pytest

from maeditor.extraction.proposals import propose


def subject(text, quote, language="fr"):
    return next(each.subject for each in propose(text, language).proposals if quote in each.quote)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # the noun of the verb
        ("Les pylônes culminent à 62 mètres.", "62 mètres", "pylônes"),
        ("La digue nord mesure 1 400 mètres.", "1 400 mètres", "digue nord"),
        ("Le fret ferroviaire a reculé de 6 % l’an passé.", "6 %", "fret ferroviaire"),
        ("Les exportations de tomates ont atteint 700 000 tonnes.", "700 000 tonnes", "exportations de tomates"),
        ("La filière emploie 12 000 personnes.", "12 000 personnes", "filière"),
        ("Cette cimenterie consomme 90 GWh par an.", "90 GWh", "cimenterie"),
        ("Un guichet unique doté de 40 millions de dirhams ouvrira.", "40 millions", "guichet unique"),
        ("L’écosystème pourrait porter 3 000 emplois.", "3 000 emplois", "écosystème"),
        ("À Oran, le métro transporte 70 000 voyageurs sur 18 km.", "18 km", "métro"),
        ("En 2024, la flotte aérienne a consommé 3 millions de tonnes de kérosène.", "3 millions", "flotte aérienne"),
        ("Sa jetée principale s’étire sur 3 km.", "3 km", "jetée principale"),
        # names
        ("Sonarges exploite une flotte et emploie 900 salariés.", "900 salariés", "Sonarges"),
        ("Le parc éolien d’Aftissat compte 60 MW.", "60 MW", "parc éolien d’Aftissat"),
        ("La centrale de Noor Tata produit 200 MW.", "200 MW", "centrale de Noor Tata"),
        ("La Banque Zellij a dégagé un bénéfice de 80 millions de dirhams.", "80 millions", "Banque Zellij"),
        ("Le barrage de Sidi Aziz retient 90 millions de m³.", "90 millions", "barrage de Sidi Aziz"),
        ("Kerma Port, soutenu par le fonds Baraka, occupe 30 hectares.", "30 hectares", "Kerma Port"),
        (
            "Le complexe Al Wahda, construit par Ménara, coûte 2 milliards de dirhams.",
            "2 milliards",
            "complexe Al Wahda",
        ),
        # pronouns
        ("Ménara Ciments ouvre un site. Elle emploie 310 salariés.", "310 salariés", "Ménara Ciments"),
        ("Le port de Kerma s’agrandit. Il occupe 30 hectares.", "30 hectares", "port de Kerma"),
        ("Le port de Kerma s’agrandit. Sa superficie passe à 30 hectares.", "30 hectares", "port de Kerma"),
        ("Ménara a vu passer Holcim. Elle a perdu 14 millions d’euros.", "14 millions", "Ménara"),
        # general nouns
        ("Ménara Ciments s’étend. Le groupe emploie 310 salariés.", "310 salariés", "Ménara Ciments"),
        ("Ménara Ciments s’étend. L’entreprise a investi 40 millions de dirhams.", "40 millions", "Ménara Ciments"),
        ("Ménara Ciments s’étend. La jeune société vaut 9 millions d’euros.", "9 millions", "Ménara Ciments"),
        ("Ménara Ciments s’étend. La direction prévoit 20 MW de solaire.", "20 MW", "Ménara Ciments"),
        ("L’usine de Kerma a rouvert. Le site occupe 12 hectares.", "12 hectares", "usine de Kerma"),
        ("L’usine de Kerma a rouvert. L’usine occupe 12 hectares.", "12 hectares", "usine de Kerma"),
        ("Le câble Safir arrive. L’ouvrage mesure 900 km.", "900 km", "câble Safir"),
        # countries
        ("Le Togo avance. Le pays compte 40 MW de solaire.", "40 MW", "Togo"),
        ("Le Maroc accélère. Le Royaume dispose de 3 000 MW d’éolien.", "3 000 MW", "Maroc"),
        ("La capacité des six pays voisins atteint 700 MW.", "700 MW", "six pays voisins"),
        # measures are of what was named before
        ("Le tramway de Kerma avance. Le coût atteint 900 millions de dirhams.", "900 millions", "Kerma"),
        ("La station de Kerma ouvre. La disponibilité est de 99,9 %.", "99,9 %", "station de Kerma"),
        ("La station de Kerma ouvre. La puissance installée est de 9 MW.", "9 MW", "station de Kerma"),
        ("Le terminal de Kerma ouvre. Les travaux ont coûté 50 millions d’euros.", "50 millions", "terminal de Kerma"),
        # who speaks is not told of
        ("Les analystes estiment que la demande croît de 4 % par an.", "4 %", "demande"),
        ("Le gouvernement assure que la ligne Safir transporte 5 000 voyageurs.", "5 000 voyageurs", "ligne Safir"),
        # counts
        ("Le chantier a mobilisé deux navires.", "deux navires", "navires"),
        ("Le réseau compte 22 gares.", "22 gares", "gares"),
        # lists and labels
        ("Fiche\n\n- Jetée sud : 400 mètres\n- Jetée nord : 650 mètres", "650 mètres", "Jetée nord"),
        ("Un terminal pour Safir Port\n\n- Superficie : 30 hectares", "30 hectares", "Safir Port"),
        # what is only the greatest of something
        ("Ouarzazate, le plus vaste parc du pays, compte 120 MW.", "120 MW", "Ouarzazate"),
    ],
)
def test_a_french_value_is_told_of(text, quote, expected):
    assert subject(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The breakwater measures 900 metres.", "900 metres", "breakwater"),
        ("Its parcel extends to 43 acres.", "43 acres", "parcel"),
        ("Tea exports have reached 90,000 tonnes.", "90,000 tonnes", "tea exports"),
        ("The tea harvest fell to 90,000 tonnes.", "90,000 tonnes", "tea harvest"),
        ("Bluenile Energy operates in Accra. The company employs 300 people.", "300 people", "Bluenile Energy"),
        ("Bluenile Energy grows. It has 40 MW of wind.", "40 MW", "Bluenile Energy"),
        ("Bluenile Energy grows. Revenue rose 9%.", "9%", "Bluenile Energy"),
        ("Bluenile Energy grows. The order book stands at $90 million.", "$90 million", "Bluenile Energy"),
        ("The Akosombo dam is old. The dam holds 1,020 MW.", "1,020 MW", "Akosombo dam"),
        ("Work began on the 55 MW Yapei solar park.", "55 MW", "Yapei solar park"),
        ("Accra-based Bluenile bought 12 hectares.", "12 hectares", "Bluenile"),
        ("Analysts say that the market is worth $4 billion.", "$4 billion", "market"),
        ("The fund, backed by Baraka Bank, holds $40 million.", "$40 million", ""),
        ("The line there carries 8,000 riders over 14 km.", "14 km", ""),
        ("Some 700 workers will be needed.", "700 workers", ""),
        ("In Lomé, the terminal covers 26 hectares.", "26 hectares", ""),
    ],
)
def test_an_english_value_is_told_of(text, quote, expected):
    assert subject(text, quote, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le site a rouvert en 2019 avec 30 MW, dont 12 MW loués, sur les 18 MW du début, au bord du fleuve.",
        "C’est un port de 40 hectares qui, avec ses 9 grues et les 300 agents du quai, dessert la région.",
        "On a payé 90 dirhams le sac, contre 70 dirhams, et 12 % de plus pour les 40 tonnes du mois.",
        "The plant, which the firm said it would sell, has 40 MW and 12 hectares, plus 9 km of pipe.",
    ],
)
def test_no_subject_is_a_fragment(text):
    for each in propose(text).proposals:
        words = each.subject.split()
        assert len(each.subject) <= 80
        assert not words or words[0].lower() not in {"le", "la", "les", "un", "une", "the", "a", "an", "de", "du", "il"}
        assert not words or words[-1].lower() not in {"de", "du", "des", "qui", "a", "et", "of", "the", "which", "and"}
