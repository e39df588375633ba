"""The catalogue of open data: DCAT-AP-NL 3.0 (Geonovum, 2024), as Turtle and JSON-LD.

A series of editions, a dataset for each public one, a distribution for each of its files. It is made of what an
edition says that it publishes; no file is made for it. Addresses are whole where the monitor knows its own
(SDW_URL), otherwise relative to where the catalogue lies. No node is blank, so two runs give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, XSD

from sdw.dissemination.exports.open import boundaries, csvw, files, licences, readme, vocabulary
from sdw.dissemination.exports.open.files import File
from sdw.dissemination.exports.open.licences import Licence
from sdw.dissemination.exports.open.vocabulary import DCAT, VCARD
from sdw.edition import figures, paths
from sdw.edition.editions import Edition
from sdw.reference import periods
from sdw.reference.open import publisher
from sdw.reference.open.publisher import OpenData
from sdw.text.dutch import say

TURTLE, JSON_LD = readme.CATALOGUE, "catalogus.jsonld"
NAME = "catalogus"
Triple = tuple[URIRef, URIRef, URIRef | Literal]


def turtle(known: Sequence[Edition]) -> bytes:
    """The catalogue of these public editions, newest first, as Turtle."""
    return graph(known).serialize(format="turtle").encode()


def json_ld(known: Sequence[Edition]) -> bytes:
    """The same as JSON-LD."""
    return vocabulary.in_order(graph(known).serialize(format="json-ld", auto_compact=True))


def graph(known: Sequence[Edition]) -> Graph:
    """All that is said.

    Raises:
        UserError: one of them is a concept.
    """
    made = Graph(bind_namespaces="none")
    for prefix, space in vocabulary.PREFIXES.items():
        made.bind(prefix, space)
    for triple in _triples(known, publisher.current()):
        made.add(triple)
    for triple in list(vocabulary.kinds(made, publisher.current().themes)):
        made.add(triple)
    return made


def _triples(known: Sequence[Edition], settled: OpenData) -> Iterator[Triple]:
    yield from _agents(settled)
    yield from _described(
        _node(NAME), DCAT.Catalog, say("open_data.catalogue.title"), say("open_data.catalogue.about")
    )
    yield from _whose(_node(NAME), settled)
    yield _node(NAME), FOAF.homepage, URIRef(settled.publisher.homepage)
    yield from _resource(_node("uitgaven"), settled, is_series=True)
    yield _node("uitgaven"), DCTERMS.accrualPeriodicity, vocabulary.IRREGULAR
    for edition in known:
        yield _node(NAME), DCAT.dataset, _node(edition.label)
        yield from _edition(edition, settled)


def _node(name: str) -> URIRef:
    """Something that the catalogue tells of."""
    return _at(f"{NAME}#{name}")


def _at(address: str) -> URIRef:
    """An address beside the catalogue."""
    url = paths.url()
    return URIRef(f"{url}/o/{address}" if url else address)


def _described(node: URIRef, kind: URIRef, title: str, about: str) -> Iterator[Triple]:
    yield node, RDF.type, kind
    yield node, DCTERMS.title, Literal(title, "nl")
    yield node, DCTERMS.description, Literal(about, "nl")
    yield node, DCTERMS.language, vocabulary.DUTCH


def _agents(settled: OpenData) -> Iterator[Triple]:
    who, desk = _publisher(settled), _node("contact")
    yield who, RDF.type, FOAF.Agent
    yield who, FOAF.name, Literal(settled.publisher.name, "nl")
    yield desk, RDF.type, VCARD.Kind
    yield desk, RDF.type, VCARD.Organization
    yield desk, VCARD.fn, Literal(settled.contact.name, "nl")
    if settled.contact.email:
        yield desk, VCARD.hasEmail, URIRef(f"mailto:{settled.contact.email}")
    if settled.contact.url:
        yield desk, VCARD.hasURL, URIRef(settled.contact.url)


def _publisher(settled: OpenData) -> URIRef:
    return URIRef(settled.publisher.uri) if settled.publisher.uri else _node("uitgever")


def _whose(node: URIRef, settled: OpenData) -> Iterator[Triple]:
    yield node, DCTERMS.publisher, _publisher(settled)
    yield node, DCTERMS.creator, _publisher(settled)
    yield node, DCAT.contactPoint, _node("contact")


def _resource(node: URIRef, settled: OpenData, *, is_series: bool = False) -> Iterator[Triple]:
    """What a dataset and a series of them say alike; of the series its title too."""
    if is_series:
        title, about = say("open_data.series.title"), say("open_data.series.about")
        yield from _described(node, DCAT.DatasetSeries, title, about)
    yield from _whose(node, settled)
    yield node, DCTERMS.identifier, Literal(str(node) if paths.url() else f"{vocabulary.TAG}:{node.split('#')[1]}")
    yield node, DCTERMS.accessRights, vocabulary.PUBLIC
    yield node, DCTERMS.spatial, vocabulary.NETHERLANDS
    for theme in settled.themes:
        yield node, DCAT.theme, URIRef(theme)


def _edition(edition: Edition, settled: OpenData) -> Iterator[Triple]:
    node = _node(edition.label)
    key = "open_data.dataset.title_example" if edition.has_examples else "open_data.dataset.title"
    yield from _described(node, DCAT.Dataset, say(key, label=edition.label), csvw.told_of(edition))
    yield from _resource(node, settled)
    yield node, DCAT.inSeries, _node("uitgaven")
    yield node, DCAT.version, Literal(edition.label)
    day = Literal((edition.public_from or edition.published_at).date().isoformat(), datatype=XSD.date)
    yield node, DCTERMS.issued, day
    yield node, DCTERMS.modified, day
    for word in say("open_data.dataset.keywords").split(", "):
        yield node, DCAT.keyword, Literal(word, "nl")
    yield node, FOAF.page, _at(f"{edition.label}/leesmij.txt")
    yield node, DCTERMS.conformsTo, vocabulary.CSVW
    if paths.url():
        yield node, DCAT.landingPage, URIRef(f"{paths.url()}/gegevens?uitgave={edition.label}")
    yield from _span(edition)
    for file in files.listed(edition):
        if file.ending != ".txt":
            yield from _distribution(edition, file)


def _span(edition: Edition) -> Iterator[Triple]:
    """From the first day to the last that any figure is about."""
    codes = {cut.period for name in figures.published(edition) for cut in figures.cuts(edition, name) if cut.period}
    if not codes:
        return
    found, node = [periods.parse(code) for code in codes], _node(f"{edition.label}-periode")
    yield _node(edition.label), DCTERMS.temporal, node
    yield node, RDF.type, DCTERMS.PeriodOfTime
    yield node, DCAT.startDate, _day(min(one.start for one in found))
    yield node, DCAT.endDate, _day(max(one.end for one in found))


def _day(day: dt.date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)


def _distribution(edition: Edition, file: File) -> Iterator[Triple]:
    node, form = _node(f"{edition.label}-{file.name}"), vocabulary.FORMS[file.ending]
    about = _about(edition, file)
    yield _node(edition.label), DCAT.distribution, node
    yield from _described(node, DCAT.Distribution, f"{file.title} ({form.called})", about)
    yield node, DCAT.accessURL, _at(f"{edition.label}/{file.name}")
    yield node, DCAT.downloadURL, _at(f"{edition.label}/{file.name}")
    yield node, DCAT.mediaType, URIRef(f"{vocabulary.IANA}{files.MEDIA[file.ending]}")
    yield node, DCTERMS["format"], URIRef(f"{vocabulary.EU}file-type/{form.code}")
    if file.ending in (".csv", ".json"):
        yield node, DCTERMS.conformsTo, vocabulary.CSVW
    licence, rights = _licence(edition, file), _node(f"{edition.label}-{file.name}-rechten")
    yield node, DCTERMS.license, URIRef(licence.value)
    yield node, DCTERMS.rights, rights
    yield rights, RDF.type, DCTERMS.RightsStatement
    yield rights, RDFS.label, Literal(licence.words, "nl")


def _about(edition: Edition, file: File) -> str:
    if file.table is not None:
        return file.table.about
    if file.name == boundaries.NAME:
        return f"{say('open_data.boundaries.about')} {boundaries.told_of(edition)}"
    return say("open_data.file.about", title=file.title)


def _licence(edition: Edition, file: File) -> Licence:
    """Of a table its own; of all of it that of what is least open."""
    if file.table is not None:
        return licences.of(edition, file.table)
    if file.name == boundaries.NAME:
        return licences.of_sources((boundaries.SOURCE,))
    every = dict.fromkeys(source for one in files.tables(edition) for source in one.sources(edition))
    if file.name == files.ALL:
        return licences.of_sources((*every, boundaries.SOURCE))
    return licences.of_sources(("open-data",))
