"""The catalogue has every property that DCAT-AP-NL 3.0 demands, over every edition, with values of its lists.

Read from the profile (docs.geostandaarden.nl/dcat/dcat-ap-nl30, 12 December 2024) and from DCAT-AP 3.0.1, on which
it builds. The official shapes (SHACL) are not run here; docs/decisions/0045-open-data.md says when they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, SKOS
from rdflib.term import Node

from sdw.dissemination.exports.open import catalogue, files
from sdw.dissemination.exports.open.vocabulary import DCAT, VCARD
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.reference.open import publisher
from sdw.text.errors import UserError
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

DATE = URIRef("http://www.w3.org/2001/XMLSchema#date")
OURS = "https://monitor.example/pad"
#: Where a relative catalogue was fetched, in these tests.
PLACE = "http://elders.example/o/catalogus.ttl"
#: Class → property that each of its things must have → at most so many (0: any number).
MANDATORY = {
    DCAT.Catalog: {
        **{DCTERMS.title: 0, DCTERMS.description: 0, DCTERMS.publisher: 1},
        **{DCAT.contactPoint: 1, DCAT.dataset: 0},
    },
    DCAT.Dataset: {
        **{DCTERMS.title: 0, DCTERMS.description: 0, DCTERMS.identifier: 1, DCTERMS.accessRights: 1},
        **{DCTERMS.publisher: 1, DCTERMS.creator: 0, DCAT.contactPoint: 0, DCAT.theme: 0},
    },
    DCAT.DatasetSeries: {DCTERMS.title: 0, DCTERMS.description: 0},
    DCAT.Distribution: {DCAT.accessURL: 1, DCTERMS.license: 1},
    FOAF.Agent: {FOAF.name: 0},
    DCTERMS.PeriodOfTime: {},
    SKOS.Concept: {SKOS.prefLabel: 0},
}
#: Recommended or conditional in the profile, and true of all of ours.
ALSO = {
    DCAT.Catalog: (DCTERMS.creator, DCTERMS.language, FOAF.homepage),
    DCAT.Dataset: (
        DCTERMS.language,
        DCTERMS.issued,
        DCTERMS.modified,
        DCTERMS.temporal,
        DCAT.distribution,
        FOAF.page,
    ),
    DCAT.Distribution: (DCTERMS["format"], DCAT.mediaType, DCAT.downloadURL, DCTERMS.language, DCTERMS.rights),
    VCARD.Kind: (VCARD.fn,),
}
_EU = r"http://publications\.europa\.eu/resource/authority"
#: Property → how a value of its list looks.
LISTS = {
    DCTERMS.accessRights: rf"{_EU}/access-right/(PUBLIC|RESTRICTED|NON_PUBLIC)",
    DCTERMS.accrualPeriodicity: rf"{_EU}/frequency/[A-Z_]+",
    DCTERMS["format"]: rf"{_EU}/file-type/(CSV|PARQUET|GEOJSON|JSON_LD|ZIP)",
    DCTERMS.language: rf"{_EU}/language/NLD",
    DCTERMS.spatial: rf"{_EU}/country/NLD",
    DCAT.theme: rf"{_EU}/data-theme/(AGRI|ECON|EDUC|ENER|ENVI|GOVE|HEAL|INTR|JUST|REGI|SOCI|TECH|TRAN)",
    DCTERMS.license: (
        r"https://definities\.geostandaarden\.nl/dcat-ap-nl/id/waardelijst/licenties/(niet_open|cc0|naamsvermelding40)"
    ),
    DCAT.mediaType: r"https://www\.iana\.org/assignments/media-types/[a-z]+/[a-z0-9.+-]+",
}


@pytest.fixture(scope="module", params=["shipped", "real", "one_region", "empty"])
def world(request: pytest.FixtureRequest, shared: Shared) -> Iterator[list[Edition]]:
    with store_at(shared(request.param)):
        yield [one for one in editions.every() if not one.is_concept]


@pytest.fixture(params=["", OURS])
def address(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the monitor is: unknown, or set."""
    monkeypatch.setenv("SDW_URL", request.param)
    told: str = request.param
    return told


def read(known: list[Edition]) -> Graph:
    """The Turtle as a program reads it that fetched it somewhere."""
    return Graph().parse(data=catalogue.turtle(known), format="turtle", publicID=PLACE)


def test_each_thing_has_every_property_that_is_mandatory(world: list[Edition], address: str) -> None:
    said = read(world)
    for kind, wanted in MANDATORY.items():
        things = list(said.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            for one, most in wanted.items():
                count = len(list(said.objects(thing, one)))
                assert count >= 1 and (not most or count <= most), (thing, one, count)
    for kind, also in ALSO.items():
        for thing in said.subjects(RDF.type, kind):
            assert all(list(said.objects(thing, one)) for one in also), thing


def test_every_edition_is_a_dataset_of_the_series_and_every_file_a_distribution(
    world: list[Edition], address: str
) -> None:
    said = read(world)
    place = f"{OURS}/o" if address else PLACE.rsplit("/", 1)[0]
    (whole,) = said.subjects(RDF.type, DCAT.Catalog)
    datasets = {str(one) for one in said.objects(whole, DCAT.dataset)}
    assert datasets == {str(one) for one in said.subjects(RDF.type, DCAT.Dataset)}
    assert datasets == {f"{place}/catalogus#{edition.label}" for edition in world}
    for edition in world:
        node = URIRef(f"{place}/catalogus#{edition.label}")
        (series,) = said.objects(node, DCAT.inSeries)
        assert (series, RDF.type, DCAT.DatasetSeries) in said
        offered = {
            str(where)
            for one in said.objects(node, DCAT.distribution)
            for where in said.objects(one, DCAT.downloadURL)
        }
        told = {str(page) for page in said.objects(node, FOAF.page)}
        assert offered | told == {f"{place}/{edition.label}/{one.name}" for one in files.listed(edition)}
    for one in said.subjects(RDF.type, DCAT.Distribution):
        assert set(said.objects(one, DCAT.accessURL)) == set(said.objects(one, DCAT.downloadURL))


def test_values_are_of_the_lists_that_the_profile_names(world: list[Edition], address: str) -> None:
    said = read(world)
    for one, form in LISTS.items():
        values = list(said.objects(None, one))
        assert values and all(re.fullmatch(form, str(value)) for value in values), one
    for one in (DCTERMS.title, DCTERMS.description, DCAT.keyword, FOAF.name, SKOS.prefLabel, RDFS.label):
        assert {value.language for value in said.objects(None, one) if isinstance(value, Literal)} == {"nl"}
    for one in (DCTERMS.issued, DCTERMS.modified, DCAT.startDate, DCAT.endDate):
        assert {value.datatype for value in said.objects(None, one) if isinstance(value, Literal)} == {DATE}


def test_what_is_referred_to_is_what_the_profile_wants_it_to_be(world: list[Edition], address: str) -> None:
    said = read(world)
    for relation, kind in (
        *((DCTERMS.publisher, FOAF.Agent), (DCTERMS.creator, FOAF.Agent), (DCAT.contactPoint, VCARD.Kind)),
        *((DCTERMS.license, DCTERMS.LicenseDocument), (DCTERMS.rights, DCTERMS.RightsStatement)),
        *((DCTERMS.accessRights, DCTERMS.RightsStatement), (DCTERMS.language, DCTERMS.LinguisticSystem)),
        *((DCAT.theme, SKOS.Concept), (DCTERMS.spatial, DCTERMS.Location), (FOAF.page, FOAF.Document)),
        *((DCTERMS["format"], DCTERMS.MediaTypeOrExtent), (DCAT.mediaType, DCTERMS.MediaType)),
        *((DCTERMS.conformsTo, DCTERMS.Standard), (DCTERMS.temporal, DCTERMS.PeriodOfTime)),
    ):
        values: set[Node] = set(said.objects(None, relation))
        assert values and all((value, RDF.type, kind) in said for value in values), relation
        assert all(isinstance(value, URIRef) for value in values), "no blank nodes: two runs are the same"


def test_turtle_and_json_ld_say_the_same(world: list[Edition], address: str) -> None:
    other = Graph().parse(data=catalogue.json_ld(world), format="json-ld", publicID=PLACE)
    assert len(other) > 200
    assert isomorphic(read(world), other)


def test_addresses_are_whole_where_the_monitor_knows_its_own_and_otherwise_relative(
    world: list[Edition], address: str
) -> None:
    for data in (catalogue.turtle(world).decode(), catalogue.json_ld(world).decode()):
        found = re.findall(r'[<"]([^<>"\s]*catalogus#[^<>"\s]*|[^<>"\s]*/leesmij\.txt)[>"]', data)
        assert found
        assert (
            all(one.startswith(f"{OURS}/o/") for one in found) if address else not any(":" in one for one in found)
        )
        assert ("gegevens?uitgave=" in data) == bool(address)
    names = {str(one) for one in read(world).objects(None, DCTERMS.identifier)}
    assert all(one.startswith(OURS if address else "tag:") for one in names) and len(names) == len(world) + 1


def test_what_is_invented_says_so(shared: Shared) -> None:
    for name, word in (("shipped", True), ("real", False)):
        with store_at(shared(name)):
            said = read([one for one in editions.every() if not one.is_concept])
        for dataset in said.subjects(RDF.type, DCAT.Dataset):
            for one in (DCTERMS.title, DCTERMS.description):
                assert ("verzonnen" in str(said.value(dataset, one))) == word


def test_a_licence_goes_with_words_and_what_is_not_decided_is_not_open(shared: Shared) -> None:
    with store_at(shared("shipped")):
        edition = editions.find()
        said = read([edition])
        for file in files.listed(edition):
            found = list(
                said.subjects(DCAT.downloadURL, URIRef(f"http://elders.example/o/{edition.label}/{file.name}"))
            )
            for one in found:
                (licence,), (rights,) = (
                    list(said.objects(one, name)) for name in (DCTERMS.license, DCTERMS.rights)
                )
                words = str(said.value(rights, RDFS.label))
                is_open = not str(licence).endswith("niet_open")
                assert is_open == (not re.search("EUPL|niet gelezen|nog geen licentie", words)), file.name
    assert publisher.current().licence.delivered == "" and publisher.current().owner == ""


def test_no_concept_is_in_a_catalogue(shared: Shared) -> None:
    with store_at(shared("shipped")):
        known = editions.every()
        with pytest.raises(UserError):
            catalogue.turtle([*known, replace(known[0], is_concept=True, label="2027-een")])


def test_json_ld_is_plain_json_with_its_own_names(shared: Shared) -> None:
    with store_at(shared("shipped")):
        found = json.loads(catalogue.json_ld(editions.every()))
    assert found["@context"]["dcat"] == "http://www.w3.org/ns/dcat#"
    assert "dcat:Catalog" in {one.get("@type") for one in found["@graph"] if isinstance(one.get("@type"), str)}
