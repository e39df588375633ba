"""Benefits by month: counts of the nation since 1998, and people per 1,000 inhabitants of every region."""

from __future__ import annotations

from sdw.indicators.model import Better, Indicator, Series, SeriesPerThousand, Unit
from sdw.reference.series import declared

_NO_PERSONS = "Dit zijn uitkeringen, geen personen. Leg ze niet naast aantallen mensen."
_THOUSANDS = "Het CBS geeft de aantallen in honderdtallen."
_NEAREST = (
    "Het aantal inwoners van 15 tot en met 64 jaar is van hetzelfde jaar. Is dat nog niet bekend, dan van het jaar "
    "dat er het dichtst bij ligt. Welk jaar dat is, staat bij de bron."
)
_ALL_DIAGNOSES = "Dit zijn mensen met alle soorten ziekten en beperkingen, niet alleen psychische."
_NOT_SAID = "Dit zegt niet hoeveel van hen een psychische kwetsbaarheid hebben."

#: Series → short name.
_NATIONAL = {
    "uitkeringen_ao": "AO-uitkeringen",
    "uitkeringen_wia": "WIA-uitkeringen",
    "uitkeringen_wga": "WGA-uitkeringen",
    "uitkeringen_iva": "IVA-uitkeringen",
    "uitkeringen_wajong": "Wajong-uitkeringen",
    "uitkeringen_wao": "WAO-uitkeringen",
    "uitkeringen_ww": "WW-uitkeringen",
    "uitkeringen_bijstand": "bijstandsuitkeringen",
}
#: Series → id, short name, what it does not say.
_REGIONAL = {
    "ao_maand": ("ao_maand_per_1000_15_64", "arbeidsongeschiktheid per 1.000, per maand", _ALL_DIAGNOSES),
    "bijstand_maand": ("bijstand_maand_per_1000_15_64", "bijstand per 1.000, per maand", _NOT_SAID),
    "ww_maand": ("ww_maand_per_1000_15_64", "WW per 1.000, per maand", _NOT_SAID),
    "ww_maand_seizoen": (
        "ww_maand_seizoen_per_1000_15_64",
        "WW per 1.000, per maand (seizoen eruit)",
        _NOT_SAID,
    ),
}


def _national(series_id: str, short: str) -> Indicator:
    series = declared.by_id(series_id)
    return Indicator(
        id=series.id,
        label=series.name,
        short=short,
        definition=series.definition,
        numerator=series.measure,
        unit=Unit(series.unit),
        decimals=0,
        better=Better.NEITHER,
        formula=Series("uitkeringen", series.id),
        sources=("cbs-uitkeringen",),
        on_map=False,
        caveats=(_NO_PERSONS, _THOUSANDS, *(each.text for each in series.breaks)),
    )


def _regional(series_id: str) -> Indicator:
    series = declared.by_id(series_id)
    indicator, short, not_said = _REGIONAL[series_id]
    return Indicator(
        id=indicator,
        label=f"{series.name}, per 1.000 inwoners van 15 tot en met 64 jaar",
        short=short,
        definition=f"{series.definition} Per 1.000 inwoners van 15 tot en met 64 jaar.",
        numerator=series.measure,
        denominator="inwoners van 15 tot en met 64 jaar",
        unit=Unit.PER_1000,
        decimals=1,
        better=Better.NEITHER,
        formula=SeriesPerThousand(series.id, "inwoners_15_64"),
        sources=("cbs-uitkeringen-regio", "uitkeringen-gemeenten"),
        caveats=(not_said, _NEAREST, *(each.text for each in series.breaks)),
    )


NATIONAL: tuple[Indicator, ...] = tuple(_national(one, short) for one, short in _NATIONAL.items())
REGIONAL: tuple[Indicator, ...] = tuple(map(_regional, _REGIONAL))
