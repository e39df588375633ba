"""Opening a page in a test, as a visitor does: through the entry, with a view in the URL."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import patch

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from tests.worlds.patience import LONG

ROOT = Path(__file__).resolve().parents[2]


class _ThroughTheEntry(PagesManager):
    """AppTest takes a folder named `pages` for pages without an entry; the server is told otherwise."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        PagesManager.uses_pages_directory = False
        super().__init__(*args, **kwargs)


class Visit(AppTest):
    """An AppTest that always runs the entry."""

    def _run(self, *args: object, **kwargs: object) -> AppTest:
        with patch("streamlit.testing.v1.app_test.PagesManager", _ThroughTheEntry):
            return super()._run(*args, **kwargs)


def opened(page: str, **view: str) -> Visit:
    """The page with this name, with these parameters in its URL."""
    visit = Visit(ROOT / "dashboard.py", default_timeout=LONG).run().switch_page(f"pages/{page}.py")
    for name, value in view.items():
        visit.query_params[name] = value
    return visit.run()


def chosen(visit: Visit, **choice: str) -> Visit:
    """The same page after a choice in its filters: `chosen(visit, regio="AM05")`."""
    [(name, code)] = choice.items()
    return told_by_filters(visit, "choice", {"name": name, "code": code})


def told_by_filters(visit: Visit, event: str, value: object) -> Visit:
    """The same page after its filters said this."""
    [element] = [one.proto for one in visit.get("bidi_component") if one.proto.component_name == "sdw_filters"]
    told = json.dumps([{"event": event, "value": value}])
    state = WidgetStates()
    state.widgets.add(id=element.id, json_value="{}")
    state.widgets.add(id=_make_trigger_id(element.id, "events"), json_trigger_value=told)
    visit._run(state)
    return visit


def words(visit: AppTest) -> str:
    """All HTML of the page, with apostrophes as a browser reads them."""
    return " ".join(element.proto.body for element in visit.get("html")).replace("&#39;", "'")
