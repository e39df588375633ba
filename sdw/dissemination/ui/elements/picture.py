"""A drawing on a page: a picture that a browser fetches by itself and keeps, in a wide form and one for a phone.

The script of the shell (server/shell.js) puts the drawing itself in the place of its picture: in the inks of the
page, with words where a reader points. Without it the picture stays.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode

from markupsafe import Markup

from sdw.dissemination.blocks.drawings import Chart
from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.core.layout import Corner, stamped, titled
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.core.svg import FONT
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.charts.drawings import registry

#: No wider than this is narrow, in CSS pixels; as in `style.css`.
NARROW = 640
#: A drawing grows with the page, but no more than this.
MOST = 1.15
#: Names in the address: the form for a phone, the form for in a page, the digest of what is drawn.
SMALL, INSIDE, DIGEST = "smal", "kaal", "v"
_STYLE = f":root{{color-scheme:light dark;font-family:{FONT}}}" + palette.stylesheet()


def of(chart: Chart) -> Markup:
    """The picture with its words, as wide as there is room for, hardly wider than it was drawn."""
    if not chart.address:
        small = Markup(' data-small="{}"').format(_inside(chart.narrow)) if chart.narrow else Markup()
        return _framed(chart.scene, _inside(chart.scene), small)
    mark = "&" if "?" in chart.address else "?"
    kept = f"{INSIDE}=1&{DIGEST}={digest(chart.scene)}"
    narrow = f"{chart.address}{mark}{SMALL}=1&{kept}"
    # What fits a phone as it is has no other form for one.
    form = (
        Markup() if chart.scene.width < registry.NARROW else Markup('<source media="(max-width:{}px)" srcset="{}">')
    )
    source = form.format(NARROW, narrow)
    chooses = Markup(" data-chooses={}").format(chart.chooses) if chart.chooses else Markup()
    return _framed(chart.scene, f"{chart.address}{mark}{kept}", source=source, chooses=chooses)


def _inside(scene: Scene) -> str:
    """A picture that travels in the page. What keeps foreign markup out of it in the browser takes data out of a
    `srcset`: the form for a phone is an attribute, that only the script reads.
    """
    return "data:image/svg+xml;base64," + b64encode(file(scene).encode()).decode()


def _framed(scene: Scene, address: str, small: str = "", source: str = "", chooses: str = "") -> Markup:
    frame = Markup(
        "<div class=sdw-drawing style=max-width:{}px{}><picture>{}"
        '<img src="{}" alt="{}" width={} height={}{}></picture></div>'
    )
    size = round(scene.width), round(scene.height)
    return frame.format(round(scene.width * MOST), chooses, source, address, words(scene), *size, small)


def words(scene: Scene) -> str:
    """What the drawing says to who cannot see it; the title only where the description lacks it."""
    return scene.description if scene.title in scene.description else f"{scene.title}. {scene.description}"


def file(scene: Scene, mark: str = "") -> str:
    """The drawing as a file that follows the light or dark of where it is shown. mark: that of a concept."""
    return str(svg(stamped(scene, mark), style=_STYLE))


def alone(scene: Scene, source: str, mark: str = "", corner: Corner | None = None) -> str:
    """The drawing with its title and subtitle above it and its source below, for who opens or saves it."""
    told = f"{mark}. {source}" if mark else source
    return str(svg(stamped(titled(scene, told, corner), mark), standalone=True))


def digest(scene: Scene) -> str:
    """Eight characters that change when the drawing does."""
    return hashlib.sha256(file(scene).encode()).hexdigest()[:8]
