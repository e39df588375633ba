"""A world that fits on one screen: a private store filled without files."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from sdw.production.store import observation_tables, private
from sdw.reference.areas import regions

OBSERVATION = pa.schema(
    [
        *((name, pa.string()) for name in ("region", "period", "method", "client_group", "sector")),
        ("months", pa.int16()),
        ("measure", pa.string()),
        *((name, pa.float64()) for name in ("value", "low", "high")),
        ("status", pa.string()),
    ]
)
DELIVERY = pa.schema([(name, pa.string()) for name in ("region", "period", "part")])
WARNING = pa.schema([(name, pa.string()) for name in ("region", "period", "kind")])

Observation = dict[str, object]


def counts(
    region: str,
    period: str,
    method: str = "ips",
    client_group: str = "uwv",
    *,
    status: str = "waarde",
    **measures: float | None,
) -> list[Observation]:
    """Observations of one row of a `trajecten` file; None is 'niet aangeleverd'."""
    return [
        {
            "region": region,
            "period": period,
            "method": method,
            "client_group": client_group,
            "sector": "",
            "months": 0,
            "measure": measure,
            "value": value,
            "status": status if value is not None else "niet_aangeleverd",
        }
        for measure, value in measures.items()
    ]


def ledger(region: str, period: str, begin: int, started: int, ended: int, durable: int = 0, **keys: str) -> list:
    """A whole row whose ledger adds up."""
    return counts(
        region,
        period,
        **keys,
        beginstand=begin,
        gestart=started,
        beeindigd=ended,
        eindstand=begin + started - ended,
        duurzaam_geplaatst=durable,
    )


def context() -> list[Observation]:
    """Every region: 1,000 inhabitants, 100 on assistance and 100 with a disability benefit in 2021."""
    rows = []
    for region in regions.CODES:
        for measure, value in (("inwoners", 1000.0), ("bijstand", 100.0), ("arbeidsongeschiktheid", 100.0)):
            rows += counts(region, "2021", "totaal", "totaal", **{measure: value})
    return rows


def deliver(
    observations: Iterable[Observation],
    *,
    dataset: str = "trajecten",
    origin: str = "aangeleverd",
    name: str = "levering.csv",
    warnings: Iterable[dict[str, str]] = (),
) -> private.Accepted:
    """Accept one batch, as an import does after its checks."""
    rows = list(observations)
    delivered = {
        (row["region"], row["period"], row["measure"] if dataset in ("context", "toezeggingen") else "")
        for row in rows
    }
    units = [dict(zip(("region", "period", "part"), part, strict=True)) for part in sorted(delivered)]
    incoming = private.Incoming(
        dataset=dataset,
        origin=origin,
        file_name=name,
        sha256="0" * 64,
        figures=observation_tables.of_rows(pa.Table.from_pylist(rows, schema=OBSERVATION)),
        deliveries=pa.Table.from_pylist(units, schema=DELIVERY),
        warnings=pa.Table.from_pylist(list(warnings), schema=WARNING),
    )
    with private.writer() as connection:
        return private.accept(connection, incoming)
