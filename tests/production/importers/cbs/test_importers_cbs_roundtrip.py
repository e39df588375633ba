"""Property: whatever table is written in a layout of StatLine, is read back exactly, or is refused."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from sdw.production.importers.cbs.statline import tidy
from tests.worlds import cbs as world

PERIODS = [
    ("2020", "2020"),
    ("2021 1e kwartaal", "2021-Q1"),
    ("2021", "2021"),
    ("2022 april*", "2022-M04"),
    ("2022**", "2022"),
]
UNITS = ["aantal", "%", "x 1 000", "mln euro"]
GROUPS = ["Mensen", "Banen", "Geld"]
TOPICS = ["Begin", "Groei", "Einde"]
LABELS = {"Geslacht": ["Mannen", "Vrouwen"], "Leeftijd": ["jong", "15 tot 75 jaar", "oud (75+)"]}


@dataclass(frozen=True)
class Topic:
    group: str
    name: str
    unit: str
    decimals: int


@dataclass(frozen=True)
class Made:
    """A table before it is written: the figures as text, by dimensions, period label and topic."""

    topics: list[Topic]
    labels: dict[str, list[str]]
    periods: list[tuple[str, str]]
    figures: dict[tuple[tuple[str, ...], str, Topic], str]

    def facts(self) -> set[world.Fact]:
        found = set()
        for (labels, label, topic), text in self.figures.items():
            status = {"": "nvt", ".": "onbekend"}.get(text, "voorlopig" if "*" in label else "waarde")
            value = None if text in ("", ".") else float(text.replace(",", "."))
            dimensions = tuple(sorted(zip(self.labels, labels, strict=True)))
            found.add((dimensions, topic.name, dict(self.periods)[label], topic.unit, value, status))
        return found

    @property
    def combinations(self) -> list[tuple[str, ...]]:
        return list(itertools.product(*self.labels.values()))

    def across(self) -> list[str]:
        """Topics and dimensions in the header, periods down, units in the last row of the header."""
        columns = list(itertools.product(self.topics, self.combinations))
        rows = ["Titel", "|".join(["Onderwerpen", *(topic.group for topic, _ in columns)])]
        rows.append("|".join(["Onderwerpen", *(topic.name for topic, _ in columns)]))
        for place, name in enumerate(self.labels):
            rows.append("|".join([name, *(labels[place] for _, labels in columns)]))
        rows.append("|".join(["Perioden", *(topic.unit for topic, _ in columns)]))
        for label, _ in self.periods:
            rows.append("|".join([label, *(self.figures[labels, label, topic] for topic, labels in columns)]))
        return [*rows, "Bron: CBS"]

    def down(self) -> list[str]:
        """Topics and dimensions down, the unit beside the figures, periods across."""
        names = ["Onderwerpen_1", "Onderwerpen_2", *self.labels]
        rows = ["Titel", "|".join([*names, "Perioden", *(label for label, _ in self.periods)])]
        for topic, labels in itertools.product(self.topics, self.combinations):
            figures = [self.figures[labels, label, topic] for label, _ in self.periods]
            rows.append("|".join([topic.group, topic.name, *labels, topic.unit, *figures]))
        return [*rows, "Bron: CBS"]

    def plain(self) -> list[str]:
        """One header row, everything down but the topics, units in brackets."""
        rows = ["|".join([*self.labels, "Perioden", *(f"{topic.name} ({topic.unit})" for topic in self.topics)])]
        for labels, (label, _) in itertools.product(self.combinations, self.periods):
            rows.append("|".join([*labels, label, *(self.figures[labels, label, topic] for topic in self.topics)]))
        return rows


@st.composite
def tables(draw: st.DrawFn) -> Made:
    names = draw(st.lists(st.sampled_from(TOPICS), min_size=1, max_size=3, unique=True))
    decimals = st.sampled_from([0, 1, 2])
    topics = [
        Topic(GROUPS[place], name, draw(st.sampled_from(UNITS)), draw(decimals)) for place, name in enumerate(names)
    ]
    labels = {
        name: LABELS[name] for name in draw(st.lists(st.sampled_from(sorted(LABELS)), max_size=2, unique=True))
    }
    periods = sorted(draw(st.sets(st.sampled_from(PERIODS), min_size=1)), key=PERIODS.index)
    sign = draw(st.sampled_from([",", "."]))
    figures = {
        (combination, label, topic): draw(_figure(topic.decimals, sign))
        for combination in itertools.product(*labels.values())
        for label, _ in periods
        for topic in topics
    }
    return Made(topics, labels, periods, figures)


def _figure(decimals: int, sign: str) -> st.SearchStrategy[str]:
    numbers = st.integers(-(10**6), 10**6).map(
        lambda whole: f"{whole / 10**decimals:.{decimals}f}".replace(".", sign)
    )
    return st.one_of(
        numbers.filter(lambda text: not text.startswith("-0") or text.strip("-0.,")), st.sampled_from(["", "."])
    )


@settings(max_examples=150, deadline=None)
@given(made=tables(), layout=st.sampled_from([Made.across, Made.down, Made.plain]))
def test_what_is_written_is_read_back_exactly(made: Made, layout: object) -> None:
    rows = layout(made)  # type: ignore[operator]
    read = tidy.read(world.lines(*rows).encode(), "proef.csv")
    found = {
        (tuple(sorted(dimensions)), topic.split(" / ")[-1], *rest) for dimensions, topic, *rest in world.facts(read)
    }
    assert found == made.facts()
