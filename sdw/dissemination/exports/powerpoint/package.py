"""The package as bytes: without the hour at which it was made, so that the same deck is the same bytes."""

from __future__ import annotations

import io
import zipfile

from pptx.presentation import Presentation

_EPOCH = (1980, 1, 1, 0, 0, 0)


def written(presentation: Presentation) -> bytes:
    """The file."""
    made = io.BytesIO()
    presentation.save(made)
    target = io.BytesIO()
    with zipfile.ZipFile(made) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for one in package.infolist():
            copy.writestr(zipfile.ZipInfo(one.filename, _EPOCH), package.read(one), zipfile.ZIP_DEFLATED)
    return target.getvalue()
