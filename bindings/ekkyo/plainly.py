"""The recommendation in plain words, in the report as in the approval request: whether, how much, how sure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from . import published
from .amending import UNCUT, change_told, instead_of, is_decided, missing, plan_of
from .amounts import NOTHING, Array, of_hundred
from .carrying import ordered
from .courses import change_of
from .frames import own_level, shown_level, statements_of
from .judging import judged
from .lines import opened
from .ranking import grades_text, suspicion
from .recommending import Odds, odds, recommend, turn
from .run import Run
from .spanning import period
from .statement import Statement
from .study import Study
from .tables import column_names
from .teaming import TeamOrCommunity, team_or_community
from .tongue import Tongue


def verdict(result: Run | Study, level: str, tongue: Tongue) -> str:
    """What is recommended, in a sentence."""
    statement = statements_of(result)[level]
    found = recommend(result, level, statement)
    form: str = found.verdict
    if found.better is not None:
        form = "other" if isinstance(result, Study) and found.better in statements_of(result) else "nothing"
    elif form == "not_recommended" and isinstance(result, Study) and of_none(result):
        form = "none_of_them"
    return str(
        tongue["plain"]["verdict"][form].format(
            support=planned(level, statement, tongue),
            level=tongue.level(level),
            better=tongue.level(found.better or ""),
            loses=of_hundred(odds(statement).loses),
        )
    )


def planned(level: str, statement: Statement, tongue: Tongue, form: str = "support") -> str:
    """What one pays for: the support of a level, and what changes in it on the way; ``form`` as in the words."""
    change = change_of(plan_of(statement), tongue)
    said = tongue["plain"]["plan"][f"{form}_changed" if change else form]
    return str(said.format(level=tongue.level(level), change=change))


def of_none(study: Study) -> bool:
    """Whether none of several levels is recommended."""
    all_of_them = statements_of(study)
    found = [recommend(study, level, one).verdict for level, one in all_of_them.items()]
    return len(found) > 1 and set(found) == {"not_recommended"}


def answer(result: Run | Study, level: str, tongue: Tongue, cut: str = "") -> list[tuple[str, str]]:
    """Whether to make the change, to go on where it runs already, and to start where it does not; and why, of each.

    The first two are told of the level that the scenario has, ``cut``, or else of the same. What was not lived is left
    out.
    """
    own, statement = running(result, level, cut), statements_of(result)[level]
    change, going, start = change_told(own, tongue), going_on(own, tongue), verdict(result, level, tongue)
    lines = [change, going] if any(change) else [going]
    if any(change) or any(going):
        start = tongue["plain"]["starting"].format(verdict=start)
    begin = start, without_change(statement, tongue)
    return [line for line in ([*lines, begin] if any(change) else [begin, *lines]) if any(line)]


def answered(result: Run | Study, level: str, tongue: Tongue, cut: str = "") -> list[str]:
    """The same, a text each."""
    return [tongue.sentences(*line) for line in answer(result, level, tongue, cut)]


def running(result: Run | Study, level: str, cut: str) -> Statement:
    """What is told of as a plan that runs already: that of the scenario, where it changes on the way, or the level."""
    of_level, own = (statements_of(result)[name] for name in (level, cut or level))
    return own if UNCUT in own.baselines else of_level


def going_on(statement: Statement, tongue: Tongue) -> tuple[str, str]:
    """Whether to go on with a plan that runs already, against stopping it, and why; nothing where not lived."""
    if statement.main() == "stopped" or "stopped" not in statement.baselines:
        return "", ""
    said, book, later = tongue["plain"], statement["stopped"].full, statement["stopped"].full_runoff
    if math.isnan(later.chance):
        return "", ""
    told = said["going_on"].format(
        level=tongue.level(statement.level),
        week=statement.scenario["run.today"],
        better_later=of_hundred(later.chance),
        later=tongue.signed(later.npv.mean),
        later_middle=tongue.signed(later.npv.p50),
        better=of_hundred(book.chance),
        mean=tongue.signed(book.npv.mean),
        middle=tongue.signed(book.npv.p50),
    )
    decided = said["go_on"][judged(book.npv, later.npv)]
    return decided, tongue.sentences(told, missing(book.npv, later.npv, tongue))


def apart(npvs: Iterable[tuple[float, float]], tongue: Tongue) -> str:
    """That a few futures carry a mean, where that has another sign than its middle; of (mean, middle) each."""
    npvs = list(npvs)
    ways = {
        "up": any(mean > NOTHING >= middle for mean, middle in npvs),
        "down": any(middle > NOTHING >= mean for mean, middle in npvs),
    }
    return tongue.sentences(*(tongue["plain"]["apart"][way] for way, is_there in ways.items() if is_there))


def told_apart(statements: Sequence[Statement], tongue: Tongue) -> str:
    """What to make of a mean and a middle with different signs, of going on or of the whole plan; else nothing."""
    named = [("plan", one[one.main()].full.npv) for one in statements]
    stopped = [one["stopped"] for one in statements if "stopped" in one.baselines]
    named += [(name, book.npv) for one in stopped for name, book in (("going", one.full), ("later", one.full_runoff))]
    said, told = tongue["plain"]["apart"], dict[str, dict[str, None]]()
    for name, npv in named:
        if way := apart([(npv.mean, npv.p50)], tongue):
            told.setdefault(way, {})[said["whose"][name]] = None
    comma = tongue["sentence"]["comma"]
    named_ways = (said["of"].format(whose=comma.join(whose), told=way) for way, whose in told.items())
    return tongue.sentences(*map(opened, named_ways))


def without_change(statement: Statement, tongue: Tongue) -> str:
    """What the answer would be without the change that a company decides on, where that is another one."""
    if UNCUT not in statement.baselines or not is_decided(statement):
        return ""
    with_it, without = judged(statement[statement.main()].full.npv), judged(instead_of(statement, UNCUT).full.npv)
    return "" if with_it == without else str(tongue["plain"]["without"][without])


def plainly(result: Run | Study, level: str, language: str = "en", cut: str = "") -> list[str]:
    """What the answer to a level rests on, how much it takes, and what would change it: a sentence or two of each.

    How changes on the way change which level is best is told where they were made to several: ``cut`` names that of
    the scenario.
    """
    tongue = Tongue(language, result.scenario.currency)
    statement = statements_of(result)[level]
    ends = odds(statement)
    told = [
        told_apart([statement, running(result, level, cut)], tongue),
        published.asked_much(statement, tongue),
        best_cut(result, tongue) if cut else "",
        size(ends, level, statement, tongue),
        people(running(result, level, cut), tongue),
        ending(ends, result, tongue),
        best(result, tongue),
        turning(statement, level, tongue),
        sponsor(statement, tongue),
    ]
    if recommend(result, level, statement).verdict != "recommended":
        told.append(team(team_or_community(draws=2), tongue))
    return [sentence for sentence in told if sentence]


def best_cut(result: Run | Study, tongue: Tongue) -> str:
    """Where all levels are changed alike: that another than the scenario's is best, and why; else nothing."""
    statements, own, best = statements_of(result), own_level(result), shown_level(result)
    if own == best or UNCUT not in statements[own].baselines or UNCUT not in statements[best].baselines:
        return ""
    told: dict[str, object] = {}
    for name, level in (("own", own), ("best", best)):
        one = statements[level]
        book = one[one.main()].full
        amounts = {"cost": book.cost.mean, "value": book.value.mean, "mean": book.npv.mean}
        told |= {f"{name}_{what}": tongue.amount(x) for what, x in amounts.items()}
        told |= {name: tongue.level(level), f"{name}_change": tongue.signed(one[UNCUT].full.npv.mean)}
    return str(tongue["plain"]["best_cut"]).format(**told)


def size(ends: Odds, level: str, statement: Statement, tongue: Tongue) -> str:
    """How much it takes."""
    amounts = {"cash": tongue.amount(ends.cash), "hours": tongue.amount(ends.hours)}
    support = tongue["sentence"]["support"].format(level=tongue.level(level))
    years = period(statement.scenario, tongue)
    return str(tongue["plain"]["size"].format(support=support, years=years, **amounts))


def people(statement: Statement, tongue: Tongue) -> str:
    """How many are members at the end, and how many there would be without the change on the way."""
    said, members = tongue["plain"], at_the_end(statement, "members")
    low, high = np.quantile(members, [0.05, 0.95])
    mean, everybody = (tongue.number(of.mean()) for of in (members, at_the_end(statement, "employees")))
    between = tongue.between(tongue.number(low), tongue.number(high))
    told = [said["people"].format(members=mean, range=between, everybody=everybody)]
    if UNCUT in statement.baselines:
        uncut = tongue.number(at_the_end(statement, "members", UNCUT).mean())
        told.append(said["people_same" if uncut == mean else "people_uncut"].format(uncut=uncut))
    return tongue.sentences(*told)


def at_the_end(statement: Statement, column: str, baseline: str = "") -> Array:
    """A column of the last week, by replicate: of the plan, or of a baseline."""
    lived, here = statement.lived, statement.here
    name = (lived.against(here, baseline) or baseline) if baseline else here
    found: Array = lived.raw[name]["columns"][column_names().index(column)][:, -1]
    return found


def ending(ends: Odds, result: Run | Study, tongue: Tongue) -> str:
    """How it ends: on average, in most cases, and whether a few carry the average."""
    said = tongue["plain"]
    form = "gains" if ends.mean > 0 else "loses"
    told = [
        said[form].format(
            mean=tongue.amount(abs(ends.mean)), middle=tongue.amount(ends.middle), loses=of_hundred(ends.loses)
        )
    ]
    if ends.rests_on_few:
        told.append(said["few"].format(without=tongue.amount(ends.without_few)))
    if not math.isnan(ends.back):
        told.append(said["back"].format(back=of_hundred(ends.back), years=period(result.scenario, tongue)))
    return tongue.sentences(*told)


def best(result: Run | Study, tongue: Tongue) -> str:
    """Two things that are called best: the highest mean, and what most replicates would call it."""
    if not isinstance(result, Study) or math.isnan(result.decision.confidence[result.decision.best]):
        return ""
    said, decision = tongue["plain"], result.decision
    mostly = max(decision.share, key=lambda choice: decision.share[choice])
    form = "both_best" if mostly == decision.best else "two_best"
    shown = statements_of(result).get(decision.best)
    rests_on_few = shown is not None and odds(shown).rests_on_few
    return str(
        said[form].format(
            best=choice(decision.best, tongue),
            confidence=of_hundred(decision.confidence[decision.best]),
            because=said["because"] if rests_on_few else "",
            mostly=choice(mostly, tongue),
            share=of_hundred(decision.share[mostly]),
        )
    )


def choice(name: str, tongue: Tongue) -> str:
    """A choice in words: a level, or nothing."""
    return str(tongue["plain"]["choice"].get(name) or tongue["sentence"]["support"].format(level=tongue.level(name)))


def turning(statement: Statement, level: str, tongue: Tongue) -> str:
    """What would change the answer most; or that so few futures cannot tell, and what may."""
    found = turn(statement)
    if found is None:
        return tongue.sentences(grades_text(statement, tongue), suspicion(statement, tongue))
    said, form = tongue["plain"], "turn" if found.changes_the_answer else "turn_not"
    is_first_sure = ordered(statement.what_carries_it(), 1) == 1
    return str(
        said[form if is_first_sure else f"{form}_open"].format(
            text=tongue.called(found.name),
            known=said["known"][found.grade],
            good=of_hundred(found.good),
            bad=of_hundred(found.bad),
            better=said["third"]["high" if found.is_better_high else "low"],
            worse=said["third"]["low" if found.is_better_high else "high"],
            level=tongue.level(level),
        )
    )


def sponsor(statement: Statement, tongue: Tongue) -> str:
    """How the plan as it would go stands beside the plan that is carried through."""
    one = statement.sponsored
    if one is None:
        return ""
    return str(
        tongue["plain"]["sponsor"].format(
            stopped=of_hundred(one.stopped),
            sponsored=tongue.amount(one.account.full.npv.mean),
            protected=tongue.amount(one.protected.full.npv.mean),
        )
    )


def team(answer: TeamOrCommunity, tongue: Tongue) -> str:
    """That a team is better, where that is shown for tasks as unknown as they are taken to be; else nothing."""
    unknown = float(answer.values["tasks.unknown"]) / 100
    is_team = any(form == "team" and low <= unknown <= high for form, low, high in answer.advice())
    return str(tongue["plain"]["team"]) if is_team else ""


def at_a_glance(statement: Statement, tongue: Tongue) -> list[str]:
    """Cash, people's time, the mean, the middle, losses, cash back, and the mean under a sponsor, as cells."""
    ends, one = odds(statement), statement.sponsored
    cells = [tongue.money(x) for x in (ends.cash, ends.hours, ends.mean, ends.middle)]
    cells += [tongue.of_hundred(share) for share in (ends.loses, ends.back)]
    return [*cells, tongue.money(one.account.full.npv.mean) if one else "—"]
