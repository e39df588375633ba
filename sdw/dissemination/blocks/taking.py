"""To take along what a page shows: under every drawing and table its forms, by an address that anybody can ask.

A drawing has a name in `charts.drawings.registry`; a table that is not the twin of a drawing has one here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from types import MappingProxyType
from urllib.parse import quote, urlencode

from sdw.dissemination.blocks.table import Table, Take
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.drawings.registry import Choices
from sdw.dissemination.figures import tabled
from sdw.dissemination.figures.standing import tabled as standing
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference.areas import regions
from sdw.reference.datasets.state_record import State
from sdw.text.dutch import number, say

_FILES = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table of a page of the menu: its figures of a view, and the names in the link on which they depend.

    `several`: names under which a reader chooses some of a list, parted by commas, and what may be chosen.
    `states`: the states in a table of what is not counted.
    """

    page: str
    uses: tuple[str, ...]
    shown: Callable[[View, Choices], Sequence[Figure]]
    several: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    states: Callable[[View], Sequence[State]] | None = None


def _plain(shown: Callable[[View], Sequence[Figure]]) -> Callable[[View, Choices], Sequence[Figure]]:
    return lambda view, _: shown(view)


def _alike(view: View, choices: Choices) -> Sequence[Figure]:
    chosen = dict(choices).get("naast", "")
    return tabled.alike(view, tuple(filter(None, chosen.split(",")))).used


def _of_states(states: Callable[[View], Sequence[State]]) -> Tabled:
    return Tabled("borging", (), lambda *_: (), states=states)


_PLACE, _REGION = ("periode", "regio"), ("regio",)
#: By name, in the order of the pages.
TABLES: dict[str, Tabled] = {
    "cijfers-op-kaart": Tabled("regiokaart", ("indicator", *_PLACE), _plain(tabled.all_of)),
    "drie-stemmen": Tabled("doelen", (), _plain(tabled.voices)),
    "telling": Tabled("doelen", ("periode",), _plain(tabled.ledgers)),
    "per-methode": Tabled("doelen", _PLACE, _plain(tabled.by_method)),
    "per-doelgroep": Tabled("doelen", _PLACE, _plain(tabled.by_client_group)),
    "ips-startgroepen": Tabled("ips", ("indicator", "doelgroep"), _plain(tabled.by_cohort)),
    "ips-uit-beeld": Tabled("ips", ("indicator", "maanden", "doelgroep"), _plain(tabled.in_sight)),
    "verzuim-grootte": Tabled("verzuim", (), _plain(tabled.by_size)),
    "verzuim-drie-jaar": Tabled("verzuim", ("sector",), _plain(tabled.by_quarter)),
    "uitkeringen-jaren": Tabled("verzuim", (), _plain(tabled.by_december)),
    "regio-drie-stemmen": Tabled("regio", _REGION, _plain(tabled.voices)),
    "cijfers": Tabled("regio", _PLACE, _plain(tabled.all_of)),
    "regios-ernaast": Tabled("regio", _PLACE, _alike, {"naast": regions.CODES}),
    "regio-gemeenten": Tabled("regio", _REGION, _plain(tabled.of_municipalities)),
    "speerpunten": _of_states(standing.priorities),
    "activiteiten": _of_states(standing.activities),
    "borging-bewogen": _of_states(standing.moved),
    "veranderd": Tabled("stuurgroep", (), _plain(tabled.moved)),
    "veranderd-per-uitgave": Tabled("stuurgroep", (), _plain(tabled.moved_per_edition)),
    "veranderd-per-regio": Tabled("stuurgroep", (), _plain(tabled.changed_regions)),
}


@lru_cache(maxsize=256)
def take(name: str, view: View, choices: Choices = ()) -> Take:
    """The forms of the drawing of this name: a page about it, itself, its figures."""
    scene = registry.find(name, choices).scene(view)
    forms = [(say("take.page"), ""), (say("take.drawing"), ".svg"), (say("take.picture"), ".png")]
    links = [(words, registry.address(name, view, form, choices)) for words, form in forms]
    rows = len(shown(name, view, choices)) or len(stated(name, view, choices))
    files = _files(rows, partial(registry.address, name, view, choices=choices))
    return Take(scene.title if scene else "", (*links, *files))


def factsheet(view: View, place: str) -> Take:
    """The region of a view on one page. place: its name in the edition."""
    words = say("take.factsheet", region=place)
    period = {"periode": view.period} if view.period else {}
    return Take(words, ((words, _paper(view.edition, "regio.pdf", {"regio": view.region, **period})),))


def factsheets(edition: Edition) -> Take:
    """All regions, each on one page."""
    words = say("take.factsheets")
    return Take(words, ((words, _paper(edition, "regios.zip")),))


def everything(edition: Edition) -> Take:
    """All tables as one workbook."""
    words = say("take.everything")
    return Take(words, ((words, f"f/{quote(edition.label, safe='')}/alles.xlsx"),))


def packs(edition: Edition) -> Take:
    """The packs for the steering group and for the ministries."""
    told = [(say(f"take.pack_{name}"), _paper(edition, f"{name}.pdf")) for name in ("stuurgroep", "rijk")]
    return Take(say("page.stuurgroep.title"), tuple(told))


def _paper(edition: Edition, file: str, asked: Mapping[str, str] = MappingProxyType({})) -> str:
    """Where a document is asked for, relative to a page."""
    return f"p/{quote(edition.label, safe='')}/{file}" + (f"?{urlencode(asked)}" if asked else "")


def shown(name: str, view: View, choices: Choices = ()) -> Sequence[Figure]:
    """The published figures in the drawing or table of this name; none in one of research that others published."""
    if name in TABLES:
        return TABLES[name].shown(view, choices)
    figures_of = registry.find(name, choices).shown
    return () if figures_of is None else figures_of(view)


def stated(name: str, view: View, choices: Choices = ()) -> Sequence[State]:
    """The states in the drawing or table of this name; none in one of figures."""
    states_of = TABLES[name].states if name in TABLES else registry.find(name, choices).states
    return () if states_of is None else states_of(view)


def with_files(name: str, view: View, content: Table, choices: Choices = ()) -> Table:
    """The table with a line to take its figures along; without one where it has none."""
    count = len(shown(name, view, choices)) or len(stated(name, view, choices))
    links = _files(count, partial(_address, name, view, choices))
    return replace(content, take=Take(content.caption, links)) if count else content


def files_of(name: str, view: View, title: str) -> tuple[Take, ...]:
    """A line to take along what is shown in another form than a table; nothing where there is nothing to take."""
    links = _files(len(stated(name, view)), partial(_address, name, view, ()))
    return (Take(title, links),) if links else ()


def as_drawn(name: str, view: View, content: Table) -> Table:
    """A table with the figures of a drawing elsewhere on the page, with the files of that drawing."""
    rows = len(shown(name, view)) or len(stated(name, view))
    links = _files(rows, partial(registry.address, name, view))
    return replace(content, take=Take(content.caption, links)) if links else content


def uses(name: str) -> tuple[str, ...]:
    """The names in the link on which the drawing or table of this name depends."""
    return TABLES[name].uses if name in TABLES else registry.ALL[name].uses


def _files(rows: int, address: Callable[..., str]) -> tuple[tuple[str, str], ...]:
    if not rows:
        return ()
    csv = say("take.csv_one") if rows == 1 else say("take.csv", rows=number(rows))
    return tuple((words, address(form=form)) for words, form in zip((csv, say("take.xlsx")), _FILES, strict=True))


def _address(name: str, view: View, choices: Choices, form: str) -> str:
    said = view.said()
    asked = urlencode([*((one, said[one]) for one in TABLES[name].uses if said[one]), *choices], safe=",")
    return f"f/{quote(view.edition.label, safe='')}/{name}{form}" + (f"?{asked}" if asked else "")
