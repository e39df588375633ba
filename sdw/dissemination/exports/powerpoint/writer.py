"""A deck as a PowerPoint file: the slides of the hall, and after them the figures of each as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation
from pptx.slide import Slide as Sheet

from sdw.dissemination.blocks.presenting.deck import Deck, Slide
from sdw.dissemination.blocks.presenting.plot import Plot
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.exports import qr
from sdw.dissemination.exports.powerpoint import charts, drawn, freeform, package, shapes, stage, tables, template
from sdw.dissemination.exports.powerpoint.shapes import EMU, Numbers, Words
from sdw.dissemination.exports.powerpoint.sheet import Said
from sdw.dissemination.exports.powerpoint.stage import LEAST, Placed
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.sentences import wording
from sdw.edition import paths
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.text.dutch import day, number, say

#: The watermark: how large, and how strong.
_OVER, _FAINT = (60.0, 48.0, 40.0, 32.0, LEAST), 0.18
_OVER_BOX = (140, 240, 1000, 240)
#: The sizes of the title of a deck, and how high it may become.
_TITLES, _TITLE_ROOM = (64.0, 48.0, 40.0, stage.MESSAGE, LEAST), 300.0
_SOURCE, _TOLD = 10, 11
#: How high the title of a table may be before its letters are smaller.
_HEADING = 150.0
#: The most letters that a property of a package may have.
_PROPERTY = 255


@dataclass(slots=True)
class _Page:
    """A slide while it is made: `place` counts from one."""

    sheet: Sheet
    place: int
    numbers: Numbers = field(default_factory=Numbers)

    def add(self, xml: str) -> None:
        """One more shape, over those that are there."""
        self.sheet.shapes._spTree.append(shapes.element(xml))


def of(deck: Deck, mark: str = "") -> bytes:
    """The whole file. mark: what stands on everything that is taken from a concept; '' for a public edition."""
    presentation = template.empty()
    _said_of(presentation, deck)
    every = [*deck.slides, _whole_map(deck)]
    _first(presentation, deck, mark)
    for one in every:
        _slide(presentation, deck, one, mark)
    known: list[Table] = []
    for one in every:
        table = _table_of(deck, one)
        if table is not None and table not in known:
            known.append(table)
            _tabled(presentation, deck, one, table, mark)
    return package.written(presentation)


def _whole_map(deck: Deck) -> Slide:
    """The map with every region: in a hall a presenter types letters, here nobody can."""
    said = (replace(deck.map.said[0], words=say("powerpoint.map_message")),)
    return replace(deck.map, said=said, note=say("powerpoint.map_note"))


def _said_of(presentation: Presentation, deck: Deck) -> None:
    """What the file says of itself: whose it is, of which edition, and no hour and no person."""
    told, when = presentation.core_properties, deck.edition.published_at.replace(tzinfo=None, microsecond=0)
    told.title, told.author = shapes.clean(deck.title)[:_PROPERTY], say("frame.product")
    told.last_modified_by, told.revision = say("frame.product"), 1
    told.subject, told.language = _edition(deck), "nl-NL"
    told.created = told.modified = when
    if deck.edition.is_concept:
        told.content_status = say("concept.word")


def _edition(deck: Deck) -> str:
    key = "present.concept" if deck.edition.is_concept else "present.edition"
    return say(key, label=deck.edition.label, date=day(deck.edition.published_at.date()))


def _begun(presentation: Presentation, layout: int, mark: str) -> _Page:
    """A slide without anything but the mark of a concept, behind all that comes."""
    sheet = presentation.slides.add_slide(presentation.slide_layouts[layout])
    for one in list(sheet.placeholders):
        one._element.getparent().remove(one._element)
    page = _Page(sheet, len(presentation.slides))
    if mark:
        head = shapes.named(page.numbers.next(), say("powerpoint.over"), has_words=True)
        size = stage.fitting(mark, _OVER, _OVER_BOX[2], _OVER_BOX[3])
        words = Words(mark, size, "accent", True, "ctr", strength=_FAINT)
        page.add(shapes.text_box(head, shapes.emu(_OVER_BOX), [words], turned=-15 * 60_000))
    return page


def _first(presentation: Presentation, deck: Deck, mark: str) -> None:
    """What is shown while people come in: the title, the edition, and whether anything is invented."""
    page = _begun(presentation, template.TITLE, mark)
    size = stage.fitting(deck.title, _TITLES, stage.ROOM, _TITLE_ROOM)
    title = [Words(deck.title, size, "primary", True)]
    page.add(shapes.placeholder(page.numbers.next(), say("powerpoint.title"), "ctrTitle", None, None, title))
    under = [Words(f"{say('frame.product')}. {_edition(deck)}.", 32, after=10)]
    under += [Words(say("present.opening_example"), 32, "accent", True)] if deck.is_example else []
    page.add(shapes.placeholder(page.numbers.next(), say("powerpoint.subtitle"), "subTitle", 1, None, under))
    _ended(page, "", _address(deck, ""), [say("powerpoint.opening_note")])


def _slide(presentation: Presentation, deck: Deck, slide: Slide, mark: str) -> None:
    """The slide; where what it says does not fit beside its drawing, that goes before it on slides of its own."""
    plot = slide.plot() if slide.chart else None
    foot = _foot(deck, slide)
    gaps = " ".join(plot.gaps) if plot else ""
    coded, marked = bool(_address(deck, slide.address)), deck.edition.has_examples
    try:
        at = stage.placed(slide, foot, gaps, coded=coded, marked=marked)
    except stage.NoRoomError:
        named, gaps, said = stage.bare(slide, gaps)
        _continued(presentation, deck, slide, said, foot, mark)
        if slide.chart is None:
            return
        slide, foot = named, "" if stage.is_long(foot) else foot
        at = stage.placed(slide, foot, gaps, coded=coded, marked=marked)
    _message(_begun(presentation, template.MESSAGE, mark), deck, slide, plot, at, foot, gaps, mark)


def _continued(
    presentation: Presentation, deck: Deck, slide: Slide, said: Sequence[str], foot: str, mark: str
) -> None:
    """Words alone, over as many slides as they need; under each its source, which comes after them where it is
    too long for that.
    """
    if stage.is_long(foot):
        said, foot = [*said, foot], ""
    under = stage.foot(foot, coded=False)
    top = stage.TOP + stage.MARK * deck.edition.has_examples
    parts = stage.continued(said, top, under)
    for place, part in enumerate(parts, start=1):
        page = _begun(presentation, template.MESSAGE, mark)
        name = say("powerpoint.continued", title=slide.title, place=number(place), count=number(len(parts)))
        title = stage.height(name, stage.MESSAGE, stage.ROOM, bold=True)
        box = (stage.LEFT, top, stage.ROOM, title)
        words = [Words(name, stage.MESSAGE, "text", True)]
        page.add(shapes.placeholder(page.numbers.next(), say("powerpoint.title"), "title", None, box, words))
        _marked(page, deck, slide)
        y = top + title + stage.GAP
        told = [Words(one, LEAST, after=stage.PART) for one in part]
        body = (stage.LEFT, y, stage.ROOM, under[1] - stage.GAP - y)
        page.add(shapes.placeholder(page.numbers.next(), say("powerpoint.body"), "body", _TOLD, body, told))
        _ended(page, foot, "", [slide.note, *slide.aloud], under)


def _message(
    page: _Page, deck: Deck, slide: Slide, plot: Plot | None, at: Placed, foot: str, gaps: str, mark: str
) -> None:
    said = [Words(one.words, at.told.size, "text", True, after=stage.PART) for one in at.told.message]
    page.add(shapes.placeholder(page.numbers.next(), say("powerpoint.title"), "title", None, at.title, said))
    _marked(page, deck, slide)
    if at.rest:
        rest = [Words(one.words, LEAST, "text", one.tone == "lead", after=stage.PART) for one in at.told.rest]
        page.add(shapes.placeholder(page.numbers.next(), say("powerpoint.body"), "body", _TOLD, at.rest, rest))
    if at.caption:
        _words(page, say("powerpoint.caption"), at.caption, Words(slide.caption, LEAST, "text", True))
    _drawn(page, deck, slide, at, plot, mark)
    if at.gaps:
        _words(page, say("powerpoint.gaps"), at.gaps, Words(gaps, LEAST, "quiet"))
    _ended(page, foot, _address(deck, slide.address), [slide.note, *slide.aloud], at.foot)


def _marked(page: _Page, deck: Deck, slide: Slide) -> None:
    """Above a message: whether its figures are invented, in an edition in which some are."""
    if deck.edition.has_examples:
        kind, ink = ("example", "accent") if slide.is_example else ("real", "quiet")
        words = Words(say(f"present.mark_{kind}"), LEAST, ink, True)
        _words(page, say("powerpoint.mark"), (stage.LEFT, stage.TOP, stage.ROOM, stage.MARK), words)


def _words(page: _Page, name: str, box: shapes.Box, words: Words) -> None:
    head = shapes.named(page.numbers.next(), name, has_words=True)
    page.add(shapes.text_box(head, shapes.emu(box), [words]))


def _drawn(page: _Page, deck: Deck, slide: Slide, at: Placed, plot: Plot | None, mark: str) -> None:
    if at.drawing is None or slide.chart is None:
        return
    told = f"{slide.chart.scene.title}. {slide.chart.scene.description}"
    if plot is not None:
        said = _of_sheet(deck, slide, plot, mark)
        charts.add(page.sheet, plot, at.drawing, say("powerpoint.chart"), " ".join((told, *plot.gaps)), said)
        page.numbers.last = max(int(one) for one in page.sheet.shapes._spTree.xpath("//p:cNvPr/@id"))
    elif at.scene is not None:
        page.add(drawn.group(at.scene, page.numbers, at.drawing, say("powerpoint.map"), told))


def _of_sheet(deck: Deck, slide: Slide, plot: Plot, mark: str) -> Said:
    """What the figures inside a chart say of themselves, also where somebody takes them out of it."""
    kind = "example" if slide.is_example else "real"
    state = say(f"present.mark_{kind}") if deck.edition.has_examples else ""
    title = say("powerpoint.sheet_title", title=slide.title)
    edition = _edition(deck)
    about = (title, state, f"{say('frame.product')}. {edition}.", _foot(deck, slide), " ".join(plot.gaps), mark)
    return Said(
        shapes.clean(title),
        edition,
        ". ".join(filter(None, (state, say("concept.word") if deck.edition.is_concept else ""))),
        deck.edition.published_at.replace(tzinfo=None, microsecond=0),
        tuple(map(shapes.clean, filter(None, about))),
    )


def _foot(deck: Deck, slide: Slide) -> str:
    """Source, coverage, edition and date; what the marks mean; the code under which the figures are found again."""
    code = ""
    if slide.figures and not deck.edition.is_concept:
        code = say("powerpoint.code", code=validity.code(deck.edition, slide.figures))
    return " ".join(filter(None, (slide.source.words, slide.remarks, code)))


def _address(deck: Deck, path: str) -> str:
    """The page of a drawing; nothing where visitors have no address for it."""
    return f"{paths.url()}/{path}" if paths.url() and not deck.edition.is_concept else ""


def _ended(page: _Page, foot: str, address: str, notes: Sequence[str], box: shapes.Box | None = None) -> None:
    """What every slide ends with: source, code to an address ('' for none), number, and what a speaker says."""
    if foot:
        words = [Words(foot, LEAST, "quiet")]
        page.add(shapes.placeholder(page.numbers.next(), say("powerpoint.source"), "body", _SOURCE, box, words))
    if address:
        _code(page, address)
    page.add(shapes.slide_number(page.numbers.next(), say("powerpoint.number"), page.place))
    _noted(page, notes)


def _code(page: _Page, address: str) -> None:
    """The code that leads a telephone to the page, as one freeform; who clicks on it goes there too."""
    found = qr.of(address)
    side = stage.CODE / found.side * EMU
    x, y = (stage.LEFT + stage.ROOM - stage.NUMBER - stage.CODE) * EMU, (shapes.HEIGHT - 14 - stage.CODE) * EMU
    form = freeform.of(freeform.contours(found.data), lambda a, b: (x + a * side, y + b * side))
    link = page.sheet.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    head = shapes.named(page.numbers.next(), say("present.code"), f"{say('present.code')}: {address}", link)
    page.add(shapes.freeform(head, form, shapes.fill("text") + shapes.line("none", 0)))


def _noted(page: _Page, notes: Sequence[str]) -> None:
    """Speaker notes, in Dutch."""
    said = page.sheet.notes_slide
    for one, name in zip(said.placeholders, ("powerpoint.notes_picture", "powerpoint.notes"), strict=True):
        one._element.nvSpPr.cNvPr.set("name", say(name))
    frame = said.notes_text_frame
    if frame is None:
        raise ValueError("a template without notes")
    body = frame._txBody
    for old in list(body.p_lst):
        body.remove(old)
    for words in filter(None, notes):
        paragraph = shapes.element(shapes.plain(words))
        body.append(paragraph)


def _table_of(deck: Deck, slide: Slide) -> Table | None:
    """The figures of its drawing as they are written: of a chart its own table, of a map each region."""
    if slide.chart is None:
        return None
    if slide.name == deck.map.name:
        return _places(deck)
    plot = slide.plot()
    if plot is not None:
        return replace(plot.table, caption=_caption(slide))
    facts = [(one.label, one.value) for one in slide.chart.scene.facts]
    what = "powerpoint.region"
    if not facts:  # a map that only says where a region lies: what its slide says of that
        what, facts = "powerpoint.what", [(_called(one), wording.shown(one)) for one in slide.figures]
    return Table(_caption(slide), (say(what), say("powerpoint.value")), facts) if facts else None


def _caption(slide: Slide) -> str:
    """The name of a slide, with what its drawing is called: that alone does not say what it is of."""
    drawing = slide.chart.scene.title if slide.chart is not None else ""
    return say("powerpoint.of_slide", slide=slide.title, drawing=drawing)


def _called(figure: Figure) -> str:
    """'Gestarte trajecten, Twente, 2025'."""
    return f"{catalogue.by_id(figure.indicator).label}, {figure.place}, {wording.period(figure.period)}"


def _places(deck: Deck) -> Table | None:
    """Every region by name, with what a presenter can tell of it."""
    names = list(dict.fromkeys(name for place in deck.places for name, _ in place.facts))
    if not names:
        return None
    rows = [(place.name, *(dict(place.facts).get(name, "") for name in names)) for place in deck.places]
    return Table(say("powerpoint.places"), (say("powerpoint.region"), *names), rows)


def _tabled(presentation: Presentation, deck: Deck, slide: Slide, table: Table, mark: str) -> None:
    """The table over as many slides as it needs, two parts of it beside one another where there is room."""
    foot = _foot(deck, slide)
    if stage.is_long(foot):
        foot = ""  # it stands before the drawing of these figures, over slides of its own
    under = stage.foot(foot, coded=False)
    top = stage.TOP + stage.MARK * deck.edition.has_examples
    longest = _part(table.caption, 1, 2)
    size = stage.fitting(longest, (stage.MESSAGE, LEAST), stage.ROOM, _HEADING)
    title = stage.height(longest, size, stage.ROOM, bold=True)
    head = tables.head(table, stage.ROOM)
    row = max((tables.tall(table, one, stage.ROOM) for one in table.rows), default=tables.ROW)
    most = max(1, int((under[1] - top - title - 2 * stage.GAP - head) // row))
    wide = sum(tables.widths(table, stage.ROOM))
    columns = 2 if 2 * wide + 60 <= stage.ROOM and len(table.rows) > most else 1
    parts = stage.pages(table.rows, most)
    for start in range(0, len(parts), columns):
        page = _begun(presentation, template.TABLE, mark)
        box = (stage.LEFT, top, stage.ROOM, title)
        said = [Words(_part(table.caption, start // columns, -(-len(parts) // columns)), size, "text", True)]
        page.add(shapes.placeholder(page.numbers.next(), say("powerpoint.title"), "title", None, box, said))
        _marked(page, deck, slide)
        for place, rows in enumerate(parts[start : start + columns]):
            at = (stage.LEFT + place * (wide + 60), top + title + stage.GAP)
            name = say("powerpoint.table")
            page.add(tables.frame(page.numbers.next(), table, rows, at, stage.ROOM, name))
        _ended(page, foot, "", [say("powerpoint.table_note", title=slide.title)], under)


def _part(caption: str, place: int, count: int) -> str:
    """The title of a slide with a table: no two slides have the same."""
    if count == 1:
        return say("powerpoint.in_figures", caption=caption)
    return say("powerpoint.part", caption=caption, place=number(place + 1), count=number(count))
