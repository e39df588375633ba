"""Bullet rows as a table, of which the second column is the drawing: picture and twin in one.

On a wide screen the rows stand in two columns (`style.css`); the second head is only there for the eye.
"""

from __future__ import annotations

from markupsafe import Markup

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.targets.bullet import Bullets, Row
from sdw.edition.figures import Figure
from sdw.text.dutch import number, say

#: From so many rows on they stand in two columns where there is room.
_MANY = 12
_TABLE = Markup(
    "<h{0}>{1}</h{0}><p class=sdw-quiet>{2}</p>"
    '<table class="{3}" style=--max:{4:.6g}{5}>'
    "<thead><tr>{6}{7}<tbody>{8}</table>"
)


def html(bullets: Bullets | None, level: int = 3) -> Markup:
    """As a table under a heading of this level; '' where there is nothing to draw."""
    if bullets is None:
        return Markup()
    many = len(bullets.rows) >= _MANY
    columns = (f"n{i}" for i in range(2, len(bullets.names) + 2))
    paced = bullets.bars[1] == 2
    aimed = any(row.aim for row in bullets.rows)
    css = " ".join(("sdw-table sdw-bullets", *columns, *["aimed"] * aimed, *["paced"] * paced, *["many"] * many))
    aim = f";--at:{bullets.target}" if bullets.target else ""
    aim += f";--half:{(len(bullets.rows) + 1) // 2}" if many else ""
    heads = Markup().join(map(Markup("<th>{}").format, bullets.names))
    head = Markup("<th>{}<td aria-hidden=true>{}{}").format(bullets.first, _axis(bullets), heads)
    again = Markup("<tr aria-hidden=true>{}").format(head) if many else Markup("")
    rows = Markup().join(_row(row, bullets) for row in bullets.rows)
    return _TABLE.format(level, bullets.title, bullets.subtitle, css, bullets.longest, aim, head, again, rows)


def _axis(bullets: Bullets) -> Markup:
    marks = Markup().join(Markup("<i style=--to:{}>{}</i>").format(mark, number(mark)) for mark in bullets.marks)
    if not bullets.target:
        return marks
    return marks + Markup("<b>{}</b>").format(say("chart.target", target=number(bullets.target)))


def _row(row: Row, bullets: Bullets) -> Markup:
    mark = Markup(' class=me aria-current="true"') if row.marked else ""
    cells = Markup().join(_cell(*one) for one in row.spans)
    return Markup("<tr{}><th>{}<td{}{}").format(mark, row.name, _bars(row, bullets), cells)


def _bars(row: Row, bullets: Bullets) -> Markup:
    """Each bar an element, as long as is counted, after the end of the opening tag; a missing one is not there."""
    bars = [
        (name, tag, one.value)
        for name, tag, one in (("a", "i", row.started), ("b", "b", row.durable))
        if one.value is not None
    ]
    places = [f"--{name}:{value:.6g}" for name, _, value in bars]
    tags = [tag for _, tag, _ in bars]
    for names, tag, (expected, _) in zip(("leh", "mfn"), ("s", "u"), row.paces, strict=False):
        ends = (expected.low, expected.value, expected.high)
        if None not in ends:
            places += [f"--{name}:{end or 0:.0f}" for name, end in zip(names, ends, strict=True)]
            tags.append(tag)
    if row.aim and not bullets.target:
        places.append(f"--at:{row.aim:.0f}")
    if not places:
        return Markup(">")
    drawn = Markup().join(Markup("<{0}></{0}>").format(tag) for tag in tags)
    return Markup(" style={}>{}").format(";".join(places), drawn)


def _cell(words: str, figure: Figure, columns: int) -> Markup:
    kind = "" if figure.value is not None else f" class={palette.STATUS_CLASS[figure.status]}"
    span = f" colspan={columns}" if columns > 1 else ""
    return Markup("<td{}{}>{}").format(kind, span, words)
