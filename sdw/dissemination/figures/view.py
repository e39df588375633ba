"""The view: what a reader chose. It lives in the URL, so a link opens the same view."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.edition.editions import Edition
from sdw.indicators.model import TOTAL


@dataclass(frozen=True, slots=True)
class View:
    """Edition, indicator and filters. `region` is empty when none is chosen.

    `methods` and `client_groups` are several at once, to add up, on a page that offers it.
    """

    edition: Edition
    indicator: str
    period: str
    method: str = TOTAL
    client_group: str = TOTAL
    region: str = ""
    sector: str = ""
    months: int = 0
    methods: tuple[str, ...] = ()
    client_groups: tuple[str, ...] = ()
