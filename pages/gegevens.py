"""Gegevens: check your own file, deliver, take figures away, see what is in an edition."""

from sdw.ui import checking, delivering, downloads, history, show, view

edition = view.current().edition

checking.own_file(edition)
delivering.offer()
downloads.offer(edition)
with show.together():
    history.list_editions(edition)
    history.batches(edition)
    history.log(edition)
