"""Gegevens: four steps to deliver, figures to take away, and what is in an edition."""

from sdw.ui import checking, delivering, downloads, history, show, view

edition = view.current().edition

delivering.before()
checking.own_file(edition)
delivering.details()
downloads.offer(edition)
with show.together():
    history.list_editions(edition)
    history.batches(edition)
    history.log(edition)
