"""What a person designed for the map: the tile grid and the short names.

The tiles stand for the 35 regions at equal size: Friesland at the top, Zuid-Limburg at the bottom, the
coast on the left. Neighbours are on tiles that touch wherever the grid allows it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of one region on the tile grid, and its names from long to short."""

    code: str
    column: int  #: 0 = west
    row: int  #: 0 = north
    label: tuple[str, ...]  #: lines on a tile, and on the map where they fit
    brief: str  #: one word for a small tile


_GRID = """
.    .    .    .    AM02 AM01
.    .    AM15 AM11 AM36 AM03
.    AM37 AM17 AM12 AM06 AM05
.    AM19 AM18 AM14 AM38 AM09
AM21 AM34 AM20 AM13 AM07 .
AM22 AM23 AM35 AM10 AM08 .
AM24 AM25 AM26 AM27 AM29 .
.    .    AM28 AM32 AM33 .
.    .    .    .    AM30 .
"""

_NAMES = {
    "AM01": ("Groningen", "Groning."),
    "AM02": ("Friesland", "Friesl."),
    "AM03": ("Drenthe", "Drenthe"),
    "AM05": ("Twente", "Twente"),
    "AM06": ("Veluwe|Stedendriehoek", "Veluwe"),
    "AM07": ("Midden-|Gelderland", "M-Geld."),
    "AM08": ("Rijk van|Nijmegen", "Nijmeg."),
    "AM09": ("Achterhoek", "Achterh."),
    "AM10": ("Rivierenland", "Rivier."),
    "AM11": ("Flevoland", "Flevol."),
    "AM12": ("Gooi en|Vechtstreek", "Gooi"),
    "AM13": ("Midden-|Utrecht", "Utrecht"),
    "AM14": ("Amersfoort", "Amersf."),
    "AM15": ("Noord-Holland|Noord", "NH-Nrd"),
    "AM17": ("Zaanstreek/|Waterland", "Zaanstr."),
    "AM18": ("Groot|Amsterdam", "A'dam"),
    "AM19": ("Holland|Rijnland", "Rijnland"),
    "AM20": ("Midden-|Holland", "M-Holl."),
    "AM21": ("Haaglanden", "Haagl."),
    "AM22": ("Rijnmond", "Rijnm."),
    "AM23": ("Drechtsteden", "Drecht."),
    "AM24": ("Zeeland", "Zeeland"),
    "AM25": ("West-|Brabant", "W-Brab."),
    "AM26": ("Midden-|Brabant", "M-Brab."),
    "AM27": ("Noordoost-|Brabant", "NO-Br."),
    "AM28": ("Zuidoost-|Brabant", "ZO-Br."),
    "AM29": ("Noord-|Limburg", "N-Limb."),
    "AM30": ("Zuid-|Limburg", "Z-Limb."),
    "AM32": ("Helmond-|De Peel", "Helmond"),
    "AM33": ("Midden-|Limburg", "M-Limb."),
    "AM34": ("Zuid-Holland|Centraal", "ZH-Cen."),
    "AM35": ("Gorinchem", "Gorinch."),
    "AM36": ("Regio Zwolle", "Zwolle"),
    "AM37": ("Zuid-Kennem.|en IJmond", "IJmond"),
    "AM38": ("FoodValley", "FoodV."),
}


def _read() -> dict[str, Layout]:
    rows = [line.split() for line in _GRID.strip().splitlines()]
    return {
        code: Layout(code, column, row, tuple(_NAMES[code][0].split("|")), _NAMES[code][1])
        for row, cells in enumerate(rows)
        for column, code in enumerate(cells)
        if code != "."
    }


#: By code, in the order of the grid: north to south, west to east.
LAYOUT: dict[str, Layout] = _read()
