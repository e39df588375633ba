"""What the figures on absence say, in sentences. Comparisons only: no trend word, no cause, percent beside
percentage point."""

from __future__ import annotations

from sdw.dissemination.figures.absence import SIZE, Compared, Moving
from sdw.dissemination.figures.claims.model import Claim, Form
from sdw.dissemination.figures.claims.stated import Says, Stated
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference import periods
from sdw.reference.series.sectors import TOTAL, by_code
from sdw.reference.status import Status
from sdw.text.dutch import number, say


def lead(compared: Compared | None) -> str:
    """'In het derde kwartaal van 2025 was het verzuim 5,1%*, 0,2 procentpunt hoger dan een jaar eerder.'"""
    if compared is None:
        return say("page.verzuim.empty")
    period = periods.parse(compared.now.period)
    star = "*" if is_provisional(compared) else ""
    facts = {
        "quarter": say(f"verzuim.ordinal_{period.number}"),
        "year": period.year,
        "where": where(compared.now.sector),
        "value": plain(compared.now),
    }
    return say("verzuim.lead", against=_against(compared.difference), star=star, **facts)


def stated(compared: Compared | None) -> tuple[Stated, ...]:
    """What that sentence says: higher, lower or as a year earlier; nothing without a year earlier."""
    if compared is None or compared.difference is None:
        return ()
    claim = Claim(Form.ABSENCE_RISES, period=compared.now.period, sector=compared.now.sector)
    return (Stated(claim, _SAYS[_which(compared.difference)]),)


def is_provisional(compared: Compared) -> bool:
    """True when either of the two figures may still be revised."""
    return any(one is not None and one.status is Status.PROVISIONAL for one in (compared.now, compared.earlier))


def _against(difference: float | None) -> str:
    return f", {versus(difference)}" if difference is not None else ""


def versus(difference: float) -> str:
    """'0,2 procentpunt hoger dan een jaar eerder', 'gelijk aan een jaar eerder'."""
    return say(f"verzuim.{_which(difference)}", difference=number(abs(difference), 1))


def _which(difference: float) -> str:
    return "same" if difference == 0 else "higher" if difference > 0 else "lower"


_SAYS = {"same": Says.SAME, "higher": Says.MORE, "lower": Says.LESS}


def where(sector: str) -> str:
    """' in de sector Zorg en welzijn', ' bij bedrijven met 1 tot 10 werkzame personen', '' for all."""
    if sector in ("", TOTAL):
        return ""
    found = by_code(sector)
    return say("verzuim.where_size" if found.kind == SIZE else "verzuim.where_sector", sector=found.label)


def plain(figure: Figure) -> str:
    """The value without its star: '5,1%'."""
    return wording.shown(figure).removesuffix("*")


def mean(moving: Moving) -> str:
    """'5,4%*': our own mean of four quarters, provisional when one of them is."""
    return f"{number(moving.value, 1)}%{'*' if moving.provisional else ''}"


def complaints(total: Figure | None, chosen: Figure | None) -> str:
    """How many employees have burn-out complaints, and how the chosen sector lies to all employees."""
    if total is None:
        return ""
    told = say(
        "verzuim.complaints",
        year=total.period,
        value=wording.shown(total),
        interval=wording.interval(total),
    )
    if chosen is None or chosen.sector == total.sector or chosen.value is None:
        return told
    return f"{told} " + say(
        "verzuim.complaints_sector",
        sector=by_code(chosen.sector).label,
        value=wording.shown(chosen),
        interval=wording.interval(chosen),
        verdict=verdict(chosen, total),
    )


def verdict(one: Figure, other: Figure) -> str:
    """'hoger', 'lager', or 'niet te onderscheiden' where the two 95% intervals overlap."""
    if None in (one.low, one.high, other.low, other.high):
        return say("verzuim.verdict_none")
    if (one.low or 0) > (other.high or 0):
        return say("verzuim.verdict_higher")
    if (one.high or 0) < (other.low or 0):
        return say("verzuim.verdict_lower")
    return say("verzuim.verdict_same")


def with_and_without(having: Figure | None, lacking: Figure | None) -> str:
    """Absence of employees with and without complaints, the gap in percentage points, and that it is no cause."""
    if having is None or lacking is None or having.value is None or lacking.value is None:
        return ""
    return say(
        "verzuim.with_without",
        year=having.period,
        having=wording.shown(having),
        lacking=wording.shown(lacking),
        gap=number(round(having.value - lacking.value, 1), 1),
    )
