"""A team, the community or the market, in words: what is best from where on, how sure that is, and the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .amounts import say, say_share
from .ways import CHOICES, NEITHER, WAYS
from .wording import wrapped

if TYPE_CHECKING:
    from .teaming import TeamOrCommunity

#: what each choice is called as advice
ADVICE = {"team": "build a team", "community": "leave it to the community", "market": "buy", NEITHER: "do not do it"}


def sentence(answer: TeamOrCommunity) -> str:
    """The answer: at base, over what is not known, and for a portfolio."""
    last = answer.table[answer.table["unknown"] == answer.shares[-1]].set_index("form")["chance_best"]
    first = answer.table[answer.table["unknown"] == answer.shares[0]].set_index("form")["chance_best"]
    told = "; ".join(
        f"{ADVICE[form]} from {say_share(low)} to {say_share(high)} unknown" for form, low, high in answer.advice()
    )
    chances = ", ".join(f"{form} {say_share(first[form])} and {say_share(last[form])}" for form in CHOICES)
    return (
        f"By net value per task, every number at its base ({answer.tasks:,} tasks): {told}. {community(answer)} Over "
        f"{answer.draws} draws of what is not known, best at {say_share(answer.shares[0])} and at "
        f"{say_share(answer.shares[-1])} unknown: {chances}. {mixed(answer)}"
    )


def community(answer: TeamOrCommunity) -> str:
    """Team and community alone."""
    row = answer.crossover.set_index(["measure", "one", "other"]).loc[("net", "team", "community")]
    draws = f"the better of the two changes in {say_share(row['draws_cross'])} of draws"
    if not row["reached"]:
        return f"Of team and community, the {row['below']} does better at every share; {draws}."
    return (
        f"Of team and community, the {row['above']} does better from {say_share(row['unknown'])} unknown on (90 % "
        f"interval {say_share(row['low'])} to {say_share(row['high'])}){_both_lose(answer, row)}; {draws}."
    )


def _both_lose(answer: TeamOrCommunity, row: Any) -> str:
    team = np.interp(row["unknown"], answer.shares, answer.net_at_base()[:, WAYS.index("team")])
    return ", where neither of them is worth what it costs" if team < 0 else ""


def mixed(answer: TeamOrCommunity) -> str:
    """Where the tasks of a portfolio best go."""
    table = answer.portfolio.set_index("form")
    going = ", ".join(f"{form} {say_share(table.loc[form, 'share'])}" for form in CHOICES)
    single = table.loc[list(CHOICES), "net"]
    return (
        f"Of tasks that are on average {say_share(answer.values['tasks.unknown'] / 100)} unknown, best go to: "
        f"{going}; each its best way is worth {say(table.loc['mixed', 'net'])} per task, the best single way "
        f"({single.idxmax()}) {say(single.max())}."
    )


def text(answer: TeamOrCommunity) -> str:
    """The answer for a terminal."""
    shown = answer.shares[np.linspace(0, len(answer.shares) - 1, 5).round().astype(int)]
    at = answer.table[answer.table["unknown"].isin(shown) & (answer.table["form"] != NEITHER)]
    heads = ["done", "weeks", "hours", "cash", "cost/done", "net", "best in"]
    lines = [f"{'unknown':<9}{'form':<11}" + "".join(f"{head:>11}" for head in heads)]
    for row in at.to_dict("records"):
        hours = row["assigned"] + row["voluntary"] + row["bought"]
        cells = [
            say_share(row["done"]),
            say(row["weeks_p50"]),
            *(say(x) for x in (hours, row["cash"], row["cost_per_done"], row["net"])),
            say_share(row["chance_best"]),
        ]
        lines.append(f"{say_share(row['unknown']):<9}{row['form']:<11}" + "".join(f"{cell:>11}" for cell in cells))
    note = (
        "Per task tried, at base: share done within the horizon, middle of weeks over all tasks, hours of "
        "everybody, cash, cost of all tasks over those done, net value, and the share of draws in which the form is "
        f"best. Amounts in the currency of tasks.wage_per_hour (JPY unless set). Seed {answer.seed}. Almost "
        "every number is an assumption (C): ek.team_parameters()."
    )
    return "\n\n".join([wrapped(sentence(answer)), "\n".join(line.rstrip() for line in lines), wrapped(note)])
