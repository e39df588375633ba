"""The entry: `streamlit run dashboard.py`.

Streamlit reads this file twice: once as a module, to find the web application, and then as a script
for every visit. The module half serves the same pages in Dutch; the script half draws them.
"""

from __future__ import annotations

from pathlib import Path

from sdw.dissemination.ui.agreeing import page as differences
from sdw.dissemination.ui.elements.shield import shielded
from sdw.dissemination.ui.frame import frame
from sdw.dissemination.ui.paper import served
from sdw.dissemination.ui.server import shell, stopping, visitor
from sdw.dissemination.ui.view import drawn, open_data, slides, still_valid
from sdw.dissemination.ui.view.light import regional

if __name__ == "__main__":
    with shielded():
        frame.draw(Path(__file__).parent)
else:
    from streamlit.starlette import App

    shell.prepare()
    app = App("dashboard.py", routes=shell.routes(), lifespan=stopping.in_time)
    light = drawn.answers, regional.answers, still_valid.answers
    files = served.answers, slides.answers, open_data.answers
    app = shell.guarded(app, visitor.rooms, differences.rooms, *light, *files)
