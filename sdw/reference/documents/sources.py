"""Where every shipped file comes from: publisher, licence, date (`data/sources.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import tables


@dataclass(frozen=True, slots=True)
class Source:
    """One source. `files` are paths under `data/`; `date` is what the content is about; `url` may be ''."""

    id: str
    files: tuple[str, ...]
    title: str
    publisher: str
    licence: str
    date: str
    url: str
    note: str

    @property
    def of_examples(self) -> bool:
        """True for what is invented, and for what belongs to it."""
        return any("examples" in name for name in self.files)


ALL: tuple[Source, ...] = tuple(
    Source(**(entry | {"files": tuple(entry["files"])})) for entry in tables.document("sources.toml")["source"]
)

_BY_ID = {source.id: source for source in ALL}


def by_id(source_id: str) -> Source:
    """The source with this id. An unknown id is our bug: KeyError."""
    return _BY_ID[source_id]


def of_file(path: str) -> tuple[Source, ...]:
    """The sources of a file, by its path under `data/` ('reference/regions.csv')."""
    return tuple(source for source in ALL if path in source.files)
