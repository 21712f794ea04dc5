"""A statement in sentences, and in the tables of a terminal: no figure without its baseline."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import TYPE_CHECKING

from . import _engine
from .accounts import LEDGERS, Account, Book, Clock
from .amending import against_uncut, changing_text
from .amounts import Amount, say_share, say_weeks
from .competing import OUTCOMES, shown
from .itemizing import indicators_text, matrix_text
from .lines import cut, left, opened, right, wrapped
from .looking import one_year_text
from .ranking import carried_text
from .seeing import CALCULATOR, DASHBOARD, WORTH, reported
from .tongue import Tongue

if TYPE_CHECKING:
    from .sponsored import Sponsored
    from .statement import Statement


def support(statement: Statement, language: str = "en") -> str:
    """What was lived, in a few words."""
    said = Tongue(language)["sentence"]
    level = statement.level
    told = str(said["support"].format(level=Tongue(language).level(level)) if level != "none" else said["nothing"])
    # a world that leaves another on the way
    if not statement.world.leaves:
        return told
    form = "changed" if statement.here == "level" else "from_week"
    return str(said[form].format(support=told, week=statement.world.from_week))


def sentence(statement: Statement, language: str = "en") -> str:
    """The answer, with its baseline: as it would go, and protected beside it (alone where only that was lived)."""
    tongue, protected = Tongue(language, statement.scenario.currency), statement[statement.main()]
    if statement.sponsored is None:
        return _answer(statement, protected, tongue)
    told: str = tongue["sentence"]["as_it_goes"].format(
        sentence=_answer(statement, statement.sponsored.account, tongue),
        full=tongue.spread(protected.full.npv),
        full_chance=say_share(protected.full.chance),
    )
    return told


def _answer(statement: Statement, one: Account, tongue: Tongue) -> str:
    """What one plan brings in full and in cash."""
    baseline, language = one.baseline, tongue.language
    told: str = tongue["sentence"]["statement"].format(
        against=tongue.against(baseline),
        weeks=statement.scenario.weeks,
        replicates=statement.replicates,
        support=support(statement, language),
        currency=tongue.coin,
        full=tongue.spread(one.full.npv),
        full_chance=say_share(one.full.chance),
        cash=tongue.spread(one.cash.npv),
        cash_chance=say_share(one.cash.chance),
    )
    return told


def text(statement: Statement, language: str = "en") -> str:
    """The statement for a terminal."""
    tongue = Tongue(language, statement.scenario.currency)
    parts = [
        tongue.named(statement.scenario.name) or tongue["text"]["title"],
        wrapped(against_uncut(statement, tongue)),
        wrapped(opened(sentence(statement, language))),
        changing_text(statement.scenario, tongue, tongue["brief"]["changing"]),
        *(account_text(statement, baseline, tongue) for baseline in statement.baselines),
        clocks_text(statement, tongue),
        wrapped(sponsored_text(statement, tongue)),
        competing_text(statement, tongue),
        statement.indices().text(tongue.language),
        one_year_text(statement, tongue),
        wrapped(reported_text(statement, tongue)),
        matrix_text(statement, tongue),
        wrapped(indicators_text(statement, tongue)),
        wrapped(tails_text(statement, tongue)),
        carried_text(statement, tongue),
        closing(statement, tongue),
    ]
    return "\n\n".join(part for part in parts if part)


def closing(statement: Statement, tongue: Tongue) -> str:
    """How to read it."""
    said = tongue["text"]
    told = said["closing"].format(
        replicates=statement.replicates,
        seed=statement.scenario["run.seed"],
        luck=tongue["note"]["at_base" if statement.lived.at_base else "drawn"],
        currency=tongue.coin,
    )
    return wrapped(told)


def _line(tongue: Tongue, label: str, cells: list[str]) -> str:
    wide, narrow = tongue["text"]["label"], tongue["text"]["cell"]
    return left(cut(label, wide), wide) + "".join(right(cell, narrow) for cell in cells)


def _four(tongue: Tongue, *amounts: Amount | None) -> list[str]:
    return [cell for x in amounts for cell in ([""] * 4 if x is None else [tongue.money(v) for v in x])]


def account_text(statement: Statement, baseline: str, tongue: Tongue) -> str:
    """Costs and values against a baseline, line by line, cash beside full."""
    one, off = statement[baseline], statement.without_innovation[baseline]
    said, name = tongue["text"], tongue["name"]
    heading = said["heading"].format(
        support=opened(support(statement, tongue.language)),
        against=tongue.against(baseline),
        currency=tongue.coin,
    )
    books = "".join(right(name[ledger], 4 * said["cell"]) for ledger in LEDGERS)
    amounts = {
        "runoff": _four(tongue, one.cash_runoff.npv, one.full_runoff.npv),
        "off": _four(tongue, off.cash.npv, off.full.npv),
    }
    lines = [
        heading,
        left("", said["label"]) + books,
        four_heading(tongue),
        *_side(one, "cost", tongue),
        *_side(one, "value", tongue),
        *outcome(one, tongue),
        *(_line(tongue, said[row], cells) for row, cells in amounts.items()),
    ]
    return "\n".join(line.rstrip() for line in lines)


def four_heading(tongue: Tongue) -> str:
    """What stands above mean, 5, 50 and 95 % of both ledgers."""
    return _line(tongue, "", [tongue["name"]["mean"], "5 %", "50 %", "95 %"] * 2)


def outcome(one: Account, tongue: Tongue) -> Iterator[str]:
    """What is left in both ledgers, how often that is above zero, and when the money is back."""
    amounts = {
        "npv": _four(tongue, one.cash.npv, one.full.npv),
        "chance": _chance(one.cash) + _chance(one.full),
        "payback": _clock(tongue, one.payback("cash")) + _clock(tongue, one.payback("full")),
    }
    for row, cells in amounts.items():
        yield _line(tongue, tongue["text"][row], cells)
    yield _returns(tongue, one.cash.roi, one.full.roi)


def _side(one: Account, side: str, tongue: Tongue) -> Iterator[str]:
    for line in _engine.money_lines:
        if line["side"] == side:
            found = [book.lines.get(line["name"]) for book in (one.cash, one.full)]
            yield _line(tongue, "  " + tongue.short(line), _four(tongue, *found))
    yield total(one, side, tongue)


def total(one: Account, side: str, tongue: Tongue) -> str:
    """All costs, or all value, of both ledgers."""
    return _line(tongue, tongue["text"][side], _four(tongue, getattr(one.cash, side), getattr(one.full, side)))


def _returns(tongue: Tongue, *returns: Amount) -> str:
    """The ROI of both ledgers; how sure it is stands across the columns, as it is no quantile of the futures."""
    said = tongue["text"]
    cells = ""
    for x in returns:
        sure = "" if isnan(x.mean) else said["sure"].format(low=say_share(x.p05), high=say_share(x.p95))
        cells += right(say_share(x.mean), said["cell"]) + right(sure, 3 * said["cell"])
    return (left(said["roi"], said["label"]) + cells).rstrip()


def _chance(book: Book) -> list[str]:
    return [say_share(book.chance), "", "", ""]


def _clock(tongue: Tongue, clock: Clock | None) -> list[str]:
    if clock is None:
        return ["—", "", "", ""]
    weeks = [say_weeks(w, tongue.language, "short_") for w in (clock.p05, clock.p50, clock.p95)]
    return [say_share(clock.reached), *weeks]


def clocks_text(statement: Statement, tongue: Tongue) -> str:
    """When what shows, and how often."""
    said, names = tongue["text"], tongue["clocks"]
    heading = wrapped(said["clocks"].format(against=tongue.against(statement.main())))
    lines = [heading, clock_heading(tongue)]
    clocks = {names[name]: clock for name, clock in statement.clocks.items()}
    if statement.sponsored:
        clocks[names["stopped"]] = statement.sponsored.until
    return "\n".join([*lines, *(_line(tongue, "  " + name, _clock(tongue, clock)) for name, clock in clocks.items())])


def competing_text(statement: Statement, tongue: Tongue) -> str:
    """Of each clock, what came first by the end of each year; nothing where no sponsor was lived."""
    if statement.sponsored is None:
        return ""
    said, names, risks = tongue["competing"], tongue["clocks"], statement.sponsored.competing
    weeks = shown(risks)
    lines = [wrapped(said["heading"].format(against=tongue.against(statement.main())))]
    lines.append(_line(tongue, "", [say_weeks(week, tongue.language, "short_") for week in weeks]))
    for clock in risks.index.unique("clock"):
        lines.append("  " + names[clock])
        by_week = risks.loc[clock].loc[weeks]
        lines += [_line(tongue, "    " + said[one], [say_share(x) for x in by_week[one]]) for one in OUTCOMES]
    return "\n".join(lines)


def clock_heading(tongue: Tongue) -> str:
    """What stands above the clocks."""
    return _line(tongue, "", [tongue["text"]["share"], "5 %", "50 %", "95 %"])


def sponsored_text(statement: Statement, tongue: Tongue) -> str:
    """The plan as it would go, in sentences; nothing where that was not lived."""
    one = statement.sponsored
    if one is None:
        return ""
    told: str = tongue["text"]["sponsored"].format(
        stopped=say_share(one.stopped),
        weeks=statement.scenario.weeks,
        early=_too_early(one, tongue),
        against=tongue.against(statement.main()),
        npv=tongue.spread(one.account.full.npv),
        impatience=tongue.spread(one.impatience()),
    )
    return told


def _too_early(one: Sponsored, tongue: Tongue) -> str:
    before = one.before["innovation"]
    return str(tongue["text"]["early"].format(share=say_share(before))) if before else ""


def reported_text(statement: Statement, tongue: Tongue) -> str:
    """What a dashboard and a calculator would have reported, and how far off; nothing without the twin."""
    found, names = reported(statement), tongue["ladder"]
    if found is None:
        return ""
    seen, claimed = found[DASHBOARD], found[CALCULATOR]
    told: str = tongue["text"]["reported"].format(
        currency=tongue.coin,
        dashboard=names[DASHBOARD]["name"],
        calculator=names[CALCULATOR]["name"],
        seen=tongue.money(seen.npv),
        claimed=tongue.money(claimed.npv),
        against=tongue.against(WORTH),
        worth=tongue.money(statement[WORTH].full.npv.mean),
        seen_error=tongue.signed(seen.error),
        claimed_error=tongue.signed(claimed.error),
    )
    return told


def tails_text(statement: Statement, tongue: Tongue) -> str:
    """How heavy the tails of ideas are."""
    said = tongue["text"]
    told = [said["tail"][kind].format(share=say_share(share)) for kind, share in statement.tails().items()]
    return str(said["tails"].format(told=tongue["sentence"]["and"].join(told)))
