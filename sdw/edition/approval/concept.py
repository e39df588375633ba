"""The words that stand on every screen and in every file of a concept: that it is one, and for whom it is."""

from __future__ import annotations

from sdw.edition.approval import access
from sdw.edition.editions import Edition
from sdw.text.dutch import moment, say


def mark(edition: Edition) -> str:
    """What whoever asks now must find on all that is taken from this edition; '' for one that is public."""
    if not edition.is_concept:
        return ""
    found = access.grant()
    if found is None or found.label != edition.label:
        return say("concept.mark", label=edition.label, holder=say("approval.steward"))
    return say("concept.mark_link", label=edition.label, holder=found.link.holder, id=found.link.id)


def until(edition: Edition) -> str:
    """Until when whoever asks now may see this concept; '' where that has no end."""
    found = access.grant() if edition.is_concept else None
    return "" if found is None else moment(found.link.until)
