"""A run on one screen of a terminal: the answer, the two ledgers, when, the odds, stops, and what carries it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import amending, ranking, wording
from .accounts import LEDGERS
from .lines import left, opened, right, wrapped
from .tongue import Tongue

if TYPE_CHECKING:
    from .statement import Statement
    from .tongue import Tongue

#: so many of the unknowns that carry the result
HEAVIEST = 3


def brief(statement: Statement, language: str = "en", answer: Sequence[str] = ()) -> str:
    """What a statement says at most forty lines long, beneath an ``answer``; `wording.text` is all of it."""
    tongue = Tongue(language, statement.scenario.currency)
    parts = [
        tongue.named(statement.scenario.name) or tongue["text"]["title"],
        "\n".join(map(wrapped, answer)),
        wrapped(opened(wording.sentence(statement, language))),
        amending.changing_text(statement.scenario, tongue, tongue["brief"]["changing"]),
        ledgers(statement, tongue),
        when(statement, tongue),
        ranking.carried_text(statement, tongue, HEAVIEST),
        wrapped(tongue["brief"]["closing"].format(currency=tongue.coin)),
    ]
    return "\n\n".join(part for part in parts if part)


def ledgers(statement: Statement, tongue: Tongue) -> str:
    """Both ledgers without their lines: cost, value, what is left, and how often that is above zero."""
    one, said = statement[statement.main()], tongue["text"]
    heading = tongue["brief"]["ledgers"].format(
        support=opened(wording.support(statement, tongue.language)),
        against=tongue.against(statement.main()),
        currency=tongue.coin,
    )
    books = "".join(right(tongue["name"][name], 4 * said["cell"]) for name in LEDGERS)
    return "\n".join(
        line.rstrip()
        for line in (
            wrapped(heading),
            left("", said["label"]) + books,
            wording.four_heading(tongue),
            *(wording.total(one, side, tongue) for side in ("cost", "value")),
            *wording.outcome(one, tongue),
        )
    )


def when(statement: Statement, tongue: Tongue) -> str:
    """When what shows, how often, and how often a sponsor stops it."""
    rows = wording.clocks_text(statement, tongue).partition(wording.clock_heading(tongue))[2]
    heading = tongue["brief"]["when"].format(against=tongue.against(statement.main()))
    return "\n".join([wrapped(heading), wording.clock_heading(tongue) + rows])
