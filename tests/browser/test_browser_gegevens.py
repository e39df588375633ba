"""Gegevens and Verantwoording in a real browser: check files, take figures away, read the account."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Download, Page, expect

from sdw.dissemination.exports.forms import FORMS
from sdw.dissemination.exports.sheets import figure_grid
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import COLUMNS, Figure, row
from sdw.indicators import catalogue
from sdw.production.importers.engine import engine
from sdw.reference.status import Status
from sdw.text.dutch import say
from tests.worlds import edition
from tests.worlds.browser import chromium, settle
from tests.worlds.patience import LONG_MS
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
HEADER = "regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst"
#: The drop zone is Streamlit's own, and there is no setting for its role.
NOT_OURS = {"presentation-role-conflict": {"enabled": False}}
GOOD = f"{HEADER}\nTwente;2026-H2;totaal;totaal;120;64;50;134;21\n"
BROKEN = f"{HEADER}\nTwente;2026-H2;totaal;totaal;120;-;50;134;21\nTwentte;2026-H2;totaal;totaal;1;2;3;4;x\n"
PERSONS = "naam;geboortedatum;bsn;regio\nJan Jansen;03-04-1980;111222333;Twente\n"


@pytest.fixture(scope="module", name="autumn")
def _autumn(shared: Shared) -> Edition:
    return shared.edition("examples")


@pytest.fixture(scope="module", name="address")
def _address(shared: Shared, autumn: Edition) -> Iterator[str]:
    assert autumn.has_examples
    with edition.store_at(shared("examples")), serving(shared("examples")) as address:
        yield address


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Browser]:
    with chromium(*ARGS) as running:
        yield running


@pytest.fixture(name="page")
def _page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, accept_downloads=True)
    context.set_default_timeout(LONG_MS)
    opened = context.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    opened.goto(f"{address}/gegevens")
    opened.wait_for_selector("footer")
    yield opened
    context.close()
    assert errors == []
    assert hosts <= {urlsplit(address).netloc, ""}  # "" are data: and blob: addresses


def check(page: Page, name: str, content: bytes) -> None:
    """Hand in a file to be checked, and wait for the report."""
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    expect(page.get_by_test_id("stFileChip")).to_be_visible()
    page.get_by_role("button", name=say("page.gegevens.check.go")).click()
    expect(page.locator(".st-key-report")).to_contain_text("Er is niets bewaard.")


def verdict(page: Page) -> str:
    return page.locator(".st-key-report .sdw-note").inner_text()


class TestCheckingAFile:
    def test_a_good_file_gets_a_receipt(self, page: Page) -> None:
        check(page, "twente.csv", GOOD.encode())
        assert verdict(page) == say("page.gegevens.check.good", name="twente.csv")
        expect(page.locator(".st-key-report li")).to_contain_text("Twente (AM05)")

    def test_the_file_is_let_go_of_and_the_report_stays(self, page: Page) -> None:
        check(page, "twente.csv", GOOD.encode())
        expect(page.get_by_test_id("stFileChip")).to_have_count(0)
        choose(page, "page.gegevens.download.choose", catalogue.SHARE_IPS.label)
        expect(page.get_by_text(f"{catalogue.SHARE_IPS.label}: ")).to_be_visible()
        expect(page.locator(".st-key-report")).to_contain_text("Twente (AM05)")

    def test_a_broken_file_says_where_and_what_to_do_and_all_of_it_can_be_saved(self, page: Page) -> None:
        check(page, "stuk.csv", BROKEN.encode())
        assert "kan nog niet worden ingelezen" in verdict(page)
        problems = engine.read(BROKEN.encode(), "stuk.csv").problems
        shown = page.locator(".st-key-report tbody tr")
        assert shown.count() == len(problems)
        expect(shown.first).to_contain_text("Rij 2, kolom gestart")
        with page.expect_download() as started:
            page.get_by_role("button", name=say("page.gegevens.check.save")).click()
        saved = content_of(started.value).decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(saved, newline=""), delimiter=";"))
        assert [line[5] for line in lines[1:]] == [problem.text for problem in problems]

    def test_more_than_fifty_problems_are_a_table_of_fifty_and_a_file_of_all(self, page: Page) -> None:
        lines = "".join(f"Twente;{year};ips;uwv;40;-;30;30;5\n" for year in range(1940, 2020))
        check(page, "veel.csv", f"{HEADER}\n{lines}".encode())
        expect(page.locator(".st-key-report tbody tr")).to_have_count(50)
        expect(page.locator(".st-key-report caption")).to_contain_text("de eerste 50 van")

    def test_a_file_about_persons_is_refused_and_not_one_cell_is_repeated(self, page: Page) -> None:
        check(page, "mensen.csv", PERSONS.encode())
        assert verdict(page) == say("page.gegevens.check.persons", name="mensen.csv")
        assert not [cell for cell in ("Jansen", "1980", "111222333") if cell in page.content()]

    def test_an_empty_file_is_a_sentence(self, page: Page) -> None:
        check(page, "leeg.csv", b"")
        assert "kan nog niet worden ingelezen" in verdict(page)

    def test_no_file_is_a_sentence(self, page: Page) -> None:
        page.get_by_role("button", name=say("page.gegevens.check.go")).click()
        expect(page.get_by_text(say("page.gegevens.check.no_file"))).to_be_visible()

    def test_a_name_with_a_script_is_a_text(self, page: Page) -> None:
        name = "<script>window.hit=1</script><img src=x onerror=window.hit=1>.csv"
        check(page, name, GOOD.encode())
        assert name in verdict(page)
        assert page.evaluate("window.hit") is None

    def test_a_sheet_to_fill_in_can_be_read_back_for_its_region(self, page: Page) -> None:
        choose(page, "page.gegevens.sheet.region", "Twente")
        content = download(page, say("page.gegevens.sheet.get"), "sdw-trajecten-AM05-")
        assert "Twente" in {
            cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for line in sheet.values for cell in line
        }
        check(page, "invulblad.xlsx", content)
        expect(page.locator(".st-key-report")).not_to_contain_text("personen")


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=say(label), exact=True)
    box.click()
    box.fill(option)
    box.press("Enter")
    expect(box).to_have_value(option)
    settle(page)  # the button for what was chosen takes the place of the one before


def download(page: Page, button: str, start: str) -> bytes:
    with page.expect_download(timeout=LONG_MS) as started:  # a busy machine takes its time
        page.get_by_role("button", name=button, exact=True).click()
    assert started.value.suggested_filename.startswith(start)
    return content_of(started.value)


def content_of(saved: Download) -> bytes:
    return Path(saved.path()).read_bytes()


def table_on(page: Page, indicator: str, form: int) -> bytes:
    """The table of an indicator as a visitor gets it: chosen, and its button pressed."""
    choose(page, "page.gegevens.download.choose", catalogue.by_id(indicator).label)
    expect(page.get_by_text(f"{catalogue.by_id(indicator).label}: ")).to_be_visible()
    return download(page, say(FORMS[form].label), f"sdw-2026-najaar-{indicator.replace('_', '-')}-voorbeeld")


@pytest.mark.parametrize("indicator", ["gestart", "aandeel_ips", "per_1000_uitkeringen"])
class TestTakingFiguresAway:
    def test_the_analysis_csv_is_the_edition_to_the_digit(
        self, page: Page, autumn: Edition, indicator: str
    ) -> None:
        lines = list(csv.reader(io.StringIO(table_on(page, indicator, 2).decode(), newline="")))
        assert lines[0] == list(COLUMNS)
        expected = figures.select(autumn, indicator)
        assert len(lines) - 1 == len(expected)
        for line, figure in zip(lines[1:], expected, strict=True):
            for cell, wanted in zip(line, row(figure), strict=True):
                assert cell == wanted if isinstance(wanted, str) else float(cell) == wanted

    def test_excel_nl_says_the_same_with_a_comma_and_in_words(
        self, page: Page, autumn: Edition, indicator: str
    ) -> None:
        content = table_on(page, indicator, 0).decode("utf-8-sig")
        lines = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))
        expected = figures.select(autumn, indicator)
        assert len(lines) == len(expected)
        for line, figure in zip(lines, expected, strict=True):
            assert line["Regiocode"] == figure.region
            assert line["Status"] == say(f"status.{figure.status.value}")
            assert as_number(line["Waarde"]) == figure.value
            assert line["Herkomst"] == "voorbeeld (verzonnen)"

    def test_the_workbook_holds_the_same_numbers_and_says_what_they_are(
        self, page: Page, autumn: Edition, indicator: str
    ) -> None:
        book = openpyxl.load_workbook(io.BytesIO(table_on(page, indicator, 1)))
        header, *lines = book[say("export.sheet.figures")].iter_rows(values_only=True)
        expected = figures.select(autumn, indicator)
        assert header == tuple(column.title for column in figure_grid.columns_of(expected))
        value, status = header.index("Waarde"), header.index("Status")
        assert len(lines) == len(expected)
        for line, figure in zip(lines, expected, strict=True):
            assert line[value] == (None if figure.value is None else pytest.approx(figure.value, rel=1e-15))
            assert line[status] == say(f"status.{figure.status.value}")
        said = {cell for line in book[say("export.sheet.explanation")].values for cell in line}
        assert {catalogue.by_id(indicator).definition, "2026-najaar", say("export.about.example")} <= said


def as_number(cell: str) -> float | None:
    return float(cell.replace(",", ".")) if cell else None


def test_the_world_has_hidden_and_missing_figures(autumn: Edition) -> None:
    shown: tuple[Figure, ...] = figures.select(autumn, "gestart")
    assert {Status.VALUE, Status.SUPPRESSED, Status.NOT_DELIVERED} <= {figure.status for figure in shown}


def test_everything_comes_in_one_zip(page: Page, autumn: Edition) -> None:
    content = download(page, say("page.gegevens.download.everything"), "sdw-2026-najaar-alles-voorbeeld.zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert len(archive.namelist()) == len(figures.published(autumn)) * len(FORMS) + 1


def test_the_account_names_every_indicator_and_finding_on_demand(page: Page, address: str) -> None:
    page.goto(f"{address}/verantwoording")
    page.wait_for_selector("footer")
    for indicator in catalogue.ALL:
        page.get_by_text(indicator.label, exact=True).first.click()
        expect(page.get_by_text(indicator.definition).first).to_be_visible()


@pytest.mark.parametrize("name", ["gegevens", "verantwoording"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_never_scrolls_sideways(
    browser: Browser, address: str, name: str, scheme: str
) -> None:
    for width, height in ((1440, 900), (1280, 720), (390, 844)):
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page.goto(f"{address}/{name}")
        page.wait_for_selector("footer")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page, options={"rules": NOT_OURS}).response["violations"]
        assert [(item["id"], item["nodes"][0]["html"][:200]) for item in found] == []
        page.close()
