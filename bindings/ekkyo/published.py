"""What members of a run do, beside what was published of members elsewhere: measured in the run itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from .amounts import say_share
from .measuring import YEAR
from .pattern import Pattern
from .patterns import PATTERNS
from .run import Run
from .statement import Statement
from .tongue import Tongue

#: the patterns that say what members do, and that need no other world
DONE_BY_MEMBERS = ("questions", "take_part", "only_read")


def off(statement: Statement) -> Iterator[tuple[Pattern, float]]:
    """The patterns whose mean in this run lies outside what was published, with that mean."""
    lived = statement.lived
    run = Run(statement.scenario, replace(lived, raw={"level": lived.raw[statement.here]}))
    for pattern in PATTERNS:
        if pattern.name in DONE_BY_MEMBERS and statement.scenario.weeks >= pattern.years * YEAR:
            taken = pattern.measure([run], [run])
            if not np.isnan(taken).all() and not pattern.low <= float(np.nanmean(taken)) <= pattern.high:
                yield pattern, float(np.nanmean(taken))


def asked_much(statement: Statement, tongue: Tongue) -> str:
    """By how much members ask more than was published, and what is left if answers bring that much less; else nothing.

    Nothing is lived anew for it: only the value of answers is divided, as if each question less took its answer along.
    """
    pattern, here = next((found for found in off(statement) if found[0].name == "questions"), (None, 0.0))
    book = statement[statement.main()].full
    answers = book.lines["answers"].mean
    if pattern is None or here < pattern.high or answers <= 0:
        return ""
    least, most = here / pattern.high, here / pattern.low
    return str(tongue["plain"]["asked_much"]).format(
        here=tongue.number(here),
        least=tongue.number(least),
        most=tongue.number(most),
        low=tongue.number(pattern.low),
        high=tongue.number(pattern.high),
        share=say_share(answers / book.value.mean),
        mean=tongue.amount(book.npv.mean),
        left=tongue.amount(book.npv.mean - answers * (1 - 1 / least)),
    )


def told(statement: Statement, tongue: Tongue) -> str:
    """Which published figures members do not meet, in a sentence; or where to read how the model does."""
    said, found = tongue["published"], list(off(statement))
    if not found:
        return str(said["elsewhere"])
    listed = [
        said["off"].format(
            claim=tongue["pattern"].get(pattern.name) or pattern.claim,
            here=tongue.number(mean),
            low=tongue.number(pattern.low),
            high=tongue.number(pattern.high),
            unit=tongue.gloss(pattern.unit),
        )
        for pattern, mean in found
    ]
    return str(
        said["told"].format(level=tongue.level(statement.level), told=tongue["sentence"]["semicolon"].join(listed))
    )
