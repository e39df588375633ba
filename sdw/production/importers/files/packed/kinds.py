"""What a packed file is that is no workbook of ours: each kind with its own remedy."""

from __future__ import annotations

from sdw.production.importers.files.packed.package import Package

#: A part that only this kind of file has (by the beginning or the end of its plain name), and the text for it.
_PARTS = (
    ("word/", "import.is_text_document"),
    ("ppt/", "import.is_slides"),
    ("xl/workbook.bin", "import.is_binary_workbook"),
    (".iwa", "import.is_numbers"),
    ("index.zip", "import.is_numbers"),
    (".numbers/", "import.is_numbers"),
)
#: What an OpenDocument file says that it is, when it is no spreadsheet.
_OPEN = (
    (b"opendocument.text", "import.is_text_document"),
    (b"opendocument.presentation", "import.is_slides"),
)


def of_package(parts: Package) -> str:
    """The key of the sentence for a packed file without a table."""
    for mark, key in _PARTS:
        if any(name.startswith(mark) or name.endswith(mark) for name in parts.names):
            return key
    if "mimetype" in parts:
        with parts.open("mimetype") as stream:
            said = stream.read(100)
        return next((key for mark, key in _OPEN if mark in said), "import.is_zip")
    return "import.is_zip"
