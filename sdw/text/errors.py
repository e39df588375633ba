"""The one kind of error that a user may see."""

from __future__ import annotations

from sdw.text.dutch import say


class UserError(Exception):
    """Something a person can mend. Carries a text key and facts; reads as one Dutch sentence.

    The sentence says what is wrong, where, and what to do next. Anything that is not a
    `UserError` is our own bug and keeps its traceback.
    """

    def __init__(self, key: str, **facts: object) -> None:
        self.key = key
        self.facts = facts
        super().__init__(say(key, **facts))
