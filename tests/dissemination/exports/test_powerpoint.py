"""The PowerPoint of a deck as a package: whole, our own, in Dutch, the same every time, and it fetches nothing."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from sdw import __main__ as command_line
from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.blocks.presenting.deck import Deck
from sdw.dissemination.exports.powerpoint import files, writer
from sdw.edition import editions
from sdw.reference.areas import regions
from sdw.reference.presenting import sets as presenting
from tests.dissemination.blocks.test_claimed_sentences import WORLDS
from tests.dissemination.blocks.test_presenting import decks
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared
from tests.worlds.slideshow import A, P, Slideshow

_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: What python-pptx starts from and we do not, and what a picture would be.
_UNWANTED = re.compile(r"thumbnail|printerSettings|media/|\.(jpe?g|png|gif|emf|wmf|tiff?)$", re.IGNORECASE)


@pytest.fixture(scope="module")
def made(shared: Shared) -> Iterator[list[tuple[Deck, Slideshow]]]:
    """Every deck of the newest edition with its file."""
    with store_at(shared("shipped")):
        yield [(one, Slideshow(files.written(one))) for one in decks(editions.find())]


Made = list[tuple[Deck, Slideshow]]


def test_every_part_has_a_kind_and_every_reference_leads_to_a_part(made: Made) -> None:
    for _, show in made:
        types = show.xml("[Content_Types].xml")
        kinds = {one.get("PartName", "").lstrip("/") for one in types.iter(f"{_TYPE}Override")}
        endings = {one.get("Extension") for one in types.iter(f"{_TYPE}Default")}
        parts = [one for one in show.parts if one != "[Content_Types].xml"]
        assert kinds <= set(parts)
        assert len(set(parts)) == len(show.zip.namelist()) - 1
        reached = set()
        for part in ("", *parts):
            numbers = set()
            for number, _, target, outside in show.relations(part):
                assert not outside, target
                assert target in show.parts, f"{part} → {target}"
                assert number not in numbers
                numbers.add(number)
                reached.add(target)
            used = set(
                re.findall(r'r:(?:id|embed|link)="(\w+)"', show.parts.get(part, b"").decode("utf-8", "replace"))
            )
            assert used <= numbers, part
        for part in parts:
            assert part in kinds or part.rsplit(".", 1)[-1] in endings, part
            assert part in reached or part.endswith(".rels"), f"nothing refers to {part}"
            if part.endswith((".xml", ".rels")):
                ElementTree.fromstring(show.parts[part])


def test_nothing_in_it_is_a_picture_or_of_somebody_else(made: Made) -> None:
    for _, show in made:
        assert not [one for one in show.parts if _UNWANTED.search(one)]
        for name, data in show.parts.items():
            if name.endswith((".xml", ".rels")):
                text = data.decode()
                assert "en-US" not in text and "Steve" not in text and "python" not in text, name
                assert "<p:pic" not in text and "blip" not in text, name
                assert set(re.findall(r'\blang="([^"]*)"', text)) <= {"nl-NL"}, name


def test_the_file_says_whose_it_is_and_of_which_edition(made: Made) -> None:
    for one, show in made:
        opened = Presentation(io.BytesIO(files.written(one)))
        told, when = opened.core_properties, one.edition.published_at
        assert (told.title, told.author, told.last_modified_by) == (one.title, *("Sterk door Werk monitor",) * 2)
        assert one.edition.label in told.subject and told.language == "nl-NL"
        assert told.created.date() == told.modified.date() == when.date()
        assert (opened.slide_width, opened.slide_height) == (12192000, 6858000)
        assert len(opened.slides) == len(show.slides)


def test_notes_masters_come_after_slide_masters_and_before_slides(made: Made) -> None:
    """Some programs drop notes of a presentation that does not list its notes master (python-pptx, PR 1128)."""
    for _, show in made:
        order = [one.tag.removeprefix(P) for one in show.xml("ppt/presentation.xml")]
        known = ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle"]
        assert order == known
        assert [one for one in show.parts if "notesMaster" in one and not one.endswith(".rels")] == [
            "ppt/notesMasters/notesMaster1.xml"
        ]


def test_shapes_have_their_own_number_and_a_name(made: Made) -> None:
    for _, show in made:
        for slide in show.slides:
            numbers = [one.get("id") for one in slide.named]
            assert len(numbers) == len(set(numbers))
            assert all(one.get("name") for one in slide.named[1:])


def test_charts_maps_and_tables_have_words_for_who_cannot_see_them(made: Made) -> None:
    for _, show in made:
        for slide in show.slides:
            frames = [one for kind in ("graphicFrame", "grpSp") for one in slide.tree.iter(f"{P}{kind}")]
            for one in frames:
                assert len(next(one.iter(f"{P}cNvPr")).get("descr", "")) > 10


def test_axes_have_numbers_that_the_standard_knows(made: Made) -> None:
    for _, show in made:
        for slide in show.slides:
            for chart in slide.charts:
                axes = {one.get("val", "") for one in chart.iter() if one.tag.endswith(("}axId", "}crossAx"))}
                assert len(axes) == 2 and all(one.isdecimal() for one in axes)


def test_no_letter_is_too_small(made: Made) -> None:
    """18 points in all that stands on a slide, 28 in its message."""
    for _, show in made:
        for slide in show.slides:
            for tree in (slide.tree, *slide.charts):
                sizes = [int(one.get("sz", "1800")) for one in tree.iter() if one.tag.startswith(A)]
                assert min(sizes) >= 1800
            titles = [one for one in slide.tree.iter(f"{P}sp") if "itle" in _kind(one)]
            sizes = [int(run.get("sz", "0")) for one in titles for run in one.iter(f"{A}rPr")]
            assert sizes and min(sizes) >= 2800


def _kind(shape: ElementTree.Element) -> str:
    return next((one.get("type", "") for one in shape.iter(f"{P}ph")), "").replace("subTitle", "")


def test_the_same_deck_is_the_same_bytes_without_an_hour(made: Made) -> None:
    for one, show in made:
        assert writer.of(one) == files.written(one)
        assert {part.date_time for part in show.zip.infolist()} == {_EPOCH}
        for slide in show.slides:
            for sheet in slide.sheets:
                with zipfile.ZipFile(io.BytesIO(sheet)) as workbook:
                    assert {part.date_time for part in workbook.infolist()} == {_EPOCH}
                    core = workbook.read("docProps/core.xml").decode()
                days = set(re.findall(r"\d{4}-\d\d-\d\dT", core))
                assert days == {f"{one.edition.published_at:%Y-%m-%dT}"}


@pytest.mark.parametrize("name", WORLDS)
def test_every_slide_fits_in_every_world(shared: Shared, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No message without room, with and without a code beside the source; and each opens."""
    with store_at(shared(name)):
        for one in decks(editions.find()):
            for url in ("", "https://monitor.example.nl"):
                monkeypatch.setenv("SDW_URL", url)
                assert Presentation(io.BytesIO(writer.of(one))).slides


def test_every_region_fits_in_every_edition(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_URL", "https://monitor.example.nl")
    with store_at(shared("shipped")):
        for edition in editions.every():
            for code in regions.CODES:
                assert writer.of(deck.of(edition, "regio", (), code))


def test_codes_lead_to_pages_of_our_own_and_nothing_else_leads_outside(
    shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDW_URL", "https://monitor.example.nl")
    with store_at(shared("shipped")):
        one = deck.of(editions.find(), "stuurgroep")
        show = Slideshow(writer.of(one))
    outside = [target for part in show.parts for _, _, target, is_out in show.relations(part) if is_out]
    wanted = ["", *(slide.address for slide in (*one.slides, one.map))]
    assert sorted(outside) == sorted(f"https://monitor.example.nl/{path}" for path in wanted)
    codes = [named for slide in show.slides for named in slide.named if "https://" in named.get("descr", "")]
    assert [named.get("descr", "").rsplit(" ", 1)[1] for named in codes] == [
        f"https://monitor.example.nl/{path}" for path in wanted
    ]
    assert not [one for one in show.parts if _UNWANTED.search(one)], "a code is drawn, not a picture"


def test_the_mark_of_a_concept_is_on_every_slide(shared: Shared) -> None:
    with store_at(shared("shipped")):
        one = deck.of(editions.find(), "stuurgroep")
        show = Slideshow(writer.of(one, "CONCEPT, voor <i>Jansen</i> & co"))
    for slide in show.slides:
        assert slide.words.count("CONCEPT, voor <i>Jansen</i> & co") == 1


def test_the_command_writes_the_file(
    shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SDW_URL", raising=False)
    with store_at(shared("shipped")):
        label = editions.find().label
        words = ["export", "pptx", "--edition", label, "--set", "werkgever", "--out", "dias.pptx"]
        assert command_line.main(words) == 0
        assert "dias.pptx" in capsys.readouterr().err
        assert Path("dias.pptx").read_bytes() == files.written(deck.of(editions.find(), "werkgever"))
        assert command_line.main(["export", "pptx", "--set", "regio", "--region", "Twente"]) == 0
        assert [one.name for one in Path().glob("sdw-*.pptx")] == [f"sdw-{label}-dias-regio-am05-voorbeeld.pptx"]


@pytest.mark.parametrize(
    ("words", "told", "code"),
    [
        (["--set", "burger"], "werkgever, professional", 1),
        (["--set", "regio"], "--region AM05", 1),
        (["--set", "werkgever", "--slides", "nergens"], "verwacht-gestart", 1),
        ([], "--set", 2),
    ],
)
def test_a_wrong_call_is_told_in_dutch(
    shared: Shared, words: list[str], told: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with store_at(shared("shipped")):
        assert command_line.main(["export", "pptx", *words]) == code
    assert told in capsys.readouterr().err


def test_every_set_has_a_file(made: Made) -> None:
    assert {one.name for one, _ in made} == set(presenting.sets())
