"""The entry: `streamlit run dashboard.py`.

Streamlit reads this file twice: once as a module, to find the web application, and then as a script
for every visit. The module half serves the same pages in Dutch; the script half draws them.
"""

from __future__ import annotations

import logging
import secrets
from pathlib import Path

from sdw.text.errors import UserError
from sdw.ui import frame, server

if __name__ == "__main__":
    try:
        frame.draw(Path(__file__).parent)
    except UserError as error:
        frame.problem(str(error))
    except Exception:
        # The one place where a bug of ours meets a reader: a number on the page, the traceback in the log.
        number = secrets.token_hex(3)
        logging.getLogger("sdw").exception("bug %s", number)
        frame.bug(number)
else:
    from streamlit.starlette import App

    server.prepare()
    app = App("dashboard.py", routes=server.routes())
