"""What ships in data/: every file has a source, and every table says what it should."""

import datetime as dt
from pathlib import Path

import pytest

from sdw.reference import tables
from sdw.reference.areas import context, regions, similar
from sdw.reference.documents import conflicts, covenant, findings, sources, studies, targets
from sdw.reference.documents.findings import Finding, Qualifier

SHIPPED = sorted(
    path.relative_to(tables.DATA).as_posix()
    for path in tables.DATA.rglob("*")
    if path.is_file() and "__pycache__" not in path.parts and path.name != "sources.toml"
)


@pytest.mark.parametrize("path", SHIPPED)
def test_every_shipped_file_has_a_source(path: str) -> None:
    found = sources.of_file(path)
    assert found, f"data/{path} has no entry in data/sources.toml"


@pytest.mark.parametrize("source", sources.ALL, ids=lambda source: source.id)
def test_every_source_names_files_publisher_licence_and_date(source: sources.Source) -> None:
    assert source.files and set(source.files) <= set(SHIPPED)
    assert all((source.title, source.publisher, source.licence, source.date, source.note))
    assert source.url == "" or source.url.startswith("https://")
    if source.publisher.startswith("CBS"):
        assert source.licence == "CC BY 4.0"


def test_source_ids_are_unique() -> None:
    assert len({source.id for source in sources.ALL}) == len(sources.ALL)


def test_both_targets_stand_side_by_side() -> None:
    assert (targets.STARTED.national, targets.STARTED.per_region) == (3500, 100)
    assert (targets.STARTED.name, targets.STARTED.derived_by_us) == ("ambitie Hoofdzaak } Werk, april 2021", False)
    assert (targets.DURABLE.national, targets.DURABLE.per_region) == (3500, 100)
    assert (targets.DURABLE.name, targets.DURABLE.derived_by_us) == ("doel convenant 2021-2024", True)
    assert targets.DURABLE.national == len(regions.ALL) * targets.DURABLE.per_region


def test_each_target_quotes_its_covenant() -> None:
    assert "jaarlijks 3500 re-integratietrajecten op te starten" in targets.STARTED.quote
    assert "minimaal 100 mensen met psychische kwetsbaarheid duurzaam naar werk" in targets.DURABLE.quote
    assert targets.STARTED.source.title.endswith("2024-2026")
    assert targets.DURABLE.source.title.endswith("2021-2024")
    assert targets.of_indicator("gestart") is targets.STARTED
    assert targets.of_indicator("inwoners") is None


def test_the_covenant_runs_to_the_end_of_2026_with_ten_partners_and_seven_priorities() -> None:
    assert covenant.CURRENT.ends == dt.date(2026, 12, 31)
    assert "geldt tot 31 december 2026" in covenant.CURRENT.ends_quote
    assert len(covenant.CURRENT.partners) == 10
    assert [priority.number for priority in covenant.CURRENT.priorities] == [1, 2, 3, 4, 5, 6, 7]
    assert covenant.CURRENT.priorities[0].title == "Toeleiding naar werk bevorderen"
    assert covenant.CURRENT.durable_hours_per_week == 12
    assert covenant.CURRENT.steering_group is not None


def test_partners_changed_between_the_versions() -> None:
    def named(version: covenant.Covenant, part: str) -> bool:
        return any(part in partner.name for partner in version.partners)

    assert len(covenant.PREVIOUS.partners) == 11
    assert len(covenant.PREVIOUS.priorities) == 6
    for part in ("Zorgverzekeraars Nederland", "Samen Sterk zonder Stigma", "Mensen met Mogelijkheden"):
        assert named(covenant.PREVIOUS, part) and not named(covenant.CURRENT, part)
    for part in ("Verbond van Verzekeraars", "NVvA"):
        assert named(covenant.CURRENT, part) and not named(covenant.PREVIOUS, part)


@pytest.mark.parametrize(
    ("today", "left"),
    [(dt.date(2026, 11, 22), 39), (dt.date(2026, 12, 31), 0), (dt.date(2027, 3, 1), 0)],
)
def test_days_left(today: dt.date, left: int) -> None:
    assert covenant.CURRENT.days_left(today) == left
    assert covenant.PREVIOUS.days_left(today) is None


def test_there_are_79_findings_each_with_a_publisher_and_a_certainty() -> None:
    assert len(findings.ALL) == len({finding.id for finding in findings.ALL}) == 79
    for finding in findings.ALL:
        assert finding.statement and finding.publisher and finding.source_title
        assert finding.certainty in {"hoog", "middel", "laag"}
        assert finding.source_url == "" or finding.source_url.startswith("http")


@pytest.mark.parametrize("finding", findings.ALL, ids=lambda finding: finding.id)
def test_low_and_high_agree_with_the_qualifier(finding: Finding) -> None:
    given = (finding.low is not None, finding.high is not None)
    expected = {
        **dict.fromkeys((Qualifier.EXACT, Qualifier.ABOUT, Qualifier.FRACTION, Qualifier.BETWEEN), (True, True)),
        **dict.fromkeys((Qualifier.AT_LEAST, Qualifier.MORE_THAN), (True, False)),
        Qualifier.ALMOST: (False, True),
        **dict.fromkeys((Qualifier.DATE, Qualifier.TEXT, Qualifier.NONE), (False, False)),
    }
    assert given == expected[finding.qualifier]
    assert bool(finding.shown) == (finding.qualifier is not Qualifier.NONE)
    if finding.qualifier in (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.FRACTION):
        assert finding.value == finding.low == finding.high
    if finding.qualifier is Qualifier.BETWEEN:
        assert finding.low is not None and finding.high is not None and finding.low < finding.high


@pytest.mark.parametrize(
    ("finding_id", "low", "high", "qualifier", "shown"),
    [
        ("hw-2023-trajecten", 6778, 6778, "precies", "6.778"),
        ("hw-duurzaam-aandeel", 0.3333, 0.3333, "breuk", "een derde"),
        ("ctx-wia-helft", 50, None, "meer_dan", "meer dan 50"),
        ("arboned-kwart", None, 25, "bijna", "bijna 25"),
        ("ctx-uitkering-psych", 30, 40, "tussen", "30 tot 40"),
        ("ips-nl-12u-min", 3.7, 3.7, "precies", "3,7"),
        ("ips-2025-gem", 1000, None, "meer_dan", "meer dan 1.000"),
        ("hw-start", None, None, "datum", "april 2021"),
    ],
)
def test_figures_that_were_published_as_text(
    finding_id: str, low: float | None, high: float | None, qualifier: str, shown: str
) -> None:
    finding = findings.by_id(finding_id)
    assert (finding.low, finding.high, finding.qualifier, finding.shown) == (low, high, qualifier, shown)


def test_known_conflicts_show_both_sides_with_their_source() -> None:
    shown = {conflict.id: [side.shown for side in conflict.sides] for conflict in conflicts.ALL}
    assert shown == {
        "lopende-trajecten-2024": ["4.900", "4.800"],
        "aandeel-psychisch-uitkeringen": ["42", "51"],
        "aandeel-psychisch-verzuim": ["ongeveer 8", "ongeveer een kwart"],
        "ambitie-of-minimum": ["100", "minimaal 3.500"],
        "een-op-vier": ["3.300.000"],
    }
    assert all(side.publisher and conflict.explanation for conflict in conflicts.ALL for side in conflict.sides)


def test_an_unpublished_figure_of_a_study_stays_empty() -> None:
    scion = studies.by_id("scion")
    assert (scion.year, scion.ips.n, scion.ips.events, scion.ips.rate) == (None, 70, None, 44)
    assert (scion.effect, scion.low, scion.high, scion.effect_measure) == (None, None, None, "")
    assert studies.by_id("modini2016").months_from is None


def test_eqolise_as_published() -> None:
    study = studies.by_id("burns2007")
    assert (study.ips.events, study.ips.n, study.control.events, study.control.n) == (85, 156, 43, 156)
    assert (study.effect, study.low, study.high, study.effect_measure) == (26.9, 16.4, 37.4, "risicoverschil")


def test_the_dutch_study_is_one_study_with_four_estimates() -> None:
    dutch = [study for study in studies.ALL if study.study == "vukadin2024"]
    assert [(s.threshold, s.effect, s.low, s.high) for s in dutch] == [
        ("12u", 3.7, 0.8, 6.7),
        ("12u", 7.5, 3.8, 11.3),
        ("1u", 4.7, 1.6, 7.7),
        ("1u", 8.9, 5.2, 12.6),
    ]
    assert {(s.kind, s.months_from, s.months_to) for s in dutch} == {("observational", 6, 36)}
    assert len(studies.ALL) == 19


def test_context_adds_up_to_the_published_sums() -> None:
    def total(year: int, measure: context.Measure) -> int:
        return sum(context.value(code, year, measure) for code in regions.CODES)

    assert total(2024, "inwoners") == 17_942_942
    assert total(2021, "inwoners") == 17_475_415
    assert total(2024, "oppervlakte_land_ha") / 100 == pytest.approx(33_647, abs=1)
    assert total(2024, "gemeenten") == 342
    assert context.value("AM05", 2021, "bijstand") == 15_310
    assert total(2024, "bijstand") == 405_770
    assert total(2024, "arbeidsongeschiktheid") == 785_530
    assert total(2024, "ww") == 158_520
    with pytest.raises(KeyError):
        context.value("AM05", 2023, "bijstand")


def test_context_is_a_delivery_in_the_long_layout() -> None:
    assert Path(context.FILE).read_text(encoding="utf-8").splitlines()[0] == "regio;jaar;maat;waarde"


def test_similar_regions_are_five_others_and_always_the_same() -> None:
    for code in regions.CODES:
        alike = similar.nearest(code)
        assert len(set(alike)) == 5 and code not in alike
    assert similar.nearest("AM18")[:2] == ("AM21", "AM22")
    assert similar.nearest("AM05") == ("AM06", "AM01", "AM07", "AM02", "AM26")
    assert similar.nearest("AM05", 2) == similar.nearest("AM05")[:2]
