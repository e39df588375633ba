"""A drawing inside a page: wide and for a phone, of which the style shows one, so that nothing is fetched for it.

Its marks say their words when pointed at, also without a script. With one a map has the keyboard of that of the
monitor: arrows to the nearest region, its first letters, Enter for its page.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import get_args
from urllib.parse import quote

from markupsafe import Markup

from sdw.dissemination.charts.core import geometry
from sdw.dissemination.charts.core.geometry import View as Form
from sdw.dissemination.charts.core.layout import stamped
from sdw.dissemination.charts.core.scene import Circle, Scene
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.drawings.registry import Choices
from sdw.dissemination.charts.map.classes import Method
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import picture
from sdw.dissemination.ui.server.addresses import REGIONS
from sdw.text.dutch import say

#: Where a region lies: beside a title, without words of its own.
PLACE = "regio-ligging"
#: Drawings with a form per region, and how these lie.
MAPS: dict[str, Form] = {
    **{registry.map_name(form, method): form for form in get_args(Form) for method in get_args(Method)},
    **dict.fromkeys(("overzicht-kaart", "kaart-klein", PLACE, "borging-kaart", "ips-gemeenten"), "kaart"),
}
#: So many points on the lines of a drawing can be pointed at on a phone.
_MOST = 300
_FORM = Markup('<figure class="sdw-drawn"{}>{}<p class="sdw-said" role="status"></p></figure>')
_OPENS = Markup(' data-steps="{}" data-open="{}{}{{}}?uitgave={}" data-further="{}" data-hint="{}"')
_PART = Markup('<div class="{}"{}>{}</div>')


def of(
    name: str, view: View, choices: Choices = (), mark: str = "", *, up: str = "../../"
) -> tuple[Scene, Markup] | None:
    """The drawing of a view: its scene, and both forms of it; None where there is nothing to draw.

    mark: what stands on all that is taken from a concept. up: from the page to the root of the addresses.
    """
    one = registry.find(name, choices)
    wide = one.scene(view)
    if wide is None:
        return None
    narrow = one.narrow(view) if one.narrow else None
    forms = _part("wide", wide, mark, name)
    if narrow is not None:
        forms += _part("small", _for_a_finger(narrow), mark, f"{name}-smal")
    return wide, _FORM.format(_live(name, view, up), forms)


def _part(css: str, scene: Scene, mark: str, name: str) -> Markup:
    size = Markup(' style="max-width:{}px"').format(round(scene.width * picture.MOST))
    return _PART.format(css, size, svg(stamped(scene, mark), name=name))


def _for_a_finger(scene: Scene) -> Scene:
    """Without the points that only say words, where a finger cannot tell these apart: the table has them."""
    kept = tuple(one for one in scene.marks if not (isinstance(one, Circle) and one.ink == one.edge == "none"))
    return replace(scene, marks=kept) if len(scene.marks) - len(kept) > _MOST else scene


def _live(name: str, view: View, up: str) -> Markup:
    """What the script needs: how the arrows go over a map, and where a region leads."""
    if name not in MAPS:
        return Markup(' data-hint="{}"').format(say("light.said"))
    label = quote(view.edition.label, safe="")
    hint = "" if name == PLACE else say("light.said_map")
    return _OPENS.format(_steps(MAPS[name]), up, REGIONS, label, say("light.further"), hint)


@lru_cache(maxsize=8)
def _steps(form: Form) -> str:
    """Per region the ones that the arrows reach (up, right, down, left; '-' at the edge), as JSON."""
    reach = geometry.steps(geometry.load(), form)
    return json.dumps(
        {code: " ".join(one or "-" for one in ways) for code, ways in reach.items()}, separators=(",", ":")
    )
