"""The file of a deck: it fits, it holds what the edition shows and nothing else, and it fetches nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.charts.core.scene import Scene, Text, walk
from sdw.dissemination.exports.hall import files, stage, writer
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.reference.presenting import sets as presenting
from sdw.reference.status import Status
from tests.dissemination.blocks.test_claimed_sentences import WORLDS
from tests.dissemination.blocks.test_presenting import decks
from tests.worlds.drawn_figures import EXPECTED, borging
from tests.worlds.edition import store_at
from tests.worlds.paper import numbers
from tests.worlds.shared import Shared

_TAG = re.compile(r"<[^>]+>")
#: What is told of a mark without words of its own.
_MARKS = re.compile(r'<[^>]*aria-label="([^"]+)"[^>]*>')
#: The numbers of slides.
_PLACES = {str(place) for place in range(1, 20)}


def visible(html: str) -> str:
    """The words of a file, without its style and script."""
    without = re.sub(r"<(style|script)>.*?</\1>|</?span[^>]*>", "", html, flags=re.DOTALL)
    return unescape(_TAG.sub(" ", without))


@pytest.mark.parametrize("name", WORLDS)
def test_every_slide_fits_in_every_world(shared: Shared, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No letter under 28 pixels and no message without room, with and without a code beside the source."""
    monkeypatch.delenv("SDW_URL", raising=False)
    with store_at(shared(name)):
        for one in decks(editions.find()):
            for slide in (*one.slides, one.map):
                foot = f"{slide.source.words} {slide.remarks}".strip()
                for coded in (False, True):
                    at = stage.placed(slide, foot, coded=coded, marked=True)
                    assert at.size >= stage.LEAST
                    if at.box is not None:
                        scale = at.box.width / at.box.scene.width
                        assert stage.smallest(at.box.scene) * scale >= stage.LEAST


def test_every_region_fits(shared: Shared) -> None:
    edition = shared.edition("shipped")
    for code in regions.CODES:
        for name in presenting.named("regio").slides:
            slide = deck.slide(edition, presenting.slide(name), code)
            stage.placed(slide, f"{slide.source.words} {slide.remarks}".strip(), coded=True, marked=True)


def test_a_file_is_small_whole_and_fetches_nothing(shared: Shared) -> None:
    with store_at(shared("shipped")):
        for one in decks(editions.find()):
            html = files.written(one)
            assert len(html.encode()) < 2_000_000
            assert html.count('<section class="slide') == len(one.slides) + 2
            fetched = re.findall(r"""(?:src|href)=["']?([^"'> ]+)|url\(([^)]+)\)|@import""", html)
            for pair in fetched:
                found = "".join(pair)
                assert found.startswith(("data:", "#", "window", "shape")), found
            assert "http://www.w3.org/2000/svg" in html
            assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", re.sub(r"<script>.*</script>", "", html))


def test_every_slide_has_message_drawing_source_and_note(shared: Shared) -> None:
    with store_at(shared("shipped")):
        for one in decks(editions.find()):
            told = " ".join(visible(files.written(one)).split())
            for slide in (*one.slides, one.map):
                for sentence in slide.said:
                    assert sentence.words in told, slide.name
                for part in (slide.source.words, slide.note, slide.caption):
                    assert part in told, slide.name
                if slide.is_example:
                    assert "Voorbeeld: verzonnen cijfers" in told


@pytest.mark.parametrize("name", ["shipped", "one_region", "mixed"])
def test_every_number_in_a_file_is_one_of_the_edition_and_none_is_left_out(shared: Shared, name: str) -> None:
    """Drawn, said, noted or under a slide: the numbers of what it says, and its figures as asked of the edition."""
    with store_at(shared(name)):
        edition = editions.find()
        for one in decks(edition):
            html = files.written(one)
            shown = re.findall(r'<section class="slide .*?</section>', html, re.DOTALL)
            assert len(shown) == len(one.slides) + 2
            for markup, slide in zip(shown[1:], (*one.slides, one.map), strict=True):
                told, scene = numbers(visible(_MARKS.sub(r"> \1 <", markup))), drawn(slide)
                said = [*(each.words for each in slide.said), slide.source.words, slide.remarks, slide.note]
                if slide is one.map:
                    said += [" ".join((each.name, *chain(*each.facts))) for each in one.places]
                expected = numbers(" ".join([*said, slide.caption, *slide.aloud, *words(scene)]))
                assert expected - told == set(), slide.name
                assert told - expected <= numbers(f"{slide.title} {len(shown)}") | _PLACES, slide.name
                if scene is not None and slide is not one.map:
                    shown_figures = [(fact.value.removesuffix(" (voorbeeld)"), fact.status) for fact in scene.facts]
                    asked = of_edition(edition, slide.name, one.region)
                    assert sorted(map(str, shown_figures)) == sorted(map(str, asked)), slide.name


def drawn(slide: deck.Slide) -> Scene | None:
    """The drawing as it stands on the slide."""
    at = stage.placed(slide, f"{slide.source.words} {slide.remarks}".strip(), coded=False, marked=True)
    return None if at.box is None else at.box.scene


def words(scene: Scene | None) -> Iterator[str]:
    """All that a drawing says: its words, and what is told of a mark to who points at it."""
    for mark in walk(scene.marks if scene else ()):
        yield from filter(None, (mark.tip, mark.words if isinstance(mark, Text) else ""))


def of_edition(edition: Edition, name: str, region: str) -> list[tuple[str, Status]]:
    """The figures of the drawing of a slide, asked of the edition itself."""
    one = presenting.slide(name)
    expected = borging(one.element) if one.drawing == "borging-kaart" else EXPECTED[one.drawing]
    return expected(deck.view_of(edition, one, region if one.regional else "")) if expected else []


def test_the_code_leads_to_the_page_of_the_drawing(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_URL", "https://monitor.example.nl")
    files.written.cache_clear()
    with store_at(shared("shipped")):
        one = deck.of(editions.find(), "werkgever")
        html = files.written(one)
    files.written.cache_clear()
    found = [unescape(code) for code in re.findall(r'data-address="([^"]+)"', html)]
    assert found == [
        f"https://monitor.example.nl/{path}" for path in ("", *(s.address for s in (*one.slides, one.map)))
    ]


def test_names_of_people_and_places_are_escaped(shared: Shared) -> None:
    with store_at(shared("shipped")):
        one = deck.of(editions.find(), "werkgever")
        html = files.written(one, "<b>CONCEPT</b>, voor <i>Jansen</i>")
    assert "<b>CONCEPT" not in html and "&lt;b&gt;CONCEPT" in html


def test_the_mark_of_a_concept_is_on_every_slide(shared: Shared) -> None:
    with store_at(shared("shipped")):
        one = deck.of(editions.find(), "stuurgroep")
        html = files.written(one, "CONCEPT, niet openbaar")
    assert html.count('<p class="over" aria-hidden="true">CONCEPT') == len(one.slides) + 2


def test_the_command_writes_the_file(
    shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SDW_URL", raising=False)
    with store_at(shared("shipped")):
        label = editions.find().label
        words = ["export", "hall", "--edition", label, "--set", "werkgever", "--out", "zaal.html"]
        assert command_line.main(words) == 0
        assert "7 dia's" in capsys.readouterr().err
        assert Path("zaal.html").read_text(encoding="utf-8") == files.written(deck.of(editions.find(), "werkgever"))
        assert command_line.main(["export", "hall", "--set", "regio", "--region", "Twente"]) == 0
        assert [one.name for one in Path().glob("sdw-*.html")] == [f"sdw-{label}-zaal-regio-am05-voorbeeld.html"]
        picked = ["export", "hall", "--set", "stuurgroep", "--slides", "doelen, verzuim", "--out", "twee.html"]
        assert command_line.main(picked) == 0
        assert Path("twee.html").read_text(encoding="utf-8").count('<section class="slide') == 4


@pytest.mark.parametrize(
    ("words", "told", "code"),
    [
        (["--set", "burger"], "werkgever, professional", 1),
        (["--set", "regio"], "--region AM05", 1),
        (["--set", "regio", "--region", "Narnia"], "Bedoelt u", 1),
        (["--set", "werkgever", "--slides", "nergens"], "verwacht-gestart", 1),
        (["--set", "werkgever", "--edition", "1999-najaar"], "1999-najaar", 1),
        ([], "--set", 2),
    ],
)
def test_a_wrong_call_is_told_in_dutch(
    shared: Shared, words: list[str], told: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with store_at(shared("shipped")):
        assert command_line.main(["export", "hall", *words]) == code
    assert told in capsys.readouterr().err


def test_tables_still_need_a_folder(shared: Shared, capsys: pytest.CaptureFixture[str]) -> None:
    with store_at(shared("shipped")):
        assert command_line.main(["export"]) == 1
    assert "--output" in capsys.readouterr().err


def test_the_words_of_the_script_are_all_there() -> None:
    """What the script asks of its page, the page has: a key that is not there says 'undefined' in a hall."""
    script = (Path(files.__file__).parent / "hall.js").read_text(encoding="utf-8")
    assert set(re.findall(r"words\.([a-z]+)", script)) == set(writer.SAID)
