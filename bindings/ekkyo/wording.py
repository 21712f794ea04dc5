"""How results are said: two significant digits at most, each figure with its baseline, no total without its items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isnan
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import _engine
from .accounts import LEDGERS, Account, Book, Clock
from .amounts import NOTHING, Amount, of_hundred, say_share, say_weeks
from .carrying import ordered, replicates_to_tell
from .changing import SUPPORT
from .competing import OUTCOMES, shown
from .courses import change_of, on_the_way
from .judging import judged
from .lines import cut, left, opened, right, wrapped
from .looking import one_year_text
from .matrix import ELSEWHERE
from .seeing import CALCULATOR, DASHBOARD, WORTH, reported
from .tables import rows
from .tongue import Tongue

#: how many unknowns are named that carry the result
CARRIERS = 6

#: the plan that goes on as it began
UNCUT = "unchanged"

#: how many letters an item of the matrix has for its name; what it carries stands behind, money above counts
ITEM = 52

if TYPE_CHECKING:
    from .scenario import Scenario
    from .sponsored import Sponsored
    from .statement import Statement


def support(statement: Statement, language: str = "en") -> str:
    """What was lived, in a few words."""
    said = Tongue(language)["sentence"]
    level = level_of(statement)
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
        wrapped(tongue.sentences(uncut_text(statement, tongue), *uncut_more(statement, tongue))),
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


def changing_text(scenario: Scenario, tongue: Tongue, then: str, *, in_all_levels: bool = False) -> str:
    """What changes on the way, and what is to be said of that; nothing where nothing changes."""
    told = on_the_way(scenario, tongue, in_all_levels=in_all_levels)
    return wrapped(tongue.sentences(*told, then)) if told else ""


def level_of(statement: Statement) -> str:
    """What the level of a statement is called: that of the scenario, or the one a study compares."""
    return str(statement.scenario["support.level"]) if statement.here == "level" else statement.here


def uncut_text(statement: Statement, tongue: Tongue) -> str:
    """Whether to make the change on the way, and what it does to the same plan; nothing where that was not lived."""
    if UNCUT not in statement.baselines:
        return ""
    said, one = tongue["plain"]["change"], statement[UNCUT]
    npv, later = one.full.npv, one.full_runoff.npv
    form = "none" if max(abs(npv.mean), abs(npv.p50)) <= NOTHING else "more" if npv.mean > 0 else "less"
    told: str = said[form].format(
        change=change_of(plan_of(statement), tongue),
        level=tongue.level(level_of(statement)),
        mean=tongue.amount(abs(npv.mean)),
        middle=tongue.signed(npv.p50),
        better=of_hundred(one.full.chance),
        later=tongue.signed(later.mean),
        later_middle=tongue.signed(later.p50),
    )
    asked = said[judged(npv, later)] if is_decided(statement) and form != "none" else ""
    return tongue.sentences(asked, opened(told))


def is_decided(statement: Statement) -> bool:
    """Whether the company itself decides all that changes on the way."""
    changed = [setting.path for setting in statement.lived.scenario.engine.settings if setting.from_week]
    return bool(changed) and all(path.startswith(SUPPORT) for path in changed)


def uncut_more(statement: Statement, tongue: Tongue) -> Iterator[str]:
    """What is left with a change and without it, and which lines it moves most."""
    if UNCUT not in statement.baselines:
        return
    full, main = statement[UNCUT].full, statement.main()
    left = statement[main].full.npv.mean
    yield str(tongue["plain"]["uncut_ends"]).format(
        changed=tongue.amount(left),
        uncut=tongue.amount(left - full.npv.mean),
        against=tongue.against(main),
        low=tongue.signed(full.npv.p05),
        high=tongue.signed(full.npv.p95),
        cash=tongue.signed(statement[UNCUT].cash.npv.mean),
    )
    yield from uncut_why(full, tongue)


def apart(npvs: Iterable[tuple[float, float]], tongue: Tongue) -> str:
    """That a few futures carry a mean, where that has another sign than its middle; of (mean, middle) each."""
    npvs = list(npvs)
    ways = {
        "up": any(mean > NOTHING >= middle for mean, middle in npvs),
        "down": any(middle > NOTHING >= mean for mean, middle in npvs),
    }
    return tongue.sentences(*(tongue["plain"]["apart"][way] for way, is_there in ways.items() if is_there))


def plan_of(statement: Statement) -> Scenario:
    """The scenario with the support of the world that a statement is about, and what changes in it on the way."""
    scenario, world = statement.lived.scenario, statement.world
    own = {setting.path: setting.value for setting in world.settings if setting.silo < 0}
    if world.leaves:
        return scenario.later(world.from_week, own)
    # a level takes the place of the scenario's own support, levers and all
    gone = {path: None for path in rows() if path.startswith(SUPPORT)} if "support.level" in own else {}
    return scenario.replace(gone | own)


def instead_of(statement: Statement, other: str) -> Account:
    """Another baseline in the place of the plan, against the main one: the plan uncut, or stopped today."""
    one, more = statement[statement.main()], statement[other]
    less = {name: getattr(one, name) - getattr(more, name) for name in ("expected", "drawn")}
    runoff = {f"{name}_runoff": getattr(one, f"{name}_runoff") - getattr(more, f"{name}_runoff") for name in less}
    return replace(one, here=other, **less, **runoff)


def uncut_why(book: Book, tongue: Tongue) -> Iterator[str]:
    """What a change saves or costs, and what it brings or gives up, each with what moves it most."""
    said = tongue["plain"]["uncut_why"]
    for side, whole in (("cost", book.cost.mean), ("value", book.value.mean)):
        if abs(whole) > NOTHING:
            form = f"{side}_{'more' if whole > 0 else 'less'}"
            most = said["and"].join(
                said["line"].format(name=tongue.label(line).rstrip("."), part=tongue.amount(part))
                for line, part in _most_of(book, side, whole)
                if part > NOTHING
            )
            yield str(said[form]).format(amount=tongue.amount(abs(whole)), most=most)


def _most_of(book: Book, side: str, whole: float) -> list[tuple[dict[str, Any], float]]:
    """The two lines of a side that move it most, and by how much."""
    direction = 1 if whole > 0 else -1
    lines = (line for line in _engine.money_lines if line["side"] == side)
    moved = [(line, direction * book.lines[line["name"]].mean) for line in lines]
    return sorted(moved, key=itemgetter(1), reverse=True)[:2]


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
        clocks[said["stopped"]] = statement.sponsored.until
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


def matrix_text(statement: Statement, tongue: Tongue) -> str:
    """The matrix, item by item."""
    heading = tongue["text"]["matrix"].format(against=tongue.against(statement.main()), currency=tongue.coin)
    parts = [wrapped(heading)]
    for cell, items in statement.matrix().groupby("cell", sort=False):
        parts.append(tongue["matrix"]["cell"].format(cell=tongue.gloss(str(cell))))
        for item in items.to_dict("records"):
            name = left(f"  {item['code']:<4}{cut(tongue.label(item), 45)}", ITEM)
            parts += [(name + item_text(item, tongue)).rstrip(), how_text(item, tongue)]
    return "\n".join(parts)


def how_text(item: Any, tongue: Tongue) -> str:
    """The same beneath an item, in a terminal."""
    return wrapped(how(item, tongue), 6)


def how(item: Any, tongue: Tongue) -> str:
    """What kind of value an item of the matrix is, how well known, and what it is held against."""
    known = tongue["matrix"]["known"].format(grades=item["grades"]) if item["grades"] else ""
    against = tongue["matrix"]["against"].format(against=tongue.gloss(item["against"]))
    kind = tongue.gloss(item["kind"]) if ELSEWHERE.search(item["treatment"]) else ""
    told = (kind, tongue.gloss(item["treatment"]), known, against)
    return str(tongue["matrix"]["and"].join(part for part in told if part))


def indicators_text(statement: Statement, tongue: Tongue) -> str:
    """What slide 5 concedes to those who want short-term numbers, and what goodwill costs."""
    said, found = tongue["indicators"], statement.indicators()
    passes, posts, hires, goodwill = (found[name] for name in ("certificates", "posts", "hires", "goodwill"))
    told: str = said["told"].format(
        against=tongue.against(statement.main()),
        currency=tongue.coin,
        passes=_counted(passes["more"], tongue),
        pass_cost=tongue.money(passes["cost_of_one"].mean),
        pass_cost_there=tongue.money(passes["cost_of_one_in_the_baseline"].mean),
        posts=_counted(posts["more"], tongue),
        post_cost=tongue.money(posts["cost_of_one"].mean),
        advertising=_within(posts["price_of_as_much_advertising"], tongue),
        hires=_counted(hires["more"], tongue),
        quits=_counted(hires["fewer_quits"], tongue),
        ties=_counted(goodwill["ties"], tongue),
        tie_time=tongue.money(goodwill["time_for_one"].mean),
        favours=_counted(goodwill["favours"], tongue),
        favour_saved=_within(goodwill["saved_by_one"], tongue),
    )
    # what a register that is replayed leaves out
    return told + (said["replayed"] if statement.scenario["company.turnover"] == "recorded" else "")


def _within(x: Amount, tongue: Tongue) -> str:
    """Money, and the middle nine tenths."""
    return str(tongue["text"]["item"].format(**{name: tongue.money(v) for name, v in x._asdict().items()}))


def _counted(x: Amount, tongue: Tongue) -> str:
    """A count, and the middle nine tenths."""
    return str(tongue["text"]["item"].format(**{name: tongue.number(v) for name, v in x._asdict().items()}))


def item_text(item: Any, tongue: Tongue) -> str:
    """What an item of the matrix carries: money, counts, both or neither."""
    amounts = {name: tongue.money(item[name]) for name in ("mean", "p05", "p95")}
    told = [tongue["text"]["item"].format(**amounts)] if item["lines"] else []
    told += [counts_text(item, tongue)] if item["counts"] else []
    return f"\n{' ' * ITEM}".join(told)


def counts_text(item: Any, tongue: Tongue) -> str:
    """What the ledger counts for an item; nothing where it counts nothing."""
    columns = {column["name"]: column for column in _engine.columns}
    said = tongue["text"]
    told = [
        said["undefined" if isnan(found.mean) else "count"].format(
            x=tongue.number(found.mean), name=tongue.short(columns[name])
        )
        for name, found in item["counts"].items()
    ]
    return str(tongue["sentence"]["comma"]).join(told)


def tails_text(statement: Statement, tongue: Tongue) -> str:
    """How heavy the tails of ideas are."""
    said = tongue["text"]
    told = [said["tail"][kind].format(share=say_share(share)) for kind, share in statement.tails().items()]
    return str(said["tails"].format(told=tongue["sentence"]["and"].join(told)))


def carried_text(statement: Statement, tongue: Tongue, most: int = CARRIERS) -> str:
    """Which unknowns carry the result, and how well they are known; none is named that may be chance."""
    found, said, grades = standing_out(statement), tongue["text"], grades_text(statement, tongue)
    if found.empty:
        return wrapped(grades)
    names = tongue["sentence"]["and"].join(tongue.quoted(name) for name in found["name"].head(2))
    form = said["carried" if ordered(found, 1) == 1 else "carried_open"]
    head = form.format(against=tongue.against(statement.main()), most=names, grades=grades)
    cells = right(said["correlation"], 10), right(f"{tongue.between('5', '95')} %", 13), right(said["share"], 7)
    rows = [f"  {' '.join(cells)}  {said['grade']}  "]
    rows += [_carrier(row, tongue) for _, row in found.head(most).iterrows()]
    parts = [wrapped(head), *(row.rstrip() for row in rows)]
    return "\n".join([*parts, wrapped(order_of(statement, tongue, most))]).rstrip()


def standing_out(statement: Statement) -> pd.DataFrame:
    """What carries the result and is not chance, the heaviest first."""
    carried = statement.what_carries_it()
    return carried[carried["stands_out"]]


def grades_text(statement: Statement, tongue: Tongue) -> str:
    """How well what carries the result is known; or that nothing carries it, or that so few draws cannot tell."""
    carried, note, grades = statement.what_carries_it(), tongue["note"], statement.by_grade()
    if not carried["correlation"].any():
        return str(note["known"])
    if not carried["stands_out"].any():
        needed = replicates_to_tell(carried["correlation"].to_numpy(), statement[statement.main()].draws)
        told = {"draws": _draws(statement, tongue), "needed": tongue.number(needed)}
        return str(note["unsure"].format(against=tongue.against(statement.main()), **told))
    return str(note["grades"].format(**tongue.shares({**grades, "rest": 1 - sum(grades.values())})))


def _draws(statement: Statement, tongue: Tongue) -> str:
    """How often what is not known was drawn, and by how many replicates these are shared."""
    draws = len(set(statement[statement.main()].draws.tolist()))
    form = "draws" if draws == statement.replicates else "shared"
    return str(tongue["order"][form].format(draws=f"{draws:,}", replicates=f"{statement.replicates:,}"))


def _carrier(row: pd.Series, tongue: Tongue) -> str:
    cells = right(_signed(row["correlation"]), 10), right(_ends(row, tongue), 13), right(say_share(row["share"]), 7)
    return f"  {' '.join(cells)}  {row['grade']:<5}  {row['name']}"


def order_of(statement: Statement, tongue: Tongue, most: int) -> str:
    """Whether there are draws enough to say which of those that stand out carries more than the next."""
    carried = statement.what_carries_it()
    most = min(most, int(carried["stands_out"].sum()))
    if not most:
        return ""
    sure = ordered(carried, most)
    which = {0: "none", 1: "one"}.get(sure, "all" if sure == most else "some")
    first = tongue.quoted(carried["name"].iloc[0])
    return str(tongue["order"][which].format(draws=_draws(statement, tongue), most=most, sure=sure, first=first))


def _ends(row: pd.Series, tongue: Tongue) -> str:
    low, high = row["low"], row["high"]
    return "—" if low != low else tongue.between(_signed(low), _signed(high))


def _signed(x: float) -> str:
    return f"{x:+.2f}".replace("-", "−")
