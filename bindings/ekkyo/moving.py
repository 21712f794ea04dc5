"""What a move of the panel did to the answer, in words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .accounts import Ledger
from .amending import missing
from .amounts import NOTHING, Amount, of_hundred, say
from .changing import AT, SUPPORT, Weeks
from .courses import from_to, on_the_way, spans, told_spans, verb
from .judging import judged
from .lines import opened
from .spanning import called, period
from .tongue import Tongue
from .wording import support

if TYPE_CHECKING:
    from .answers import Answer


@dataclass(frozen=True)
class Beside:
    """What an answer can be held against: the basis of comparison, and the plan as opened, which is the first basis.

    Either is None as long as nothing is known of it.
    """

    basis: Answer | None
    opened: Answer | None

    @property
    def is_moved(self) -> bool:
        """Whether somebody made another plan the basis."""
        return self.basis is not None and self.opened is not None and bool(moves(self.basis, self.opened))

    def other(self, answer: Answer) -> Answer | None:
        """The basis; the plan as opened, where the answer is the basis itself; None where it is both."""
        return next((one for one in (self.basis, self.opened) if one is not None and moves(answer, one)), None)

    def own(self, answer: Answer) -> str:
        """What it is itself, as a key of the words: this plan, which somebody may have made the basis."""
        is_basis = self.is_moved and self.basis is not None and not moves(answer, self.basis)
        return "now_basis" if is_basis else "now"

    def name(self, answer: Answer) -> str:
        """What it is held against, as a key of the words."""
        return "basis" if self.is_moved and self.other(answer) is self.basis else "opened"


def sentence(answer: Answer, beside: Beside, ledger: Ledger, language: str) -> str:
    """What it has above what it is held against, and whether to pay; nothing before all of them are final."""
    if any(one is None or one.stage != "final" for one in (answer, beside.basis, beside.opened)):
        return ""
    tongue = Tongue(language, answer.scenario.currency)
    other = beside.other(answer)
    told = _difference(answer, other, beside, ledger, tongue) if other else _as_it_stands(answer, ledger, tongue)
    protected, whether = tongue["moving"]["both" if other else "protected"], pay(answer, tongue)
    # first what was asked: whether to pay, or, once something was moved, what that changes
    return tongue.sentences(*([*told, whether] if other else [whether, *told]), protected)


def pay(answer: Answer, tongue: Tongue) -> str:
    """Whether to pay for the plan as it stands, as the report on it says; nothing where nothing is spent or won."""
    from .recommending import odds, recommend

    statement = answer.run.statement(baseline="none")
    found, loses = recommend(answer.run, str(answer.scenario["support.level"]), statement), odds(statement).loses
    if math.isnan(loses):
        return ""
    return str(tongue["moving"]["pay"][found.verdict]).format(loses=of_hundred(loses))


def moves(answer: Answer, other: Answer) -> list[str]:
    """The paths in which an answer was asked otherwise than the other."""
    asked = {where for one in (answer, other) for where in one.changes}
    differ = (where for where in asked if answer.changes.get(where, "") != other.changes.get(where, ""))
    # what is set as it was is no move
    return [path for path in sorted({where.partition(AT)[0] for where in differ}) if _spans(answer, other, path)]


def _as_it_stands(answer: Answer, ledger: Ledger, tongue: Tongue) -> Iterator[str]:
    """That there is nothing to compare, what the plan as opened is worth, and what changes on its way."""
    npv, said = answer.npv(ledger), tongue["moving"]
    yield said["unmoved"]
    told: str = said["stands"].format(
        support=support(answer.run.statement(baseline="none"), tongue.language),
        ledger=said[ledger],
        period=period(answer.scenario, tongue),
        against=tongue.against("none"),
        mean=say(npv.mean, tongue.currency, tongue.language),
        low=tongue.money(npv.p05),
        high=tongue.money(npv.p95),
        above=of_hundred(answer.chance(ledger)),
    )
    yield opened(told)
    yield from on_the_way(answer.scenario, tongue)


def _difference(answer: Answer, other: Answer, beside: Beside, ledger: Ledger, tongue: Tongue) -> Iterator[str]:
    """Whether to make a change, what was moved and what that changes; of a basis that was moved, what it has in it."""
    said, is_basis = tongue["moving"], beside.is_moved and other is beside.opened
    if is_basis:
        yield said["is_basis"].format(moved=named(answer, other, tongue))
    yield settled(answer, other, ledger, tongue)
    yield _changes(answer, other, said["as_basis"] if is_basis else move(answer, other, tongue), ledger, tongue)
    if ledger == "full":
        yield lacking(answer, other, tongue)
    if not is_basis and beside.is_moved and beside.basis is not None and beside.opened is not None:
        yield said["in_basis"].format(moved=named(beside.basis, beside.opened, tongue))


def settled(answer: Answer, other: Answer, ledger: Ledger, tongue: Tongue) -> str:
    """Whether to make a change, by the one rule in the full ledger; nothing where the company does not decide it."""
    by_end, later = _ends(answer, other)
    if not _is_decided(answer, other) or max(abs(by_end.mean), abs(by_end.p50)) <= NOTHING:
        return ""
    told = tongue["plain"]["change"][judged(by_end, later)]
    return tongue.sentences(told, tongue["moving"]["in_full"] if ledger == "cash" else "")


def lacking(answer: Answer, other: Answer, tongue: Tongue) -> str:
    """What a yes takes and is not there, where the numbers do not settle what the company decides."""
    return missing(*_ends(answer, other), tongue) if _is_decided(answer, other) else ""


def _ends(answer: Answer, other: Answer) -> tuple[Amount, Amount]:
    """What a change leaves in the full ledger by the end, and with what comes after it."""
    return answer.less(other).amount, answer.less(other, runoff=True).amount


def _is_decided(answer: Answer, other: Answer) -> bool:
    """Whether the company itself decides all that was moved."""
    return all(path.startswith(SUPPORT) for path in moves(answer, other))


def _changes(answer: Answer, other: Answer, moved: str, ledger: Ledger, tongue: Tongue) -> str:
    """What a move changes by the end, how often that is better, and what it changes with what comes after the end."""
    less, later = (answer.less(other, ledger, runoff=runoff) for runoff in (False, True))
    told: str = tongue["moving"]["changes"].format(
        move=moved,
        ledger=tongue["moving"][ledger],
        period=period(answer.scenario, tongue),
        mean=("+" if less.mean > 0 else "") + say(less.mean, tongue.currency, tongue.language),
        middle=tongue.signed(less.p50),
        better=of_hundred(less.chance),
        later=tongue.signed(later.mean),
        later_middle=tongue.signed(later.p50),
    )
    return told


def named(answer: Answer, other: Answer, tongue: Tongue) -> str:
    """Everything in which an answer is another than the other, from what to what and in which weeks."""
    moved = moves(answer, other)
    told = [one for path in moved for one in told_spans(other.scenario, answer.scenario, path, tongue)]
    return str(tongue["sentence"]["semicolon"].join(told))


def move(answer: Answer, other: Answer, tongue: Tongue) -> str:
    """What was moved: the one thing, from what to what and in which weeks; of several, how many."""
    said, moved = tongue["moving"], moves(answer, other)
    path = moved[0]
    found = _spans(answer, other, path) if len(moved) == 1 else []
    if len(found) != 1:
        form = "several" if len(moved) > 1 else "one_of"
        return str(said[form].format(count=len(moved), name=named(answer, other, tongue)))
    weeks, old, new = found[0]
    throughout = weeks == (0, answer.scenario.weeks)
    was, now = from_to(path, old, new, tongue)
    facts = {"name": tongue.called(path), "old": was, "new": now}
    facts["when"] = "" if throughout else said["when"].format(weeks=called(weeks, answer.scenario, tongue))
    return str(said[verb(path, old, new)].format(**facts))


def _spans(answer: Answer, other: Answer, path: str) -> list[tuple[Weeks, Any, Any]]:
    return spans(other.scenario, answer.scenario, path)
