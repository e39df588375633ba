"""Publishing ten years by quarter for 35 regions, four methods and three client groups."""

from __future__ import annotations

import os
import random
import tempfile
import time

from sdw.production.publishing import publish
from sdw.reference import dimensions
from sdw.reference.areas import regions
from tests.worlds import store as world

YEARS = range(2016, 2026)


def ten_years(seed: int = 1) -> list[dict[str, object]]:
    """84,000 observations whose ledger adds up and carries over from quarter to quarter."""
    chance = random.Random(seed)
    rows: list[dict[str, object]] = []
    for region in regions.CODES:
        for method in dimensions.METHOD_PARTS:
            for group in dimensions.CLIENT_GROUP_PARTS:
                stock = chance.randint(0, 25)
                for year in YEARS:
                    for quarter in range(1, 5):
                        started, ended = chance.randint(0, 9), chance.randint(0, min(stock, 8))
                        durable = chance.randint(0, ended)
                        rows += world.ledger(
                            region,
                            f"{year}-Q{quarter}",
                            stock,
                            started,
                            ended,
                            durable,
                            method=method,
                            client_group=group,
                        )
                        stock += started - ended
    return rows


def measure() -> list[tuple[str, float, str]]:
    """(what, figure, unit) of publishing ten years."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SDW_STORE"] = folder
        world.deliver(ten_years())
        begin = time.perf_counter()
        edition = publish.publish()
        seconds = time.perf_counter() - begin
        size = edition.path.stat().st_size / 1e6
        return [
            ("publish ten years by quarter, 35 regions", seconds, "s"),
            ("size of that edition", size, "MB"),
        ]
