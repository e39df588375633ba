"""The pages of the menu, declared once: menu, routes, filters and tests loop over this list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sdw.text.dutch import say


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `name` is its file in `pages/` and its URL; `uses` are the filters it shows.

    `indicator` is the one whose periods it offers when the reader does not choose an indicator.
    `needs_region` makes it open on a region when the link names none. `offers` are the indicators that it can
    show; empty for every indicator of the map. `sets` are names of the view that it can change without a filter.
    `regional` is False for a page without figures of regions: everything on it is real. `adds` are names of which a
    reader may choose several values at once, to add up.
    """

    name: str
    uses: tuple[str, ...] = ()
    indicator: str = "gestart"
    needs_region: bool = False
    offers: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    regional: bool = True
    adds: tuple[str, ...] = ()

    @property
    def entry(self) -> str:
        """Its word in the menu."""
        return say(f"page.{self.name}.menu")

    @property
    def title(self) -> str:
        """Its heading: a question or a statement."""
        return say(f"page.{self.name}.title")

    @property
    def file(self) -> str:
        """Its file, beside `dashboard.py`."""
        return str(Path("pages") / f"{self.name}.py")


ALL: tuple[Page, ...] = (
    Page("overzicht", uses=("periode",), sets=("regio",)),
    Page("regiokaart", uses=("indicator", "periode", "methode", "doelgroep", "regio")),
    Page("doelen", uses=("periode", "regio")),
    Page(
        "ips",
        uses=("indicator", "maanden", "doelgroep", "regio"),
        indicator="werk_12u",
        offers=("werk_12u", "werk_1u"),
    ),
    Page("verzuim", uses=("sector",), indicator="verzuim", regional=False),
    Page(
        "regio",
        uses=("regio", "periode"),
        needs_region=True,
        sets=("methode", "doelgroep"),
        adds=("methode", "doelgroep"),
    ),
    Page("stuurgroep"),
    Page("borging"),
    Page("presenteren", uses=("regio",)),
    Page("gegevens", sets=("regio",)),
    Page("verantwoording"),
)

#: The page that says what is real, what is an example, and what every figure means.
EXPLANATION = "verantwoording"

_BY_NAME = {page.name: page for page in ALL}


def by_name(name: str) -> Page:
    """The page with this name. An unknown name is our bug: KeyError."""
    return _BY_NAME[name]
