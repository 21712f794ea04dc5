"""How results are said: two significant digits at most, each figure with its baseline, no total without its items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from textwrap import fill
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import _engine
from .accounts import BASELINES, LEDGERS, Account, Book, Clock
from .amounts import Amount, clean, say, say_share, say_weeks

if TYPE_CHECKING:
    from .sponsored import Sponsored
    from .statement import Statement

LABEL, CELL = 36, 8


def escaped(text: str) -> str:
    """For HTML."""
    return escape(text)


def against(baseline: str) -> str:
    """A baseline in words, with its name."""
    return f"{BASELINES.get(baseline, baseline)} ({baseline})"


def account_dict(account: Account) -> dict[str, Any]:
    """An account as it stands in JSON."""
    books = {name: getattr(account, name).to_dict() for name in ("cash", "full", "cash_runoff", "full_runoff")}
    paid = {ledger: account.payback(ledger) for ledger in LEDGERS}
    return {**books, "payback": {ledger: clock.to_dict() if clock else None for ledger, clock in paid.items()}}


def cleaned_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as JSON."""
    records: list[dict[str, Any]] = clean(frame.reset_index().to_dict("records"))
    return records


def spread_of(x: Amount) -> str:
    """Mean, median and the middle nine tenths, in words."""
    return f"{say(x.mean)} on average, {say(x.p50)} in the middle (5–95 %: {say(x.p05)} to {say(x.p95)})"


def support(statement: Statement) -> str:
    """What was lived, in a few words."""
    level = statement.scenario["support.level"] if statement.here == "level" else statement.here
    said = f"{level} support" if level != "none" else "no support"
    # a world that leaves another on the way
    world = next(w for w in statement.lived.plan.worlds if w.name == statement.here)
    if not world.leaves:
        return said
    forked = world.name == "level"
    return f"{said}{', changed' * forked} from week {world.from_week} on{',' * forked}"


def sentence(statement: Statement) -> str:
    """The answer, with its baseline."""
    baseline = statement.main()
    one = statement[baseline]
    return (
        f"against {against(baseline)}, over {statement.scenario.weeks} weeks and {statement.replicates} replicates, "
        f"{support(statement)} has a full NPV ({statement.currency}) of {spread_of(one.full.npv)}, above zero in "
        f"{say_share(one.full.chance)} of replicates; in cash alone {spread_of(one.cash.npv)}, "
        f"above zero in {say_share(one.cash.chance)}."
    )


def wrapped(text: str) -> str:
    """Lines of at most 100 characters, none of which ends between a number and its unit."""
    together = re.sub(r"(?<=\d) (?=%|k\b|M\b|bn\b)", "\N{NO-BREAK SPACE}", text)
    return fill(together, 100).replace("\N{NO-BREAK SPACE}", " ")


def text(statement: Statement) -> str:
    """The statement for a terminal."""
    parts = [
        statement.scenario.name or "Statement",
        wrapped(statement.sentence()[0].upper() + statement.sentence()[1:]),
        *(account_text(statement, baseline) for baseline in statement.baselines),
        clocks_text(statement),
        sponsored_text(statement),
        one_year_text(statement),
        matrix_text(statement),
        indicators_text(statement),
        tails_text(statement),
        carried_text(statement),
        closing(statement),
    ]
    return "\n\n".join(part for part in parts if part)


def closing(statement: Statement) -> str:
    """How to read it."""
    luck = "every unknown at its base value" if statement.lived.at_base else "what is not known drawn in each"
    return wrapped(
        f"{statement.replicates} replicates, seed {statement.scenario['run.seed']}, {luck}. Amounts in "
        f"{statement.currency}, discounted, to two significant digits, so lines need not add up to the last digit. "
        "Means take launched ideas at their expected value, quantiles with their luck; quantiles of lines do not add "
        "up. Plans are protected, so that nobody can stop them, except where a sponsor is named. Effects are causal "
        "only inside the model."
    )


def _line(label: str, cells: list[str]) -> str:
    return f"{label[:LABEL]:<{LABEL}}" + "".join(f"{cell:>{CELL}}" for cell in cells)


def _four(x: Amount | None) -> list[str]:
    return [""] * 4 if x is None else [say(v) for v in x]


def account_text(statement: Statement, baseline: str) -> str:
    """Costs and values against a baseline, line by line, cash beside full."""
    one, off = statement[baseline], statement.without_innovation[baseline]
    heading = f"{support(statement).capitalize()} against {against(baseline)}, {statement.currency}"
    lines = [
        heading,
        f"{'':<{LABEL}}{'cash ledger':>{4 * CELL}}{'full ledger':>{4 * CELL}}",
        _line("", ["mean", "5 %", "50 %", "95 %"] * 2),
        *_side(one, "cost"),
        *_side(one, "value"),
        _line("NPV = value − cost", _four(one.cash.npv) + _four(one.full.npv)),
        _line("ROI (5–95 %: of the mean)", _shares(one.cash.roi) + _shares(one.full.roi)),
        _line("chance that NPV is above zero", _chance(one.cash) + _chance(one.full)),
        _line("money back (share; after 5/50/95 %)", _payback(one, "cash") + _payback(one, "full")),
        _line("NPV with run-off", _four(one.cash_runoff.npv) + _four(one.full_runoff.npv)),
        _line("NPV, innovation switched off", _four(off.cash.npv) + _four(off.full.npv)),
    ]
    return "\n".join(line.rstrip() for line in lines)


def _side(one: Account, side: str) -> Iterator[str]:
    for line in _engine.money_lines:
        if line["side"] == side:
            found = [book.lines.get(line["name"]) for book in (one.cash, one.full)]
            yield _line("  " + short(line), _four(found[0]) + _four(found[1]))
    yield _line(side.capitalize(), _four(getattr(one.cash, side)) + _four(getattr(one.full, side)))


def short(line: dict[str, Any]) -> str:
    """A money line's name for reading."""
    return str(line["name"]).replace("_", " ")


def _shares(x: Amount) -> list[str]:
    return [say_share(v).replace(" %", "%") for v in x]


def _chance(book: Book) -> list[str]:
    return [say_share(book.chance), "", "", ""]


def _payback(one: Account, ledger: Any) -> list[str]:
    return _clock(one.payback(ledger))


def _clock(clock: Clock | None) -> list[str]:
    if clock is None:
        return ["—", "", "", ""]
    weeks = [_short_weeks(w) for w in (clock.p05, clock.p50, clock.p95)]
    return [say_share(clock.reached), *weeks]


def _short_weeks(weeks: float) -> str:
    return say_weeks(weeks).replace(" years", " y").replace(" weeks", " w").replace("not reached", "never")


#: clocks in words
CLOCKS = {
    "signal": "signal in counted hours",
    "cash": "money back in cash",
    "full": "money back in full",
    "innovation": "first idea that comes off",
}


def clocks_text(statement: Statement) -> str:
    """When what shows, and how often."""
    heading = wrapped(
        f"When it shows, against {against(statement.main())}: share of replicates that get there, and weeks. A signal: "
        "a firm that has everybody's stuck and request hours counted could tell that they have fallen since the 26 "
        "weeks before launch (CUSUM; where nothing falls, 1 chart in 20 says so within five years)."
    )
    lines = [heading, _line("", ["share", "5 %", "50 %", "95 %"])]
    clocks = {CLOCKS[name]: clock for name, clock in statement.clocks.items()}
    if statement.sponsored:
        clocks["stopped by its sponsor"] = statement.sponsored.until
    return "\n".join([*lines, *(_line("  " + name, _clock(clock)) for name, clock in clocks.items())])


def sponsored_text(statement: Statement) -> str:
    """The plan as it would go."""
    one = statement.sponsored
    if one is None:
        return ""
    return wrapped(
        "As it would go, with a sponsor who looks once a quarter at members, activity, answers, launched ideas and the "
        f"hosts paid for: stopped in {say_share(one.stopped)} of replicates by week {statement.scenario.weeks}"
        f"{_too_early(one)}. The full NPV against {against(statement.main())} is then "
        f"{spread_of(one.account.full.npv)}. The price of impatience, protected less sponsored with the same people "
        f"and luck, is {spread_of(one.impatience())}; below zero, what the sponsor did was right on average."
    )


def _too_early(one: Sponsored) -> str:
    before = one.before["innovation"]
    return f" (in {say_share(before)} before a first idea would have come off)" if before else ""


def one_year_text(statement: Statement) -> str:
    """What a window of one year would have shown."""
    seen = statement.one_year()
    said = (
        f"A look after one year (52 weeks), against {against(statement.main())}, would have shown a full NPV "
        f"({statement.currency}) of {spread_of(seen.full.npv)}, and a cash NPV of {spread_of(seen.cash.npv)}."
    )
    for ledger, verdict in seen.verdicts.items():
        said += (
            f" Stopping unless the {ledger} NPV is above zero by then would stop "
            f"{say_share(verdict['stops_rightly'])} rightly and {say_share(verdict['stops_wrongly'])} wrongly, and go "
            f"on {say_share(verdict['goes_on_rightly'])} rightly and {say_share(verdict['goes_on_wrongly'])} wrongly."
        )
    if seen.verdicts:
        said += f" Right is what the full NPV with run-off against {against('stopped')} says."
    return wrapped(said)


def matrix_text(statement: Statement) -> str:
    """The matrix, item by item."""
    heading = wrapped(
        f"Where the value arises, against {against(statement.main())}: mean (5–95 %), full ledger, "
        f"{statement.currency}; what carries no money is counted over all weeks, ties at the end."
    )
    frame = statement.matrix()
    parts = [heading]
    for cell, items in frame.groupby("cell", sort=False):
        parts.append(f"For the {cell}")
        parts += [f"  {item['code']:<4}{item['text'][:45]:<46}{item_text(item)}" for _, item in items.iterrows()]
    return "\n".join(parts)


def indicators_text(statement: Statement) -> str:
    """What slide 5 concedes to those who want short-term numbers."""
    found = statement.indicators()
    passes, posts, hires = found["certificates"], found["posts"], found["hires"]
    one, one_there = say(passes["cost_of_one"].mean), say(passes["cost_of_one_in_the_baseline"].mean)
    return wrapped(
        f"Short-term indicators, against {against(statement.main())}, all weeks together and not discounted "
        f"({statement.currency}; mean, 5–95 %): {_middle(passes['more'])} more certificates, at {one} each and "
        f"{one_there} in the baseline; {_middle(posts['more'])} more public posts, at "
        f"{say(posts['cost_of_one'].mean)} each, which as advertising would cost "
        f"{_middle(posts['price_of_as_much_advertising'])}: no measure of what they are worth, and in no ledger; "
        f"{_middle(hires['more'])} more hires recommended by members, for vacancies there were anyway; "
        f"{_middle(hires['fewer_quits'])} fewer people who quit.{_replayed(statement)}"
    )


def _replayed(statement: Statement) -> str:
    """What a register that is replayed leaves out."""
    if statement.scenario["company.turnover"] != "recorded":
        return ""
    return " Hires and exits are replayed from the register, so nobody stays because of the community."


def _middle(x: Amount) -> str:
    return f"{say(x.mean)} ({say(x.p05)} to {say(x.p95)})"


def item_text(item: Any) -> str:
    """What an item of the matrix carries: money, counts, or that it is not built."""
    if item["lines"]:
        return f"{say(item['mean'])} ({say(item['p05'])} to {say(item['p95'])})"
    if item["counts"]:
        return ", ".join(f"{say(count.mean)} {name.replace('_', ' ')}" for name, count in item["counts"].items())
    return str(item["treatment"])


def tails_text(statement: Statement) -> str:
    """How heavy the tails of ideas are."""
    told = " and ".join(
        f"{say_share(share)} of {'an' if kind[0] in 'aeiou' else 'a'} {kind}'s mean"
        for kind, share in statement.tails().items()
    )
    return wrapped(f"Heavy tails: the best one in a hundred successes bring {told} (at base prices).")


def carried_text(statement: Statement) -> str:
    """Which unknowns carry the result, and how well they are known."""
    carried = statement.what_carries_it()
    if carried.empty or not carried["share"].any():
        return "Nothing that is not known was found to carry the result."
    grades = statement.by_grade()
    measured, survey, assumed = (say_share(grades[grade]) for grade in "ABC")
    two = " and ".join(carried["name"].head(2))
    head = wrapped(
        f"What carries the full NPV against {against(statement.main())}: most of all {two}. Of the variance that "
        f"rank correlations explain, {measured} rests on measured numbers (A), {survey} on surveys (B), {assumed} on "
        "assumptions (C)."
    )
    rows = [f"  {'rank corr.':>10} {'share':>7}  grade  "]
    rows += [
        f"  {_signed(row['correlation']):>10} {say_share(row['share']):>7}  {row['grade']:<5}  {row['name']}"
        for _, row in carried.head(6).iterrows()
    ]
    return "\n".join([head, *(row.rstrip() for row in rows)])


def _signed(x: float) -> str:
    return f"{x:+.2f}".replace("-", "−")
