"""Files are read in a process apart: within limits, and one sentence for each file that takes too much."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sdw.exchange import pool, wire
from sdw.exchange.limits import COMMAND, PAGE, Limits
from sdw.exchange.pool import Pool, readers
from sdw.exchange.result import FileResult, RefusedTable
from sdw.production.importers.engine import engine
from sdw.production.importers.reader import job
from sdw.text.dutch import say
from sdw.text.errors import UserError
from tests.worlds import hostile
from tests.worlds.importers import csv

GOOD = csv("Twente;2025-H1;ips;uwv;10;5;3;12;2", "Fryslân;2025-H1;ips;uwv;10;5;3;99;2")


def read(data: bytes, limits: Limits = PAGE, name: str = "levering") -> FileResult:
    found = readers().read(data, name, limits=limits, figures=False)
    assert isinstance(found, FileResult)
    return found


def said(found: FileResult) -> str:
    (problem,) = found.problems
    return problem.text


def _reader_of(own: Pool) -> int:
    """The process that reads now."""
    assert own._worker is not None
    worker = own._worker.pid
    (reader,) = Path(f"/proc/{worker}/task/{worker}/children").read_text(encoding="ascii").split()
    return int(reader)


def _handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


class TestSameAsBefore:
    @pytest.mark.parametrize(
        "data", [GOOD, b"", b"%PDF-", csv("Twente;2025;ips;uwv;-;1;1;1;1"), hostile.workbook_with_cell("B9")]
    )
    def test_a1_it_says_what_the_engine_says(self, data: bytes) -> None:
        here, apart = engine.read(data, "x"), read(data, name="x")
        assert (apart.problems, apart.sha256, apart.dataset) == (here.problems, here.sha256, here.dataset)
        assert list(apart.receipts) == here.receipt()
        assert apart.report.to_csv() == here.report.to_csv()

    def test_a1_figures_come_back_where_asked(self) -> None:
        found = readers().read(GOOD, "x")
        assert isinstance(found, FileResult)
        assert found.tables["cells"].num_rows == 10
        assert found.tables["deliveries"].to_pylist() == engine.read(GOOD).deliveries().to_pylist()

    def test_a1_what_was_delivered_before_is_asked_of_the_caller(self) -> None:
        asked: list[tuple[str, tuple[str, ...]]] = []

        def earlier(dataset: str, regions: tuple[str, ...]) -> list[tuple[object, ...]]:
            asked.append((dataset, regions))
            return [("AM05", "2024-H2", "ips", "uwv", "", 0, "eindstand", 999.0, "waarde")]

        found = readers().read(GOOD, "x", previous=earlier)
        assert asked == [("trajecten", ("AM02", "AM05"))]
        assert isinstance(found, FileResult) and any("999" in problem.text for problem in found.problems)


class TestLimits:
    def test_a1_a_file_that_eats_memory_is_one_sentence(self) -> None:
        found = read(hostile.repeated_text())
        assert said(found) == say("reader.memory", limit=PAGE.memory // 1024**2)

    def test_a2_a_file_that_takes_too_long_is_one_sentence(self) -> None:
        found = read(hostile.many_rows(400_000), replace(PAGE, seconds=1))
        assert said(found) == say("reader.time", limit=1)

    def test_a2_a_file_that_takes_too_long_by_the_clock_is_one_sentence(self) -> None:
        found = read(hostile.many_rows(400_000), replace(PAGE, patience=0))
        assert "duurt te lang" in said(found)

    def test_a2_a_reader_that_sleeps_is_stopped_by_the_clock(self) -> None:
        own = Pool()
        asleep: list[int] = []

        def earlier(dataset: str, regions: tuple[str, ...]) -> list[tuple[object, ...]]:
            asleep.append(_reader_of(own))
            os.kill(asleep[0], signal.SIGSTOP)  # it takes no second of the processor from here on
            return []

        try:
            own.read(GOOD, "x")
            began = time.monotonic()
            found = own.read(GOOD, "x", previous=earlier, limits=replace(PAGE, patience=2))
            took = time.monotonic() - began
        finally:
            own.close()
        assert isinstance(found, FileResult) and said(found) == say("reader.time", limit=PAGE.seconds)
        assert took >= 2 and not Path(f"/proc/{asleep[0]}").exists()

    def test_a2_a_reader_that_nobody_stops_ends_by_itself(self) -> None:
        own = Pool()

        def earlier(dataset: str, regions: tuple[str, ...]) -> list[tuple[object, ...]]:
            reader, deadline = Path(f"/proc/{_reader_of(own)}"), time.monotonic() + 120
            while reader.exists() and time.monotonic() < deadline:
                time.sleep(0.1)
            assert not reader.exists()
            return []

        try:
            found = own.read(GOOD, "x", previous=earlier, limits=replace(PAGE, patience=1))
        finally:
            own.close()
        assert isinstance(found, FileResult) and said(found) == say("reader.time", limit=PAGE.seconds)

    def test_a2_problems_beyond_the_limit_are_counted(self) -> None:
        rows = [f"Twente;{year};ips;uwv;-;1;1;1;1" for year in range(1990, 2020)]
        found = read(csv(*rows), replace(PAGE, problems=10))
        assert len(found.problems) == 11 and "20 andere" in found.problems[-1].text

    def test_a2_a_long_line_of_readers_gets_a_sentence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pool, "WAITING", -pool.AT_ONCE)
        with pytest.raises(UserError, match="te veel bestanden tegelijk"):
            read(GOOD)

    def test_a2_many_at_once_all_get_their_own_answer(self) -> None:
        files = [csv(f"Twente;{year}-H1;ips;uwv;10;5;3;12;2") for year in range(2016, 2024)]
        found: dict[int, FileResult] = {}
        threads = [
            threading.Thread(target=lambda n=n, data=data: found.update({n: read(data)}))  # type: ignore[misc]
            for n, data in enumerate(files)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [found[n].receipts[0].periods for n in range(8)] == [(f"{2016 + n}-H1",) for n in range(8)]


class TestItLives:
    def test_a1_a_dead_process_is_started_again(self) -> None:
        own = Pool()
        try:
            assert isinstance(own.read(GOOD, "x"), FileResult)
            assert own._worker is not None
            os.kill(own._worker.pid, signal.SIGKILL)
            own._worker.wait()
            found = own.read(GOOD, "x")
            assert isinstance(found, FileResult) and found.receipts
        finally:
            own.close()

    def test_a1_nothing_stays_behind_when_the_caller_is_gone(self) -> None:
        code = (
            "from sdw.exchange.pool import readers\n"
            "readers().read(b'x;y', 'x'); print(readers()._worker.pid, flush=True)\n"
            "import os; os._exit(0)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        started = Path(f"/proc/{int(done.stdout)}")
        deadline = time.monotonic() + 60
        while started.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not started.exists()

    def test_a1_handles_do_not_add_up(self) -> None:
        read(GOOD)
        before = _handles()
        for _ in range(5):
            read(GOOD)
        assert _handles() <= before + 1

    def test_a1_a_bug_of_ours_repeats_nothing_of_the_file(self) -> None:
        ours, theirs = wire.pair()
        with ours, theirs:
            with job._Told(theirs):
                raise ValueError("Jan Jansen, 123456782")
            received = wire.receive(ours)
        assert received is not None
        assert "ValueError" in received[0]["bug"] and "Jan" not in received[0]["bug"]


class TestUnusual:
    """What a steward can name on the command line, and is no file."""

    def test_a2_a_device_without_an_end(self) -> None:
        with pytest.raises(UserError, match="zero is geen gewoon bestand"):
            readers().read(Path("/dev/zero"))

    def test_a2_a_pipe(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pijp.csv")
        with pytest.raises(UserError, match=r"pijp\.csv is geen gewoon bestand"):
            readers().read(tmp_path / "pijp.csv")

    def test_a2_a_pipe_in_a_folder(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "TypedDataSet.csv")
        with pytest.raises(UserError, match="geen gewoon bestand"):
            readers().read(tmp_path)

    def test_a2_a_folder_without_a_table(self, tmp_path: Path) -> None:
        assert isinstance(readers().read(tmp_path), RefusedTable)

    def test_a2_two_milliard_nothings(self, tmp_path: Path) -> None:
        path = tmp_path / "leeg.csv"
        with path.open("wb") as file:
            file.truncate(2 * 1024**3)
        with pytest.raises(UserError, match=f"{COMMAND.bytes // 1024**2} MB"):
            readers().read(path)

    def test_a2_a_link_to_a_device(self, tmp_path: Path) -> None:
        (tmp_path / "x.csv").symlink_to("/dev/urandom")
        with pytest.raises(UserError, match="geen gewoon bestand"):
            readers().read(tmp_path / "x.csv")

    def test_a2_a_path_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match=r"weg\.csv is niet te openen"):
            readers().read(tmp_path / "weg.csv")
