"""What a file says about itself: title, language, the standards it keeps to, its colours, and what is attached to it.

Every file keeps to PDF/UA-1 (ISO 14289-1) and, unless it is to be filled in, to PDF/A-3A (ISO 19005-3), and says so.
No clock is read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Final
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

CREATOR: Final = "Facilitator"
_PROFILE_STAMP: Final = slice(24, 36)
"""Where a colour profile says when it was made (ICC.1, 7.2.8)."""

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><xmp:CreateDate>{moment}</xmp:CreateDate>\
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{creator}</pdf:Producer>{keywords}
<pdfuaid:part>1</pdfuaid:part>
{archive}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""The metadata of every file. PDF/A wants PDF/UA's own property explained before it may be used."""

_ARCHIVE: Final = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file: `relation` says what it is to the pages (PDF/A-3: "Data", "Source", ...)."""

    name: str
    kind: str
    description: str
    content: bytes
    relation: str = "Data"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself. `date` is the session's date: no document tells when it was made.

    A file that is `fillable` is no archive yet and does not say so: readers open what is for the archive to read only.
    """

    title: str
    subject: str
    language: str
    date: dt.date
    attachments: tuple[Attachment, ...] = ()
    keywords: str = ""
    fillable: bool = False


def write_metadata(pdf: Pdf, metadata: Metadata) -> None:
    """Write all of it into the catalogue."""
    root, moment = pdf.Root, f"D:{metadata.date:%Y%m%d}000000Z"
    root.Lang = String(metadata.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/PageMode" in root:
        del root.PageMode
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=metadata.title,
            Subject=metadata.subject,
            Creator=CREATOR,
            Producer=CREATOR,
            CreationDate=moment,
            ModDate=moment,
        )
    )
    if metadata.keywords:
        pdf.docinfo.Keywords = String(metadata.keywords)
    root.Metadata = Stream(pdf, _xmp(metadata).encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.OutputIntents = Array([pdf.make_indirect(_colours(pdf))])
    if metadata.attachments:
        _attach(pdf, metadata.attachments, moment)


def _xmp(metadata: Metadata) -> str:
    return _XMP.format(
        title=escape(metadata.title),
        subject=escape(metadata.subject),
        language=escape(metadata.language),
        creator=CREATOR,
        moment=f"{metadata.date.isoformat()}T00:00:00Z",
        keywords=f"<pdf:Keywords>{escape(metadata.keywords)}</pdf:Keywords>" if metadata.keywords else "",
        archive="" if metadata.fillable else _ARCHIVE,
    )


@cache
def _srgb() -> bytes:
    """Give the profile of sRGB, without the moment at which it was made."""
    from PIL import ImageCms  # noqa: PLC0415  read once, in the process that makes documents

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_STAMP] = bytes(12)
    return bytes(profile)


def _colours(pdf: Pdf) -> Dictionary:
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=Stream(pdf, _srgb(), N=3),
    )


def _attach(pdf: Pdf, attachments: tuple[Attachment, ...], moment: str) -> None:
    names, associated = Array(), Array()
    for each in sorted(attachments, key=lambda one: one.name):
        params = Dictionary(
            Size=len(each.content),
            ModDate=String(moment),
            CheckSum=String(hashlib.md5(each.content, usedforsecurity=False).digest()),
        )
        content = Stream(pdf, each.content, Type=Name.EmbeddedFile, Subtype=Name("/" + each.kind), Params=params)
        file = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(each.name),
                UF=String(each.name),
                Desc=String(each.description),
                AFRelationship=Name("/" + each.relation),
                EF=Dictionary(F=content, UF=content),
            )
        )
        names.extend([String(each.name), file])
        associated.append(file)
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    pdf.Root.AF = associated
