"""What an attacker takes for granted, and gives up where the published figures contradict it.

First everything: that ledgers balance and carry over, that a part without a number is no part, that what looks the
same in several editions is the same. Then not of a region whose own figures contradict that; then of none; and at
last not that the nation is about the regions that have a count: a region can withhold a count by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sdw.disclosure.public import public_system
from sdw.disclosure.public.releases import Labels, Release, Same
from sdw.reference.areas.regions import NATION
from sdw.reference.dimensions import Key


def attempts(
    releases: Sequence[Release], same: Same | None, doubted: Collection[str] = ()
) -> Iterator[tuple[Sequence[Release], Same]]:
    """From most to least taken for granted: the editions, and what is the same in them.

    doubted: regions (or the nation) of which nothing is taken for granted from the start.
    """
    releases = [_doubting(release, doubted) for release in releases]
    yield releases, same or Labels(releases, alike=True)
    for lesser in (_sober, _bare, _apart):
        releases = [lesser(release) for release in releases]
        for alike in [True] if same else [True, False]:
            yield releases, same or Labels(releases, alike=alike)


def _sober(release: Release) -> Release:
    """The same edition, without what the figures of a region contradict by themselves."""
    for region in sorted({cell.key[1] for cell in release.cells} - {NATION}):
        for less in (_without_guesses, _without_ledger, _without_sums):
            if _possible(release, region):
                break
            release = less(release, region)
    return release


def _bare(release: Release) -> Release:
    """The same edition with nothing but what is published: sums of regions, and of parts."""
    return _doubting(release, {NATION} | {cell.key[1] for cell in release.cells})


def _apart(release: Release) -> Release:
    """The same edition, in which nobody can tell which regions a count of the nation is about."""
    return replace(release, apart=True)


def _doubting(release: Release, doubted: Collection[str]) -> Release:
    for region in sorted(set(doubted) - {NATION}):
        release = _without_ledger(_without_guesses(release, region), region)
    return replace(release, bare=release.bare or NATION in doubted)


def _possible(release: Release, region: str) -> bool:
    sums = [one for one in release.sums if _about(one, region)]
    alone = replace(release, cells=[cell for cell in release.cells if cell.key[1] == region], sums=sums)
    return public_system.opened([alone]).possible


def _without_guesses(release: Release, region: str) -> Release:
    cells = [
        replace(cell, value=None, guess=False) if cell.guess and cell.key[1] == region else cell
        for cell in release.cells
    ]
    return replace(release, cells=cells)


def _about(sums: tuple[tuple[Key, ...], float], region: str) -> bool:
    return {key[1] for key in sums[0]} == {region}


def _without_sums(release: Release, region: str) -> Release:
    return replace(release, sums=[one for one in release.sums if not _about(one, region)])


def _without_ledger(release: Release, region: str) -> Release:
    mine = {(region, cell.key[2]) for cell in release.cells if cell.key[1] == region}
    return replace(release, loose=release.loose | mine)
