"""Gegevens: four steps to deliver, figures to take away, and what is in an edition."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import downloads
from sdw.dissemination.ui.pages.data import agreed, delivery_sheet, file_check, history, open_data
from sdw.dissemination.ui.view import link_view

edition = link_view.current().edition

delivery_sheet.before()
file_check.own_file(edition, beside=delivery_sheet.details)
with show.columns(1, 1) as (left, right):
    with left:
        downloads.offer(edition)
    with right:
        history.list_editions(edition)
show.kept(open_data.offered, edition)
agreed.tell(edition)
history.list_batches(edition)
history.list_corrections(edition)
