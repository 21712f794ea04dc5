"""What a move of the panel did to the answer, in words."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .accounts import Ledger
from .amounts import of_hundred, say, say_share
from .changing import AT, YEAR, Weeks
from .courses import from_to, spans, told_spans, verb
from .scenario import Scenario
from .tongue import Tongue
from .wording import opened, support

if TYPE_CHECKING:
    from .answers import Answer


def sentence(answer: Answer, pinned: Answer | None, ledger: Ledger, language: str, when: Callable[[Weeks], str]) -> str:
    """Whether to pay, and what it has above the pinned answer, or what that itself is; nothing before both are final.

    ``when`` says weeks as the panel calls them.
    """
    if answer.stage != "final" or pinned is None or pinned.stage != "final":
        return ""
    tongue = Tongue(language, answer.scenario.currency)
    moved = moves(answer, pinned)
    facts = {"period": period(answer.scenario, tongue), "ledger": tongue["moving"][ledger]}
    told = _difference(answer, pinned, ledger, tongue, when) if moved else _as_it_stands(answer, ledger, tongue)
    protected: str = tongue["moving"]["both" if moved else "protected"]
    between: str = tongue["sentence"]["between"]
    return between.join(part for part in (pay(answer, tongue), told.format(**facts), protected) if part)


def pay(answer: Answer, tongue: Tongue) -> str:
    """Whether to pay for the plan as it stands, as the report on it says; nothing where nothing is spent or won."""
    from .recommending import odds, recommend

    statement = answer.run.statement(baseline="none")
    found, loses = recommend(answer.run, str(answer.scenario["support.level"]), statement), odds(statement).loses
    if math.isnan(loses):
        return ""
    return str(tongue["moving"]["pay"][found.verdict]).format(loses=of_hundred(loses))


def moves(answer: Answer, pinned: Answer) -> list[str]:
    """The paths in which an answer was asked otherwise than the pinned one."""
    asked = {where for one in (answer, pinned) for where in one.changes}
    differ = (where for where in asked if answer.changes.get(where, "") != pinned.changes.get(where, ""))
    paths = sorted({where.partition(AT)[0] for where in differ})
    # a level that holds for some weeks has what is set beside it set again, as it was
    return [path for path in paths if _spans(answer, pinned, path)] or paths


def period(scenario: Scenario, tongue: Tongue) -> str:
    """How long it is looked at, in years where these are whole."""
    years, rest = divmod(scenario.weeks, YEAR)
    said = tongue["moving"]
    if rest or not years:
        return str(said["weeks"].format(weeks=scenario.weeks))
    return str(said["year" if years == 1 else "years"].format(years=years))


def _as_it_stands(answer: Answer, ledger: Ledger, tongue: Tongue) -> str:
    npv, said = answer.npv(ledger), tongue["moving"]
    told: str = said["stands"].format(
        support=support(answer.run.statement(baseline="none"), tongue.language),
        ledger="{ledger}",
        period="{period}",
        against=tongue.against("none"),
        mean=say(npv.mean, tongue.currency, tongue.language),
        low=tongue.money(npv.p05),
        high=tongue.money(npv.p95),
        above=_of_100(answer.chance(ledger)),
    )
    return opened(told)


def _difference(answer: Answer, pinned: Answer, ledger: Ledger, tongue: Tongue, when: Callable[[Weeks], str]) -> str:
    less, said = answer.less(pinned, ledger), tongue["moving"]
    mean = say(less.mean, tongue.currency, tongue.language)
    return str(
        said["changes"].format(
            move=move(answer, pinned, tongue, when),
            ledger="{ledger}",
            period="{period}",
            mean=("+" if less.mean > 0 else "") + mean,
            low=tongue.signed(less.p05),
            high=tongue.signed(less.p95),
            better=_of_100(less.chance),
        )
    )


def move(answer: Answer, pinned: Answer, tongue: Tongue, when: Callable[[Weeks], str]) -> str:
    """What was moved: the one thing, from what to what and in which weeks; of several, how many."""
    said, moved = tongue["moving"], moves(answer, pinned)
    path = moved[0]
    found = _spans(answer, pinned, path) if len(moved) == 1 else []
    if len(found) != 1:
        told = [one for path in moved for one in told_spans(pinned.scenario, answer.scenario, path, tongue, when)]
        # what is set as it already was is named alone
        names = tongue["sentence"]["semicolon"].join(told or [tongue.called(path) for path in moved])
        return str(said["several" if len(moved) > 1 else "one_of"].format(count=len(moved), name=names))
    weeks, old, new = found[0]
    throughout = weeks == (0, answer.scenario.weeks)
    was, now = from_to(path, old, new, tongue)
    facts = {"name": tongue.called(path), "old": was, "new": now}
    facts["when"] = "" if throughout else said["when"].format(weeks=when(weeks))
    return str(said[verb(path, old, new)].format(**facts))


def _spans(answer: Answer, pinned: Answer, path: str) -> list[tuple[Weeks, Any, Any]]:
    return spans(pinned.scenario, answer.scenario, path)


def _of_100(share: float) -> str:
    return say_share(share).removesuffix(" %")
