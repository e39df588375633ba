"""A page without a script of Streamlit, whole: its head, its style, and the script that it may run."""

from __future__ import annotations

from markupsafe import Markup

from sdw.dissemination.ui.server import answers
from sdw.text.dutch import say

_FORM = Markup(
    '<!doctype html><html lang="nl"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>{}</title>{}'
    '<link rel="icon" href="{}"><style>{}</style></head>'
    '<body class="sdw-light{}"><main>{}</main>{}</body></html>'
)


def whole(
    title: str, content: Markup, head: Markup | str = "", *, is_live: bool = False, is_framed: bool = False
) -> str:
    """The page as HTML.

    head: more for in its head. is_live: with words at what is pointed at. is_framed: small, for in a frame
    elsewhere; its links open outside of that.
    """
    script = Markup("<script>{}</script>").format(Markup(answers.light_script())) if is_live else Markup()
    outside = Markup('<base target="_blank">') if is_framed else Markup()
    named = say("frame.page_title", page=title)
    style = Markup(answers.light_style())
    return _FORM.format(named, outside + head, answers.ICON, style, " sdw-framed" * is_framed, content, script)
