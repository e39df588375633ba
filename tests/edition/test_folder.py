"""The list of editions is kept as long as nothing changes, and whatever another process does is seen at once."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from sdw.edition import editions, folder, paths, seals
from tests.worlds import editions as small
from tests.worlds.edition import store_at
from tests.worlds.figures import figure


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store with one edition, read so long after it was published that the list of it is kept."""
    with store_at(tmp_path):
        publish("2026-voorjaar")
        monkeypatch.setattr(time, "time_ns", lambda: _changed(tmp_path) + 2 * folder.SETTLED)
        assert labels() == ["2026-voorjaar"]
        assert str(tmp_path) in folder._kept
        yield tmp_path


def _changed(store: Path) -> int:
    return (store / "editions").stat().st_ctime_ns


def publish(label: str, value: float = 97.0, *, sealed: bool = True, **facts: str) -> Path:
    path = small.build(paths.folder(), [figure(value)], label, **facts).path
    if sealed:
        seals.put(path)
    return path


def labels() -> list[str]:
    return [edition.label for edition in editions.every()]


def reads(act: Callable[[], object]) -> int:
    """How often the folder is read through while this is done."""
    with patch.object(Path, "glob", autospec=True, side_effect=Path.glob) as read:
        act()
    return int(read.call_count)


def elsewhere(act: Callable[..., object], *words: object) -> None:
    """The same in a process of its own."""
    process = multiprocessing.get_context("spawn").Process(target=_act, args=(str(paths.folder()), act, words))
    process.start()
    process.join()
    assert process.exitcode == 0


def _act(store: str, act: Callable[..., object], words: tuple[object, ...]) -> None:
    with store_at(Path(store)):
        act(*words)


def _remove(label: str) -> None:
    (paths.editions_folder() / f"{label}.duckdb").unlink()


def _damage(label: str) -> None:
    """Another byte in its place: the folder does not change."""
    path = paths.editions_folder() / f"{label}.duckdb"
    content = bytearray(path.read_bytes())
    content[20_000] ^= 1
    with path.open("r+b") as file:
        file.write(content)


def _seal_anew(label: str) -> None:
    path = paths.editions_folder() / f"{label}.duckdb"
    seals.keep(path, "0" * 64 + f"  {path.name}\n")


def test_while_nothing_changes_the_folder_is_not_read(settled: Path) -> None:
    assert reads(labels) == 0
    assert reads(lambda: editions.find("2026-voorjaar")) == 0
    assert reads(editions.find) == 0


def test_a_publication_by_another_process_is_seen_at_once(settled: Path) -> None:
    for number in range(3):
        label = f"2027-{number}"
        elsewhere(publish, label)
        assert label in labels()
        assert editions.find(label).label == label
        assert reads(labels) == 0


def test_a_second_change_in_the_same_tick_is_seen(settled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk of which the times are coarse two publications leave the same time."""
    when = (settled / "editions").stat()
    monkeypatch.setattr(time, "time_ns", lambda: when.st_ctime_ns + folder.SETTLED // 2)
    monkeypatch.setattr(folder, "_changed", lambda _: (when.st_mtime_ns, when.st_ctime_ns, 1, 1))
    folder._kept.clear()
    for label in ("2027-a", "2027-b"):
        publish(label)
        assert label in labels()


def test_an_edition_that_goes_is_gone(settled: Path) -> None:
    elsewhere(_remove, "2026-voorjaar")
    assert labels() == []


@pytest.mark.parametrize("act", [_damage, _seal_anew])
def test_damage_by_another_process_is_seen_at_once(settled: Path, act: Callable[[str], None]) -> None:
    elsewhere(act, "2026-voorjaar")
    assert labels() == []
    assert editions.broken() == ["2026-voorjaar.duckdb"]


def test_another_store_is_another_list(settled: Path, tmp_path: Path) -> None:
    with store_at(tmp_path / "other"):
        assert labels() == []
        publish("2026-anders")
        assert labels() == ["2026-anders"]
    assert labels() == ["2026-voorjaar"]


def test_a_store_that_is_a_link_to_another_one_now_is_another_list(
    settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store_at(tmp_path / "other"):
        publish("2026-anders")
    link = tmp_path / "link"
    link.symlink_to(settled)
    with store_at(link):
        assert labels() == ["2026-voorjaar"]
        link.unlink()
        link.symlink_to(tmp_path / "other")
        assert labels() == ["2026-anders"]
