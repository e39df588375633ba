"""Gegevens as blocks: the whole page, without what a reader fills in, uploads or downloads."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Columns, Page, Parts
from sdw.dissemination.figures import corrections
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import edition_list
from sdw.dissemination.ui.interaction import downloads
from sdw.dissemination.ui.pages.data import agreed, delivery_sheet, file_check, history, open_data
from sdw.edition.editions import Edition
from sdw.reference import delivery


def page(edition: Edition, known: tuple[Edition, ...]) -> Page:
    """The whole page on an edition; `known` are all editions, newest first."""
    parts: Parts = (
        (Columns(delivery_sheet.get_it(), delivery_sheet.fill_it_in(), (1, 1)),),
        (Columns(file_check.check_it(), delivery_sheet.deliver_it(delivery.current()), (1, 1)),),
        (Columns(downloads.opening(edition), edition_list.listed(known, edition), (1, 1)),),
        open_data.offered(edition),
        agreed.told(edition),
        history.batches(edition),
        history.log(edition, corrections.previous(edition)),
    )
    return Page(menu.by_name("gegevens").title, tuple(filter(None, parts)))
