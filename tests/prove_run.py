"""`make prove`: the attack over every world in which protection must hold; a line for each, and a table of kinds.

`python -m tests.prove_run [NAME …]`: only the worlds whose name begins so. Resumable: an attack whose line is in
`build/prove.csv` is not made again, unless the code or the data of the monitor changed since. Ends with 1 when a
small count is pinned, a count is known to be small, something is shown that tells of people, or a world is not
published.
"""

from __future__ import annotations

import csv
import hashlib
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from sdw.dissemination.attack.attack import Attack
from sdw.edition.editions import Edition
from sdw.production.steward.privacy import knowing
from sdw.text.errors import UserError
from tests import ROOT
from tests.worlds import judging, proving
from tests.worlds.edition import store_at
from tests.worlds.proving import World

OUT, TABLE = ROOT / "build" / "prove.csv", ROOT / "build" / "prove.md"
HEAD = (
    *(
        "code",
        "world",
        "attack",
        "kind",
        "seed",
        "editions",
        "withheld",
        "attacked",
        "pinned",
        "narrow",
        "large",
        "lost",
        "exposed",
    ),
    *("unproven", "seconds", "fault"),
)
#: How a publication or an attack can end otherwise than it should.
_ENDS = (
    *(UserError, AssertionError, RuntimeError, ValueError, TypeError, LookupError, ArithmeticError, OSError),
    duckdb.Error,
)
_COUNTED = ("sdw/**/*.py", "sdw/**/*.sql", "sdw/**/*.toml", "data/**/*.csv", "data/**/*.toml", "tests/worlds/*.py")

Line = dict[str, object]

_WHO = {"plain": "een lezer", "insider": "wie weet wat er veranderde", "as": "een leverende regio"}
_TITLES = (
    *(
        "werelden",
        "aanvallen",
        "afgeschermd",
        "aangevallen",
        "te herleiden",
        "te smal",
        "getoond",
        "groot en bekend",
        "al getoond",
    ),
    "seconden",
)


def code() -> str:
    """A digest of everything that decides about the outcome."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in _COUNTED for path in ROOT.glob(pattern)}):
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def run(world: World, known: Collection[str] = ()) -> Iterator[Line]:
    """A line for each attack on a world, but those that are known."""
    wanted = [attack for attack in world.attacks if attack not in known]
    if not wanted:
        return
    head: Line = {"world": world.name, "kind": world.kind, "seed": world.seed}
    with tempfile.TemporaryDirectory() as folder, store_at(Path(folder)):
        try:
            every = world.build(Path(folder))
            truth, shown = judging.truth(every), [one for edition in every for one in _exposed(edition)]
        except _ENDS as bug:  # any end but an edition is a finding
            traceback.print_exc()
            yield head | {"attack": wanted[0], "fault": _said(bug)}
            return
        for attack in wanted:
            yield head | {"attack": attack} | _attacked(every, attack, truth, shown)


def _attacked(every: Sequence[Edition], attack: str, truth: judging.Truth, shown: Sequence[str]) -> Line:
    begin = time.process_time()

    def once(doubted: Collection[str], wrong: int) -> Attack:
        region = attack.removeprefix("as ") if attack.startswith("as ") else ""
        return knowing.on(
            every[-1], every[:-1], insider=attack == "insider", region=region, doubted=doubted, wrong=wrong
        )

    try:
        verdict = judging.judged(once, truth, judging.out(every))
    except _ENDS as bug:  # an attack that stops is a finding
        traceback.print_exc()
        return {"fault": _said(bug)}
    for one in (*verdict.pinned, *(verdict.narrow if not attack.startswith("as ") else ()), *shown):
        sys.stdout.write(f"  {attack}: {one}\n")
    return {
        "editions": len(every),
        "withheld": verdict.withheld,
        "attacked": verdict.attacked,
        "pinned": len(verdict.pinned),
        "narrow": len(verdict.narrow),
        "large": verdict.large,
        "lost": len(verdict.lost),
        "exposed": len(shown),
        "unproven": int(dict(every[-1].manifest).get("exposed", 0)),
        "seconds": f"{time.process_time() - begin:.2f}",
        "fault": "" if _owned_up(every, verdict) else "given away by an older edition, and not told",
    }


def _owned_up(every: Sequence[Edition], verdict: judging.Verdict) -> bool:
    """Does each edition tell the steward of all that older ones give away?"""
    found = Counter(one.edition for one in verdict.lost)
    return all(found[one.label] <= int(dict(one.manifest).get("lost", 0)) for one in every)


def _exposed(edition: Edition) -> list[str]:
    return [] if int(edition.fact("rounding")) else judging.exposed(edition)


def _said(bug: Exception) -> str:
    return f"{type(bug).__name__}: {bug}"[:120]


def is_bad(line: Line) -> bool:
    """Does a line say that something is not safe? A region may find a count of another narrower, but not pinned."""
    narrow = 0 if str(line["attack"]).startswith("as ") else int(str(line.get("narrow") or 0))
    return bool(line["fault"]) or narrow + sum(int(str(line.get(name) or 0)) for name in ("pinned", "exposed")) > 0


def table(lines: Sequence[Line]) -> str:
    """Per kind of world and attack: how many, and what was found in all of them together."""
    kinds: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        kinds[str(line["kind"]), _WHO[str(line["attack"]).partition(" ")[0]]].append(line)
    titles = ("wat er is aangevallen", "door", *_TITLES)
    out = [f"| {' | '.join(titles)} |", "|---|---|" + "---:|" * len(_TITLES)]
    for (kind, attack), found in kinds.items():
        totals = [
            _sum(found, name) for name in ("withheld", "attacked", "pinned", "narrow", "exposed", "large", "lost")
        ]
        worlds = len({str(line["world"]) for line in found})
        cells = [str(worlds), str(len(found)), *map(_dutch, totals), _dutch(round(_sum(found, "seconds")))]
        out.append(f"| {kind} | {attack} | {' | '.join(cells)} |")
    return "\n".join(out) + "\n"


def _sum(lines: Iterable[Line], name: str) -> float:
    return sum(float(str(line.get(name) or 0)) for line in lines)


def _dutch(count: float) -> str:
    return f"{count:,.0f}".replace(",", ".")


def main(*names: str) -> int:
    """Attack what was not attacked yet; 1 when something is not safe."""
    now = code()
    lines = [line for line in _read() if line["code"] == now]
    known: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        known[str(line["world"])].add(str(line["attack"]))
    OUT.parent.mkdir(exist_ok=True)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEAD, restval="")
        writer.writeheader()
        writer.writerows(lines)
        for world in proving.every():
            if names and not world.name.startswith(names):
                continue
            for line in run(world, known[world.name]):
                writer.writerow({"code": now} | line)
                file.flush()
                lines.append(line)
                if is_bad(line):
                    sys.stdout.write(f"NOT SAFE: {world.name} (seed {world.seed}), {line['attack']}\n")
                    sys.stdout.flush()
    TABLE.write_text(table(lines), encoding="utf-8")
    sys.stdout.write(table(lines))
    return 1 if any(map(is_bad, lines)) else 0


def _read() -> list[Line]:
    if not OUT.exists():
        return []
    with OUT.open(encoding="utf-8", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
