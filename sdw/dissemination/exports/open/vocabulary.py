"""The words of a DCAT-AP-NL catalogue that are not ours: values of lists of the EU, of Geonovum and of IANA."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, SKOS, XSD, Namespace

#: Version 3, which the library does not know as a whole.
DCAT = Namespace("http://www.w3.org/ns/dcat#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
#: Short names of vocabularies in the files.
PREFIXES: dict[str, Any] = {
    "dcat": DCAT,
    "dct": DCTERMS,
    "foaf": FOAF,
    "rdfs": RDFS,
    "skos": SKOS,
    "vcard": VCARD,
    "xsd": XSD,
}
EU = Namespace("http://publications.europa.eu/resource/authority/")
IANA = "https://www.iana.org/assignments/media-types/"
PUBLIC = EU["access-right/PUBLIC"]
DUTCH = EU["language/NLD"]
NETHERLANDS = EU["country/NLD"]
IRREGULAR = EU["frequency/IRREG"]
CSVW = URIRef("https://www.w3.org/TR/tabular-metadata/")
#: What names of ours begin with where the monitor has no address of its own (RFC 4151), as in the feed.
TAG = "tag:sterk-door-werk-monitor,2026"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its value in the list of the EU, and what it is called."""

    code: str
    called: str


#: By the ending of a file.
FORMS = {
    ".csv": Form("CSV", "CSV"),
    ".parquet": Form("PARQUET", "Parquet"),
    ".geojson": Form("GEOJSON", "GeoJSON"),
    ".json": Form("JSON_LD", "CSVW"),
    ".zip": Form("ZIP", "zip"),
}
#: What the profile wants a value to be, which the lists themselves do not say everywhere.
_KINDS = {
    DCTERMS.accessRights: DCTERMS.RightsStatement,
    DCTERMS.language: DCTERMS.LinguisticSystem,
    DCTERMS.spatial: DCTERMS.Location,
    DCTERMS.accrualPeriodicity: DCTERMS.Frequency,
    DCTERMS["format"]: DCTERMS.MediaTypeOrExtent,
    DCAT.mediaType: DCTERMS.MediaType,
    DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.conformsTo: DCTERMS.Standard,
    FOAF.page: FOAF.Document,
    FOAF.homepage: FOAF.Document,
    DCAT.landingPage: FOAF.Document,
    DCAT.theme: SKOS.Concept,
}


def kinds(said: Graph, called: Mapping[str, str]) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    """Of each value that is said, what kind of thing it is; of a theme also what it is called in Dutch."""
    for relation, kind in _KINDS.items():
        for value in set(said.objects(None, relation)):
            if isinstance(value, URIRef):
                yield value, RDF.type, kind
                if str(value) in called:
                    yield value, SKOS.prefLabel, Literal(called[str(value)], "nl")


def in_order(text: str) -> bytes:
    """JSON-LD in one order, whatever order it was written in: of what is said, none of it means anything."""
    return (json.dumps(_ordered(json.loads(text)), ensure_ascii=False, indent=1) + "\n").encode()


def _ordered(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: _ordered(part[name]) for name in sorted(part)}
    if isinstance(part, list):
        return sorted(map(_ordered, part), key=lambda one: json.dumps(one, sort_keys=True))
    return part
