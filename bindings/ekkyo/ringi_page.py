"""What stands on the page of an approval request, section by section, in words and cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from . import _engine, amending, published, ranking, wording
from .accounts import LEDGERS, Account, Ledger
from .amending import UNCUT
from .amounts import Amount, Array, say_share
from .courses import on_the_way
from .fiscal import HOURS_PER_PERSON_MONTH, FiscalYear
from .frames import statements_of
from .judging import judged
from .lines import opened
from .looking import counted, looks, one_year_told
from .plainly import answer, apart, ending, people, planned, sponsor, told_apart, turning
from .ranking import grades_text
from .recommending import odds
from .report import clock_cells
from .ringi import PREMISES, Ringi
from .statement import HOURS_PER_YEAR
from .words import words

if TYPE_CHECKING:
    from .scenario import Scenario
    from .tongue import Tongue


def pieces(of: Ringi) -> dict[str, Any]:
    """Everything the template shows."""
    return {
        "words": words(of.language),
        "name": of.tongue.named(of.result.name),
        "subject": of.subject,
        "purpose": of.tongue["ringi"]["purpose_is"].format(against=_against(of)),
        "plan": plan(of),
        "verdict": of.recommendation.verdict,
        "lines": answer(of.result.uncut, of.level, of.tongue),
        "why": why(of),
        "rule": rule(of),
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
        "premise_head": premise_head(of),
        "grades": of.tongue.sentences(
            grades_text(of.statement, of.tongue), ranking.order_of(of.statement, of.tongue, PREMISES)
        ),
        "one_year": one_year(of),
        "exit": exit_rows(of),
        "exit_note": exit_note(of),
        "others": others(of),
        "instead": instead(of),
        "made": made(of),
    }


def why(of: Ringi) -> list[str]:
    """What stands beneath the answer: how it ends, and what it rests on; costs have a table of their own."""
    tongue, statement = of.tongue, of.statement
    told = [
        told_apart([statement], tongue),
        ending(odds(statement), of.result, tongue),
        people(statement, tongue),
        published.asked_much(statement, tongue),
        turning(statement, of.level, tongue) if not ranking.standing_out(statement).empty else "",
        sponsor(statement, tongue),
    ]
    return [sentence for sentence in told if sentence]


def rule(of: Ringi) -> str:
    """The one rule; and where the middle does not settle it already, what else it asks for before it starts."""
    every, *more = of.tongue["ringi"]["why"]["rule"]
    return of.tongue.sentences(every, *([] if judged(of.account.full.npv) == "no" else more))


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
        moved=moved(of),
        hosts=tongue.number(float(next(iter(hosts[hosts > 0]), 0.0))),
        events=tongue.quantity(scenario["support.events_per_month"], "events / month"),
        structured=say_share(scenario["support.structured_events"]),
        more=tongue["sentence"]["comma"].join(levers(scenario, tongue)),
    )
    return tongue.sentences(str(told), *on_the_way(scenario, tongue))


def moved(of: Ringi) -> str:
    """That the scenario begins on another day, where that lies behind; else nothing."""
    start = dt.date.fromisoformat(of.result.scenario["run.start"])
    here, there = of.days()[0], of.tongue["ringi"]["plan_moved"]
    told = str(there).format(start=_day(start, of.tongue), years=here.year - start.year)
    return "" if here == start else told


def levers(scenario: Scenario, tongue: Tongue) -> Iterator[str]:
    """Working time, and all that the company does besides."""
    yield time_allowed(scenario["support.time_allowance"], tongue)
    for lever, form in tongue["ringi"]["lever"].items():
        if share := scenario[f"support.{lever}"]:
            yield str(form).format(share=say_share(share))


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


def _spread(x: Amount, tongue: Tongue) -> str:
    return tongue.between(tongue.money(x.p05), tongue.money(x.p95))


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
    return str(of.tongue["ringi"]["work_note"].format(hours=hours, year=f"{HOURS_PER_YEAR:,}"))


def effects(of: Ringi) -> list[dict[str, Any]]:
    """What is expected, cash beside full: median, 5 to 95 %, and the mean."""
    said, tongue = of.tongue["ringi"]["effect"], of.tongue
    books = {ledger: of.effects(ledger) for ledger in LEDGERS}
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
    told = of.tongue["ringi"]["effects_note"].format(
        against=_against(of), replicates=of.result.replicates, rate=rate, currency=of.tongue.coin
    )
    above = told_apart([of.statement], of.tongue)
    shown = [of.effects(ledger)[row] for ledger in LEDGERS for row in ("net", "runoff")]
    # what the answer has said already is not said again
    more = apart(((one.mean, one.p50) for one in shown), of.tongue)
    return of.tongue.sentences(told, "" if more in above else more)


def clocks(of: Ringi) -> list[dict[str, Any]]:
    """When what shows: the share of replicates that get there, and the middle."""
    said = of.tongue["clocks"]
    found = []
    for name, clock in of.statement.clocks.items():
        reached, _, middle, _ = clock_cells(clock, of.tongue)
        found.append({"label": said[name], "cells": [reached, middle]})
    return found


def loss(of: Ringi) -> list[dict[str, Any]]:
    """How likely a loss is, and how large one in twenty is at least."""
    said = of.tongue["ringi"]["loss_of"]
    rows = []
    for ledger in LEDGERS:
        chance = getattr(of.account, ledger).chance
        worst = of.effects(ledger)["net"].p05
        told = said["worst"].format(worst=of.tongue.money(worst)) if worst < 0 else said["none"]
        rows.append({"label": of.tongue["name"][ledger], "cells": [of.tongue.of_hundred(1 - chance), told]})
    return rows


def premises(of: Ringi) -> list[dict[str, str]]:
    """What carries the result most, or may, with what is believed of it and on what grounds."""
    tongue, carried = of.tongue, ranking.named(of.statement, PREMISES)
    said = tongue["ringi"]["better_if"]
    return [
        {
            **ranking.believed(row, tongue),
            "grade": row["grade"],
            "way": said["more" if row["correlation"] > 0 else "less"],
        }
        for row in carried.to_dict("records")
    ]


def premise_head(of: Ringi) -> list[str]:
    """What stands above the premises: whether they carry the result, or may."""
    said = of.tongue["ringi"]
    first, *rest = said["premise_columns"]
    return [said["premise_may"] if ranking.standing_out(of.statement).empty else first, *rest]


def one_year(of: Ringi) -> str:
    """Whom a look after one year would stop, by the full ledger; or what else there is to say of it."""
    told = list(looks(of.statement, of.tongue, ["full"]))
    unseen = of.tongue["ringi"]["unseen"].format(against=_against(of))
    return of.tongue.sentences(*told, unseen) if told else one_year_told(of.statement, of.tongue)


def exit_rows(of: Ringi) -> list[dict[str, str]]:
    """What to look at, by when, and where the line is."""
    said, tongue = of.tongue["ringi"]["watch"], of.tongue
    day = _day(of.days()[0] + dt.timedelta(weeks=of.exit.week), tongue)
    lines = {"members": say_share, "answered": say_share, "spent": tongue.money}
    return [
        {
            "label": said[one.name],
            "day": day,
            "line": said[one.side].format(line=lines[one.name](one.line)),
        }
        for one in of.exit.criteria
    ]


def exit_note(of: Ringi) -> str:
    """What such a rule would have done inside the model, and that its lines are no causes; what is no criterion."""
    said, tongue, found = of.tongue["ringi"], of.tongue, of.exit
    idle = tongue["sentence"]["comma"].join(said["watched"][one.name] for one in found.idle)
    told = [said["exit_note"] if found.criteria else said["exit_none"]]
    if all(one.name != "spent" for one in found.criteria):
        told.append(said["exit_budget"])
    if found.criteria and found.idle:
        told.append(said["exit_idle"])
    counts = counted(found.shares, of.result.replicates)
    counts["spent"] = tongue.amount(next(one.line for one in found.watched if one.name == "spent"))
    return tongue.sentences(*told).format(week=found.week, idle=idle, all=f"{of.result.replicates:,}", **counts)


def others(of: Ringi) -> list[dict[str, Any]]:
    """What else could be done: nothing, stopping early, the same without what changes on the way, or another level."""
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
            rows.append(_other(label, amending.instead_of(uncut, UNCUT), tongue))
        if is_asked and main != "stopped" and "stopped" in statement.baselines:
            week = statement.scenario["run.today"]
            label = tongue["ringi"]["stopping"].format(week=week)
            rows.append(_other(label, amending.instead_of(statement, "stopped"), tongue))
    return rows


def _other(label: str, one: Account, tongue: Tongue) -> dict[str, Any]:
    """A choice with what it costs and leaves."""
    amounts = (one.cash.cost.mean, one.full.npv.mean, one.full.npv.p50)
    return {"label": label, "cells": [*map(tongue.money, amounts), tongue.of_hundred(1 - one.full.chance)]}


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
