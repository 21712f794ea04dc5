"""What stands on the page of an approval request, section by section, in words and cells."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import numpy as np

from . import _engine, wording
from .accounts import LEDGERS, Account, Ledger
from .amounts import Array, say_share
from .courses import on_the_way
from .fiscal import HOURS_PER_PERSON_MONTH, FiscalYear
from .frames import statements_of
from .lines import opened
from .plainly import plainly, planned
from .printing import signed
from .report import clock_cells, one_year_of
from .ringi import PREMISES, Ringi, Span
from .statement import HOURS_PER_YEAR
from .wording import UNCUT, grades_text
from .words import words

if TYPE_CHECKING:
    from .tongue import Tongue


#: levers of the plan that are shares, beside that of structured events
SHARES = ("platform", "sponsorship", "recognition", "study_support", "shared_leadership")


def pieces(of: Ringi) -> dict[str, Any]:
    """Everything the template shows."""
    return {
        "words": words(of.language),
        "name": of.tongue.named(of.result.name),
        "subject": of.subject,
        "purpose": of.tongue["ringi"]["purpose_is"].format(against=_against(of)),
        "plan": plan(of),
        "verdict": of.recommendation.verdict,
        "why": plainly(of.result.uncut, of.level, of.language),
        "rule": of.tongue["sentence"]["between"].join(of.tongue["ringi"]["why"]["rule"]),
        "years": [year(one, of) for one in of.years],
        "costs": costs(of),
        "cost_note": cost_note(of),
        "work": work(of),
        "work_note": work_note(of),
        "effects": effects(of),
        "effects_note": effects_note(of),
        "clocks": clocks(of),
        "loss": loss(of),
        "premises": premises(of),
        "grades": grades_text(of.statement, of.tongue),
        "one_year": of.tongue["sentence"]["between"].join(one_year_of(of.statement, of.tongue)),
        "exit": exit_rows(of),
        "exit_note": exit_note(of),
        "others": others(of),
        "instead": instead(of),
        "made": made(of),
    }


def _against(of: Ringi) -> str:
    return of.tongue.against(of.statement.main())


def _day(day: dt.date, tongue: Tongue) -> str:
    said = tongue["stories"]
    month = said["months"][day.month - 1]
    return str(tongue["ringi"]["day"].format(day=day.day, month=month, year=day.year))


def plan(of: Ringi) -> str:
    """What is proposed: whom for, how long, and with what."""
    tongue, scenario, hosts, (first, last) = of.tongue, of.plan(), of.hosts(), of.days()
    told = tongue["ringi"]["plan_is"].format(
        people=of.result.scenario.people(of.language),
        support=opened(wording.support(of.statement, of.language)),
        first=_day(first, tongue),
        last=_day(last, tongue),
        weeks=of.result.scenario.weeks,
        hosts=tongue.number(float(next(iter(hosts[hosts > 0]), 0.0))),
        events=tongue.number(scenario["support.events_per_month"]),
        structured=say_share(scenario["support.structured_events"]),
        time=time_allowed(scenario["support.time_allowance"], tongue),
        **{lever: say_share(scenario[f"support.{lever}"]) for lever in SHARES},
    )
    return str(tongue["sentence"]["between"]).join([str(told), *on_the_way(scenario, tongue)])


def time_allowed(hours: float, tongue: Tongue) -> str:
    """How much working time members may spend; that there is none does not mean that they spend none."""
    some, none = tongue["ringi"]["plan_time"]
    return str(some if hours else none).format(time=tongue.number(hours))


def year(one: FiscalYear, of: Ringi) -> dict[str, str]:
    """A fiscal year's name, and how many of its weeks are lived."""
    said = of.tongue["ringi"]
    is_last = one is of.years[-1] and one.whole > 53
    form = "partial" if one.is_partial else "whole"
    return {
        "name": said["years" if is_last else "year"].format(year=one.year),
        "weeks": said[form].format(weeks=one.weeks, whole=one.whole),
    }


def _yearly(label: str, by_year: Array, told: Any, total: bool = False, spread: str = "") -> dict[str, Any]:
    cells = [told(float(x)) for x in by_year]
    return {"label": label, "cells": [*cells, told(float(by_year.sum()))], "total": total, "spread": spread}


def _spread(x: Span, tongue: Tongue) -> str:
    return str(tongue["ringi"]["range"].format(low=tongue.money(x.p10), high=tongue.money(x.p90)))


def costs(of: Ringi) -> list[dict[str, Any]]:
    """Cost by fiscal year: a row per line of cash, then the hours, then both."""
    tongue, said = of.tongue, of.tongue["ringi"]["cost"]
    lines = {line["name"]: tongue.label(line).rstrip(".") for line in _engine.money_lines}
    rows = []
    for name, spent in of.costs().items():
        total: Ledger | None = name if name in LEDGERS else None
        spread = _spread(of.spent(total), tongue) if total else ""
        rows.append(_yearly(said.get(name) or lines[name], spent, tongue.money, total is not None, spread))
    return rows


def cost_note(of: Ringi) -> str:
    """How to read the costs."""
    said, scenario = of.tongue["ringi"], of.result.scenario
    month = of.tongue["stories"]["months"][int(scenario["sponsoring.fiscal_year"]) - 1]
    return str(
        said["cost_note"].format(
            currency=of.tongue.coin, year=scenario["prices.price_year"], against=_against(of), month=month
        )
    )


def work(of: Ringi) -> list[dict[str, Any]]:
    """Person-months by fiscal year."""
    said = of.tongue["ringi"]["work_of"]
    return [_yearly(said[name], by, of.tongue.number, name == "balance") for name, by in of.work().items()]


def work_note(of: Ringi) -> str:
    """What a person-month is."""
    hours = f"{HOURS_PER_PERSON_MONTH:.0f}"
    return str(of.tongue["ringi"]["work_note"].format(hours=hours, year=f"{HOURS_PER_YEAR:,}", against=_against(of)))


def effects(of: Ringi) -> list[dict[str, Any]]:
    """What is expected, cash beside full: median, P10 to P90, and the mean."""
    said, tongue = of.tongue["ringi"]["effect"], of.tongue
    books = {ledger: of.spans(ledger) for ledger in LEDGERS}
    return [
        {
            "label": said[row],
            "total": row == "net",
            "cells": [
                cell
                for spans in books.values()
                for cell in (tongue.money(spans[row].p50), _spread(spans[row], tongue), tongue.money(spans[row].mean))
            ],
        }
        for row in books["cash"]
    ]


def effects_note(of: Ringi) -> str:
    """How to read the effects."""
    scenario = of.result.scenario
    rate = of.tongue.number(float(scenario["prices.discount"]))
    return str(
        of.tongue["ringi"]["effects_note"].format(
            against=_against(of), replicates=of.result.replicates, rate=rate, currency=of.tongue.coin
        )
    )


def clocks(of: Ringi) -> list[dict[str, Any]]:
    """When what shows: the share of replicates that get there, and the middle."""
    said = of.tongue["clocks"]
    found = []
    for name, clock in of.statement.clocks.items():
        reached, _, middle, _ = clock_cells(clock, of.tongue)
        found.append({"label": said[name], "cells": [reached, middle]})
    return found


def loss(of: Ringi) -> list[dict[str, Any]]:
    """How likely a loss is, and how large one in ten is at least."""
    said = of.tongue["ringi"]["loss_of"]
    rows = []
    for ledger in LEDGERS:
        chance = getattr(of.account, ledger).chance
        worst = of.spans(ledger)["net"].p10
        told = said["worst"].format(worst=of.tongue.money(worst)) if worst < 0 else said["none"]
        rows.append({"label": of.tongue["name"][ledger], "cells": [say_share(1 - chance), told]})
    return rows


def premises(of: Ringi) -> list[dict[str, str]]:
    """What carries the result most and is not chance, with what is believed of it and on what grounds."""
    tongue, carried = of.tongue, of.statement.what_carries_it()
    return [
        {
            "text": tongue.called(row["name"]),
            "name": row["name"],
            "range": tongue["ringi"]["range"].format(low=tongue.number(row["p05"]), high=tongue.number(row["p95"])),
            "unit": tongue.gloss(row["unit"].replace("currency", tongue.currency)),
            "grade": row["grade"],
            "way": tongue["ringi"]["better_if"]["more" if row["correlation"] > 0 else "less"],
        }
        for row in carried[carried["stands_out"]].head(PREMISES).to_dict("records")
    ]


def exit_rows(of: Ringi) -> list[dict[str, str]]:
    """What to watch, where the line is, and how much it tells."""
    said, tongue = of.tongue["ringi"]["watch"], of.tongue
    lines = {"members": say_share, "answered": say_share, "spent": tongue.money}
    return [
        {
            "label": said[one.name],
            "line": said[one.side].format(line=lines[one.name](one.line)),
            "related": signed(one.related),
        }
        for one in of.exit.criteria
    ]


def exit_note(of: Ringi) -> str:
    """When to look, when to stop, and what such a rule does inside the model; what is no criterion, and why."""
    said, tongue, found = of.tongue["ringi"], of.tongue, of.exit
    low, middle, high = np.quantile(found.going_on, [0.1, 0.5, 0.9])
    names, comma = said["watched"], tongue["sentence"]["comma"]
    idle = comma.join(f"{names[one.name]} {signed(one.related)}" for one in found.idle)
    facts = {"week": found.week, "idle": idle, "least": f"{found.least:.2f}"}
    told = [said["exit_none"] if not found.criteria else said["exit_note"]]
    if found.criteria and found.idle:
        told.append(said["exit_idle"])
    told.append(said["exit_value"])
    return str(
        tongue["sentence"]["between"]
        .join(told)
        .format(
            **facts,
            against=tongue.against(found.against),
            middle=tongue.money(float(middle)),
            low=tongue.money(float(low)),
            high=tongue.money(float(high)),
            chance=say_share(float(np.mean(found.going_on > 0))),
            **tongue.shares(found.shares),
        )
    )


def others(of: Ringi) -> list[dict[str, Any]]:
    """What else could be done: nothing, the same without what changes on the way, or another level."""
    tongue, main, uncut = of.tongue, of.statement.main(), statements_of(of.result.uncut)[of.level]
    zero = tongue.money(0.0)
    rows = [{"label": tongue.against(main), "cells": [zero, zero, zero, "—"]}]
    shown = [(of.level, of.statement), *of.others()]
    for level, statement in shown:
        one = statement[statement.main()]
        label = planned(level, statement, tongue, "row")
        is_asked = level == of.level
        rows.append(_other(tongue["ringi"]["this"].format(level=label) if is_asked else label, one, tongue))
        if is_asked and UNCUT in uncut.baselines:
            label = tongue["plain"]["plan"]["row_uncut"].format(level=tongue.level(level))
            rows.append(_other(label, wording.uncut_of(uncut), tongue))
    return rows


def _other(label: str, one: Account, tongue: Tongue) -> dict[str, Any]:
    """A choice with what it costs and leaves."""
    amounts = (one.cash.cost.mean, one.full.npv.mean, one.full.npv.p50)
    return {"label": label, "cells": [*map(tongue.money, amounts), say_share(one.full.chance)]}


def instead(of: Ringi) -> str:
    """A team in its place, or buying: what each is for."""
    tongue = of.tongue
    names, said = tongue["team"]["advice"], tongue["team"]["said"]
    told = [
        said["from"].format(choice=names[form], low=say_share(low), high=say_share(high))
        for form, low, high in of.instead()
    ]
    return str(tongue["ringi"]["instead"].format(told=tongue["sentence"]["semicolon"].join(told)))


def made(of: Ringi) -> str:
    """Where the page comes from."""
    from . import __version__

    return str(
        of.tongue["ringi"]["made"].format(
            engine=__version__,
            seed=of.result.scenario["run.seed"],
            replicates=of.result.replicates,
            hash=of.result.ledger_hash,
        )
    )
