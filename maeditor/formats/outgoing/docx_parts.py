"""The parts of a Word document that are the same for every annotated copy, or nearly.

Source: ECMA-376, WordprocessingML and Open Packaging Conventions. Written by hand: docs/adr/0013.
"""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'

CONTENT_TYPES = f"""{HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_OFFICE}.settings+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{_OFFICE}.footnotes+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{_OFFICE}.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""

PACKAGE_RELATIONS = f"""{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""

LINK = "rId5"
"""The relation to the article's address."""


def document_relations(address: str) -> str:
    """What the document refers to; ``address`` (escaped) may be empty."""
    link = f'<Relationship Id="{LINK}" Type="{RELATIONS}/hyperlink" Target="{address}" TargetMode="External"/>\n'
    return f"""{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{RELATIONS}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{RELATIONS}/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>
<Relationship Id="rId4" Type="{RELATIONS}/footer" Target="footer1.xml"/>
{link if address else ""}</Relationships>"""


SETTINGS = f"""{HEAD}<w:settings {ROOT}>
<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat></w:settings>"""

FOOTER = f"""{HEAD}<w:ftr {ROOT}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:t xml:space="preserve"> / </w:t></w:r>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
</w:p></w:ftr>"""

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)

# A4 with 2.2 cm beside the text, in twentieths of a point.
PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1247" w:bottom="1304" w:left="1247" w:header="624" w:footer="624" w:gutter="0"/>'
    "</w:sectPr>"
)


def core(title: str, creator: str, at: str) -> str:
    """Who made it and when; all escaped."""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{at}</dcterms:{name}>' for name in ("created", "modified")
    )
    return f"""{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>{dates if at else ""}</cp:coreProperties>"""


def _style(kind: str, name: str, shown: str, inner: str, *, based: str = "", default: bool = False) -> str:
    return (
        f'<w:style w:type="{kind}"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{name}">'
        f'<w:name w:val="{shown}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + f"<w:qFormat/>{inner}</w:style>\n"
    )


def styles(language: str, article_language: str) -> str:
    """Type and room of each kind of line; Latin in Georgia, Arabic in what the system has for it."""
    fonts = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/>'
    plain = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>'
    latin = language if article_language[:2] in {"ar", "he", "fa", "ur"} else article_language or language
    heading = '<w:keepNext/><w:spacing w:before="{0}" w:after="{1}"/>'
    return (
        f'{HEAD}<w:styles {ROOT}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="1B211E"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="26"/><w:lang w:val="{latin}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>\n"
        + _style("paragraph", "Normal", "Normal", "", default=True)
        + _style(
            "paragraph",
            "Title",
            "Title",
            f"<w:pPr>{heading.format(0, 80)}</w:pPr>"
            '<w:rPr><w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="40"/></w:rPr>',
            based="Normal",
        )
        + _style(
            "paragraph",
            "Heading1",
            "heading 1",
            f'<w:pPr>{heading.format(280, 100)}<w:outlineLvl w:val="0"/></w:pPr>'
            '<w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="30"/></w:rPr>',
            based="Normal",
        )
        + _style(
            "paragraph",
            "Source",
            "Source",
            f'<w:pPr><w:spacing w:after="280"/></w:pPr>'
            f'<w:rPr>{plain}<w:color w:val="47504B"/><w:sz w:val="18"/></w:rPr>',
            based="Normal",
        )
        + _style("paragraph", "Item", "Item", '<w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr>', based="Normal")
        + _style(
            "paragraph",
            "FootnoteText",
            "footnote text",
            '<w:pPr><w:spacing w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>'
            f'<w:rPr>{plain}<w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr>',
            based="Normal",
        )
        + _style(
            "paragraph",
            "Footer",
            "footer",
            f'<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr>{plain}<w:color w:val="5B645F"/><w:sz w:val="16"/></w:rPr>',
            based="Normal",
        )
        + _style(
            "character",
            "FootnoteReference",
            "footnote reference",
            f'<w:rPr>{plain}<w:b/><w:color w:val="0B665F"/><w:vertAlign w:val="superscript"/></w:rPr>',
        )
        + _style("character", "Hyperlink", "Hyperlink", '<w:rPr><w:color w:val="0B665F"/><w:u w:val="single"/></w:rPr>')
        + "</w:styles>"
    )
