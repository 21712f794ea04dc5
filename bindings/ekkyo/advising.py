"""A team, the community or the market, in words: what is best from where on, how sure that is, and the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .amounts import say_share
from .lines import left, right, wrapped
from .tongue import Tongue
from .ways import CHOICES, NEITHER, WAYS

if TYPE_CHECKING:
    from .teaming import TeamOrCommunity


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
    """Team and community alone."""
    names, said = tongue["team"], tongue["team"]["said"]
    row = answer.crossover.set_index(["measure", "one", "other"]).loc[("net", "team", "community")]
    draws = say_share(row["draws_cross"])
    if not row["reached"]:
        return str(said["better"].format(form=names[row["below"]], draws=draws))
    return str(
        said["better_from"].format(
            form=names[row["above"]],
            **tongue.shares({name: row[name] for name in ("unknown", "low", "high")}),
            lose=said["lose"] if _both_lose(answer, row) else "",
            draws=draws,
        )
    )


def _both_lose(answer: TeamOrCommunity, row: Any) -> bool:
    team = np.interp(row["unknown"], answer.shares, answer.net_at_base()[:, WAYS.index("team")])
    return bool(team < 0)


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
