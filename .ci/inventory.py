"""What is installed and under which licence: `licences` (Markdown) or `sbom` (CycloneDX JSON), on stdout.

Reads the lock files and the metadata of the installed packages; the same environment gives the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
RUN, DEV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"


def locked(path: Path) -> dict[str, Requirement]:
    """Name → requirement of each package of a lock file that this machine needs; hashes are left out."""
    lines = (line.split(" \\")[0] for line in path.read_text(encoding="utf-8").splitlines())
    found = (Requirement(line) for line in lines if re.match(r"[A-Za-z0-9]", line))
    return {canonical(one.name): one for one in found if one.marker is None or one.marker.evaluate()}


def canonical(name: str) -> str:
    """A package name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(name: str) -> str:
    """The licence of an installed package, as it says itself: an SPDX expression, else its classifiers."""
    facts = metadata.metadata(name)
    if expression := facts.get("License-Expression"):
        return expression
    classes = [
        line.rsplit(" :: ", 1)[-1] for line in facts.get_all("Classifier", []) if line.startswith("License ::")
    ]
    text = (facts.get("License") or "").strip().splitlines()
    short = text[0] if text and len(text[0]) <= 60 else ""
    return ", ".join(one for one in classes if one != "OSI Approved") or short or "see the package"


def licences() -> Iterator[str]:
    """A Markdown page with every package, its version and its licence."""
    run = locked(RUN)
    yield "# Licences of the packages\n"
    yield "Made by `make licences` from the lock files and from what the packages say of themselves.\n"
    yield "| package | version | licence | needed to |\n|---|---|---|---|"
    for name, one in sorted(locked(DEV).items()):
        version = str(one.specifier).removeprefix("==")
        yield f"| {name} | {version} | {licence(name)} | {'run' if name in run else 'develop'} |"


def sbom() -> Iterator[str]:
    """A CycloneDX bill of materials of what the monitor runs on."""
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    monitor = {
        "type": "application",
        "name": "sterk-door-werk-monitor",
        "version": version.group(1) if version else "",
    }
    parts = []
    for name, one in sorted(locked(RUN).items()):
        number = str(one.specifier).removeprefix("==")
        parts.append(
            {
                "type": "library",
                "bom-ref": f"pkg:pypi/{name}@{number}",
                "name": name,
                "version": number,
                "purl": f"pkg:pypi/{name}@{number}",
                "licenses": [{"license": {"name": licence(name)}}],
            }
        )
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": monitor},
        "components": parts,
    }
    yield json.dumps(content, indent=2, ensure_ascii=False)


if __name__ == "__main__":
    for line in {"licences": licences, "sbom": sbom}[sys.argv[1]]():
        sys.stdout.write(f"{line}\n")
