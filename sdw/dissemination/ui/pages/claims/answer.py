"""An answer of the claim check as blocks: how the claim is read, the answer, its grounds, what to say instead."""

from __future__ import annotations

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Beside, Block, Heading, Items, Paragraph
from sdw.dissemination.figures.claims import check, instead, words
from sdw.dissemination.figures.claims.model import Answer, Claim, Form, Why
from sdw.dissemination.ui.elements import show
from sdw.edition.editions import Edition
from sdw.text.dutch import say


def closing() -> tuple[Block, ...]:
    """Of what the 5% is."""
    return (Paragraph(say("claim.per_claim"), quiet=True),)


def of_claim(edition: Edition, claim: Claim) -> tuple[Block, ...]:
    """The answer to a claim that was chosen."""
    return of_answer(edition, check.answer(edition, claim))


def of_answer(edition: Edition, answer: Answer) -> tuple[Block, ...]:
    """An answer, and after an unclear one each claim that it may have been, or examples of what can be checked."""
    told = words.told(edition, answer)
    read = (Paragraph(say("claim.read", told=told.read)),) if told.read else ()
    found: list[Block] = [*read, Sentence(told.verdict, "lead")]
    if told.basis:
        found.append(Sentence(told.basis, "plain", answer.figures))
    if told.instead:
        _, said = instead.said(edition, answer)
        heading = Heading(say("page.claims.instead"), 3)
        found += [heading, Sentence(told.instead, "plain", answer.figures, said)]
    if answer.why is Why.NO_FORM:
        examples = tuple(say(f"claim.example_{form}") for form in Form)
        found += [Paragraph(say("claim.forms")), Items(examples)]
    if answer.meant:
        meant = tuple(of_claim(edition, one) for one in answer.meant)
        found += [Paragraph(say("claim.meant")), Beside(meant, cards=True)]
    if answer.figures:
        found.append(show.sources_of(edition, answer.figures))
    return tuple(found)
