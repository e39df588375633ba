"""A count is published as the total that its declaration names, or not at all."""

import pytest

from sdw.indicators import catalogue
from sdw.indicators.model import Count
from sdw.production.publishing.rows import counted_as


def test_every_declared_count_has_its_own_total() -> None:
    totals = {one.id: counted_as(one.formula.measures) for one in catalogue.ALL if isinstance(one.formula, Count)}
    assert totals, "no count is declared"
    assert totals == {name: name for name in totals}


@pytest.mark.parametrize(
    "measures",
    [(), ("uitval",), ("gestart", "beeindigd"), ("gestart", "beginstand"), ("gestart", "gestart")],
)
def test_a_sum_that_is_not_added_up_raises(measures: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no total is added up"):
        counted_as(measures)
