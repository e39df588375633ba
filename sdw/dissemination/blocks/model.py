"""The blocks of a page: frozen data in words and figures, without any markup.

A page is a function from an edition or a view to a `Page`; a writer makes something of it: HTML for the screen
(`ui/elements/screen.py`), plain text (`blocks/plain.py`). What cannot be said with these is a new block here, and
a new line in every writer: a block never holds what only one writer understands.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdw.dissemination.blocks.drawings import BulletChart, Chart, Choice, DotChart, Map
from sdw.dissemination.blocks.figures import Ledger, Sentence, Sources, Tiles
from sdw.dissemination.blocks.layers import LayerCards, LayerHead
from sdw.dissemination.blocks.points import Points, Signpost
from sdw.dissemination.blocks.table import Table, Take


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 (a part of the page), 3 or 4; `linked` when a list of contents leads to it."""

    words: str
    level: int = 2
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words under one another; `quiet` for small print."""

    words: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that stands out; `urgent` for a sentence in place of content that is not there.

    `verdict`: what it says of a file, with a word of its own before the others and a shape of its own beside them.
    """

    words: str
    urgent: bool = False
    verdict: Literal["", "good", "warned", "refused"] = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences; those that say something of a claim are `Sentence`s."""

    lines: tuple[str | Sentence, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Each line in words."""
        return tuple(line if isinstance(line, str) else line.words for line in self.lines)


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their texts beside them."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence word for word, with where it was said."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A published finding: what it says, who says it where ('' for no address), how certain it is, its figure."""

    statement: str
    source: str
    address: str
    certainty: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from: its title and address ('' for none); who made it, when, with which licence."""

    title: str
    address: str
    terms: str


@dataclass(frozen=True, slots=True)
class OtherEditions:
    """The same page on other editions: what to say before them, and their labels."""

    words: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A part that is closed until a reader asks for it by its title; `is_open` where there is room for it."""

    title: str
    blocks: tuple[Block, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts of equal rank, none before the other; `cards` when each stands by itself."""

    parts: tuple[tuple[Block, ...], ...]
    cards: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of findings or of sources."""

    blocks: tuple[Finding | Source, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Published findings, each under its own figure set large."""

    blocks: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables beside one another, as far as there is room."""

    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two parts side by side, as wide as `weights` say; one under the other where there is no room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    weights: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Explained:
    """How to read the page, closed until a reader asks; `always` is what is the same for every choice."""

    lines: tuple[str, ...]
    always: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page by the function that makes it and what that is of, so that a writer may keep what it wrote.

    `make` is a function of the module level that looks at nothing but what it is given. `alone`: it stays the same
    while the parts around it change with every choice, so the screen sends it by itself.
    """

    make: Callable[..., tuple[Block, ...]]
    of: tuple[Hashable, ...] = ()
    alone: bool = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the part, made now."""
        return self.make(*self.of)


Block: TypeAlias = (
    Heading
    | Paragraph
    | Note
    | Items
    | Facts
    | Quote
    | Finding
    | Source
    | OtherEditions
    | Table
    | Folded
    | Beside
    | Entries
    | Findings
    | Tables
    | Columns
    | Explained
    | Part
    | Sentence
    | Tiles
    | Ledger
    | Sources
    | Chart
    | BulletChart
    | DotChart
    | Map
    | Take
    | Choice
    | LayerHead
    | LayerCards
    | Points
    | Signpost
)


#: Parts of a page under one another, each of blocks that belong together; an empty one takes no room.
Parts: TypeAlias = tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page: its title, and its parts in order; `contents` when a list of the parts stands above them."""

    title: str
    parts: Parts
    contents: bool = False


def within(block: Block) -> Iterator[Block]:
    """The blocks that a block is made of, in the order of reading; none for one that is whole by itself."""
    if isinstance(block, Folded | Entries | Findings | Part):
        yield from block.blocks
    elif isinstance(block, Items):
        yield from (line for line in block.lines if isinstance(line, Sentence))
    elif isinstance(block, Tables):
        yield from block.tables
    elif isinstance(block, Columns):
        yield from (*block.left, *block.right)
    elif isinstance(block, Beside):
        for part in block.parts:
            yield from part


def inside(block: Block) -> Iterator[Block]:
    """The block, and every block in it, in the order of reading."""
    yield block
    yield from walk(within(block))


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, and every block in those."""
    for block in blocks:
        yield from inside(block)


def headings(page: Page) -> Sequence[str]:
    """The parts of the page by their headings, in the order of reading."""
    found = (block for part in page.parts for block in walk(part))
    return [block.words for block in found if isinstance(block, Heading) and block.level == 2]
