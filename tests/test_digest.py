"""What the example edition says, on every page and in every file, changes only where that is meant."""

from __future__ import annotations

from tests.worlds import digest


def test_every_page_and_every_file_of_the_example_edition_says_what_it_said() -> None:
    was, now = digest.stored(), dict(digest.lines())
    changed = sorted(name for name in was.keys() | now.keys() if was.get(name) != now.get(name))
    assert changed == [], "if this is meant: python -m tests.worlds.digest"
    assert len({value for name, value in now.items() if name.startswith("pagina")}) == len(digest.VIEWS)
