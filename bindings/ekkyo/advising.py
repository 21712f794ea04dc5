"""A team, the community or the market, in words: what is best from where on, how sure that is, and the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .amounts import NOTHING, say_share
from .lines import left, right, wrapped
from .tongue import Tongue
from .ways import CHOICES, NEITHER, WAYS

if TYPE_CHECKING:
    from .teaming import TeamOrCommunity

#: a community that finishes a smaller share of tasks does not do better than a team: it hardly does anything
HARDLY_ANY = 0.1


def sentence(answer: TeamOrCommunity, language: str = "en") -> str:
    """The answer: at base, over what is not known, and for a portfolio."""
    tongue = Tongue(language)
    names, said = tongue["team"], tongue["team"]["said"]
    first, last = (_chances(answer, share) for share in (answer.shares[0], answer.shares[-1]))
    advice = [
        said["from"].format(choice=names["advice"][form], low=say_share(low), high=say_share(high))
        for form, low, high in answer.advice()
    ]
    chances = [said["chances"].format(form=names[form], first=first[form], last=last[form]) for form in CHOICES]
    told: str = said["told"].format(
        tasks=f"{answer.tasks:,}",
        advice=tongue["sentence"]["semicolon"].join(advice),
        community=community(answer, tongue),
        draws=answer.draws,
        first=say_share(answer.shares[0]),
        last=say_share(answer.shares[-1]),
        chances=tongue["sentence"]["comma"].join(chances),
        mixed=mixed(answer, tongue),
    )
    return told


def _chances(answer: TeamOrCommunity, share: float) -> dict[str, str]:
    """In which share of draws each form is best, where so much is unknown."""
    best = answer.table[answer.table["unknown"] == share].set_index("form")["chance_best"]
    return {form: say_share(best[form]) for form in CHOICES}


def community(answer: TeamOrCommunity, tongue: Tongue) -> str:
    """Team and community alone: by net value, and by cost per task done."""
    rows = answer.crossover.set_index(["measure", "one", "other"])
    net, cost = (rows.loc[(measure, "team", "community")] for measure in ("net", "cost_per_done"))
    return str(tongue["stories"]["space"].join([by_net(answer, net, tongue), by_cost(cost, tongue)]))


def by_net(answer: TeamOrCommunity, row: Any, tongue: Tongue) -> str:
    """By net value, which of the two does better from where on; a community that hardly does anything never does."""
    names, said = tongue["team"], tongue["team"]["said"]
    done, better = _done(answer, row), row["above"] or row["below"]
    hardly = better == "community" and done < HARDLY_ANY
    loses = bool(np.all(_team_loses(answer, row["unknown"] if row["reached"] else answer.shares)))
    told = said[("no_case" if hardly and loses else "better") + ("_from" if row["reached"] else "")]
    few = said["hardly"] if hardly and not loses else ""
    return str(told + few).format(
        form=names.get(better, ""),
        **tongue.shares({name: row[name] for name in ("unknown", "low", "high")}),
        nothing=say_share(_loses_from(answer)),
        lose=said["lose"] if loses else "",
        done=f"{100 * done:.0f}",
        draws=say_share(row["draws_cross"]),
    )


def _done(answer: TeamOrCommunity, row: Any) -> float:
    """The share of tasks that the community finishes at the crossover, or at most where there is none."""
    known = [row["unknown"]] if row["reached"] else answer.shares
    return max(answer.done_at("community", share) for share in known)


def by_cost(row: Any, tongue: Tongue) -> str:
    """By cost per task done: where one becomes cheaper than the other, or that it never does."""
    names, said = tongue["team"], tongue["team"]["said"]
    if row["reached"]:
        hardly = row["above"] == "community" and row["other_done"] < HARDLY_ANY
        few = said["of_few"].format(done=f"{100 * row['other_done']:.0f}") if hardly else ""
        told = said["cheaper_from"]
        return str(told.format(form=names[row["above"]], unknown=say_share(row["unknown"]), few=few))
    return str(said["cheaper"].format(form=names[row["below"]]) if row["below"] else said["none_done"])


def _team_loses(answer: TeamOrCommunity, unknown: Any) -> Any:
    """Whether a team is worth less than doing nothing, or no more (to what rounding leaves)."""
    return np.interp(unknown, answer.shares, answer.net_at_base()[:, WAYS.index("team")]) < NOTHING


def _loses_from(answer: TeamOrCommunity) -> float:
    """From which share unknown on a team is worth less than doing nothing; the first share where it always is."""
    row = answer.crossover.set_index(["measure", "one", "other"]).loc[("net", "team", NEITHER)]
    return float(row["unknown"] if row["reached"] else answer.shares[0])


def mixed(answer: TeamOrCommunity, tongue: Tongue) -> str:
    """Where the tasks of a portfolio best go."""
    names, said = tongue["team"], tongue["team"]["said"]
    table = answer.portfolio.set_index("form")
    going = [said["goes"].format(form=names[form], share=say_share(table.loc[form, "share"])) for form in CHOICES]
    single = table.loc[list(CHOICES), "net"]
    return str(
        said["mixed"].format(
            unknown=say_share(answer.values["tasks.unknown"] / 100),
            going=tongue["sentence"]["comma"].join(going),
            mixed=tongue.number(table.loc["mixed", "net"]),
            form=names[single.idxmax()],
            single=tongue.number(single.max()),
        )
    )


def text(answer: TeamOrCommunity, language: str = "en") -> str:
    """The answer for a terminal."""
    tongue = Tongue(language)
    said = tongue["team"]["table"]
    shown = answer.shares[np.linspace(0, len(answer.shares) - 1, 5).round().astype(int)]
    at = answer.table[answer.table["unknown"].isin(shown) & (answer.table["form"] != NEITHER)]
    lines = [_line(said["unknown"], said["form"], said["columns"])]
    lines += [_row(row, tongue) for row in at.to_dict("records")]
    note = said["note"].format(seed=answer.seed)
    return "\n\n".join([wrapped(sentence(answer, language)), "\n".join(lines), wrapped(note)])


def _row(row: dict[str, Any], tongue: Tongue) -> str:
    hours = row["assigned"] + row["voluntary"] + row["bought"]
    amounts = (row["weeks_p50"], hours, row["cash"], row["cost_per_done"], row["net"])
    cells = [say_share(row["done"]), *map(tongue.number, amounts), say_share(row["chance_best"])]
    return _line(say_share(row["unknown"]), tongue["team"][row["form"]], cells)


def _line(unknown: str, form: str, cells: list[str]) -> str:
    return (left(unknown, 8) + left(form, 15) + "".join(right(cell, 11) for cell in cells)).rstrip()
