"""The view: what a reader chose. It lives in the URL, so a link opens the same view."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.edition.editions import Edition
from sdw.indicators.model import TOTAL
from sdw.reference.series import sector_names


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

    def said(self) -> dict[str, str]:
        """The view as texts, by their names in a link; '' for a total and for what is absent."""
        return {
            "indicator": self.indicator,
            "periode": self.period,
            "methode": ",".join(self.methods) or ("" if self.method == TOTAL else self.method),
            "doelgroep": ",".join(self.client_groups) or ("" if self.client_group == TOTAL else self.client_group),
            "regio": self.region,
            "maanden": str(self.months) if self.months else "",
            "sector": "" if self.sector == sector_names.TOTAL else self.sector,
        }
