"""Gegevens: four steps to deliver, figures to take away, and what is in an edition."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import downloads
from sdw.dissemination.ui.pages.data import delivery_sheet, file_check, history
from sdw.dissemination.ui.view import link_view

edition = link_view.current().edition

delivery_sheet.before()
file_check.own_file(edition)
delivery_sheet.details()
downloads.offer(edition)
with show.together():
    history.list_editions(edition)
    history.batches(edition)
    history.log(edition)
