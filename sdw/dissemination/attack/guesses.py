"""What an attacker takes for granted, and gives up where the published figures contradict it.

First everything: that ledgers balance and carry over, that a part without a number is no part, that what looks the
same in several editions is the same. Then not of a region whose own figures contradict that; then of none; and at
last not that the nation is about the regions that have a count: a region can withhold a count by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sdw.disclosure.public import public_system
from sdw.disclosure.public.releases import Key, Labels, Release, Same
from sdw.reference.areas.regions import NATION


def attempts(
    issues: Sequence[Release], same: Same | None, doubted: Collection[str] = ()
) -> Iterator[tuple[Sequence[Release], Same]]:
    """From most to least taken for granted: the editions, and what is the same in them.

    doubted: regions (or the nation) of which nothing is taken for granted from the start.
    """
    issues = [_doubting(issue, doubted) for issue in issues]
    yield issues, same or Labels(issues, alike=True)
    for lesser in (_sober, _bare, _apart):
        issues = [lesser(issue) for issue in issues]
        for alike in [True] if same else [True, False]:
            yield issues, same or Labels(issues, alike=alike)


def _sober(issue: Release) -> Release:
    """The same edition, without what the figures of a region contradict by themselves."""
    for region in sorted({cell.key[1] for cell in issue.cells} - {NATION}):
        for less in (_without_guesses, _without_ledger, _without_sums):
            if _possible(issue, region):
                break
            issue = less(issue, region)
    return issue


def _bare(issue: Release) -> Release:
    """The same edition with nothing but what is published: sums of regions, and of parts."""
    return _doubting(issue, {NATION} | {cell.key[1] for cell in issue.cells})


def _apart(issue: Release) -> Release:
    """The same edition, in which nobody can tell which regions a count of the nation is about."""
    return replace(issue, apart=True)


def _doubting(issue: Release, doubted: Collection[str]) -> Release:
    for region in sorted(set(doubted) - {NATION}):
        issue = _without_ledger(_without_guesses(issue, region), region)
    return replace(issue, bare=issue.bare or NATION in doubted)


def _possible(issue: Release, region: str) -> bool:
    sums = [one for one in issue.sums if _about(one, region)]
    alone = replace(issue, cells=[cell for cell in issue.cells if cell.key[1] == region], sums=sums)
    return public_system.opened([alone]).possible


def _without_guesses(issue: Release, region: str) -> Release:
    cells = [
        replace(cell, value=None, guess=False) if cell.guess and cell.key[1] == region else cell
        for cell in issue.cells
    ]
    return replace(issue, cells=cells)


def _about(sums: tuple[tuple[Key, ...], float], region: str) -> bool:
    return {key[1] for key in sums[0]} == {region}


def _without_sums(issue: Release, region: str) -> Release:
    return replace(issue, sums=[one for one in issue.sums if not _about(one, region)])


def _without_ledger(issue: Release, region: str) -> Release:
    mine = {(region, cell.key[2]) for cell in issue.cells if cell.key[1] == region}
    return replace(issue, loose=issue.loose | mine)
