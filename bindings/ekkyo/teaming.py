"""A team, the community, or buying outside: the same tasks with the same people and luck, tried in each form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from . import _engine, advising
from .amounts import Array, clean, interval_of_mean
from .carrying import stands_out
from .errors import RequestError
from .tables import team_parameters
from .ways import (
    CHOICES,
    WAYS,
    best_of,
    crossings,
    per_done,
    resampled,
    shared_out,
    spread_of,
    stretches,
    unknown_of_tasks,
    with_neither,
)

if TYPE_CHECKING:
    from .figures_of_teams import TeamPlots

#: shares of a task's needs that are unknown at the start
SHARES: tuple[float, ...] = tuple(i / 20 for i in range(21))


def team_or_community(
    settings: Mapping[str, Any] | None = None,
    tasks: int = 4000,
    draws: int = 400,
    tasks_per_draw: int = 400,
    shares: Sequence[float] = SHARES,
    seed: int = 1,
    threads: int | None = None,
) -> TeamOrCommunity:
    """Which tasks are for a team, which for the community, which to buy, and which not to do, by how much is unknown.

    No number says where one form becomes better than another: it comes out of what each takes (slide 7).

    Parameters
    ----------
    settings : mapping, optional
        From a name of `team_parameters` ("tasks.ties") to a number, which is then known, or to
        ``{"low":, "base":, "high":}``. What is not set stands at its default in `table`'s figures, and is drawn from
        what is plausible in those over draws.
    tasks : int
        How many tasks are tried with every number at its base.
    draws, tasks_per_draw : int
        How often what is not known is drawn, and how many tasks are tried each time.
    shares : sequence of float
        Shares of a task's needs unknown at the start, rising, between 0 and 1.
    seed : int
        Whose luck.
    threads : int, optional
        All there are unless told. Results do not depend on it.

    Raises
    ------
    ScenarioError
        With all settings that are wrong in ``.faults``.
    RequestError
        Where tasks, draws or shares cannot be had.

    Examples
    --------
    >>> import ekkyo as ek
    >>> answer = ek.team_or_community({"tasks.restaffing": 0, "tasks.released": 100}, tasks=200, draws=20)
    >>> answer.advice()
    [('team', 0.0, 1.0)]
    """
    along = np.array(shares, dtype=float)
    if len(along) < 2 or not (np.all(np.diff(along) > 0) and along[0] >= 0 and along[-1] <= 1):
        raise RequestError("shares must be at least two, rising, between 0 and 1")
    if min(tasks, draws, tasks_per_draw) < 2:
        raise RequestError("at least two tasks, two draws and two tasks in each draw are needed")
    beliefs = _engine.Beliefs([_engine.Setting(path, value) for path, value in (settings or {}).items()])
    at_base = _engine.try_tasks(beliefs, seed, along, tasks, threads or 0)
    drawn = _engine.draw_tasks(beliefs, seed, along, tasks_per_draw, draws, threads or 0)
    return TeamOrCommunity(beliefs, along, at_base, drawn, seed)


class TeamOrCommunity:
    """The same tasks in three forms. Made by `team_or_community`.

    Attributes
    ----------
    values : dict
        Every number of tasks at its base.
    unknowns : list of str
        What is drawn.
    shares : numpy.ndarray
        Shares of needs unknown at the start.
    tried : dict
        Every task at base, (share, form, task): ``weeks`` (inf: given up), hours ``assigned``, ``voluntary`` and
        ``bought``, and in money ``cash``, ``cost``, ``net``.
    drawn : dict
        Means of each draw, (draw, share, form): ``done``, ``cost``, ``net``.
    drawn_values : pandas.DataFrame
        What was taken in each draw.
    """

    def __init__(self, beliefs: Any, shares: Array, tried: dict[str, Array], drawn: dict[str, Any], seed: int):
        self.values: dict[str, float] = {f"tasks.{name}": value for name, value in beliefs.values.items()}
        self.unknowns = [f"tasks.{name}" for name in beliefs.unknowns]
        self.shares, self.tried, self.drawn, self.seed = shares, tried, drawn["means"], seed
        self.drawn_values = pd.DataFrame({f"tasks.{name}": x for name, x in drawn["values"].items()})

    @property
    def plot(self) -> TeamPlots:
        """Its figures: ``plot.crossover()``, ``plot.portfolio()``, ``plot.time()``."""
        from .figures_of_teams import TeamPlots

        return TeamPlots(self)

    @property
    def tasks(self) -> int:
        """How many tasks were tried at base."""
        return int(self.tried["net"].shape[2])

    @property
    def draws(self) -> int:
        """How often what is not known was drawn."""
        return len(self.drawn_values)

    @cached_property
    def table(self) -> pd.DataFrame:
        """Form by form, share by share: what is done, when, with which hours, for how much.

        Per task tried, at base: ``done`` (share within the horizon), ``weeks_p05`` … ``weeks_p95`` (over all tasks; inf
        is given up) and ``weeks_mean`` (of those done), hours ``assigned``, ``voluntary``, ``bought``; ``cash``,
        ``cost``, ``cost_p05`` … ``cost_p95``, ``cost_per_done`` (of all tasks, over those done), ``net`` with its 90 %
        interval ``net_low``, ``net_high``, ``net_p05`` … ``net_p95`` over tasks, ``best`` (highest mean net, above 0).
        Over draws: ``chance_best``, and ``done_mean``, ``net_mean`` with their 5–95 %.
        """
        nets = self.net_at_base()
        best = best_of(nets)
        drawn = {name: with_neither(self.drawn[name]) for name in ("done", "net")}
        chosen = best_of(self.drawn["net"])
        rows = []
        for s, share in enumerate(self.shares):
            for w, form in enumerate(CHOICES):
                row = {"form": form, "unknown": float(share), **self._at_base(s, w)}
                row |= {"best": bool(best[s] == w), "chance_best": float((chosen[:, s] == w).mean())}
                for name, x in drawn.items():
                    row |= spread_of(x[:, s, w], name)
                rows.append(row)
        return pd.DataFrame(rows)

    def net_at_base(self) -> Array:
        """Net value per task tried, with every number at its base: (share, form)."""
        return np.asarray(self.tried["net"].mean(-1))

    def _at_base(self, s: int, w: int) -> dict[str, Any]:
        if w == len(WAYS):
            told = dict.fromkeys(("done", "assigned", "voluntary", "bought", "cash", "cost", "net"), 0.0)
            return told | {"net_low": 0.0, "net_high": 0.0}
        one = {name: x[s, w] for name, x in self.tried.items()}
        done = np.isfinite(one["weeks"])
        told = {"done": float(done.mean())}
        told |= {name: float(one[name].mean()) for name in ("assigned", "voluntary", "bought", "cash", "cost", "net")}
        for name in ("weeks", "cost", "net"):
            middle = np.quantile(one[name], [0.05, 0.5, 0.95], method="inverted_cdf")
            told |= {f"{name}_{p}": float(x) for p, x in zip(("p05", "p50", "p95"), middle, strict=True)}
        told["weeks_mean"] = float(one["weeks"][done].mean()) if done.any() else np.nan
        told["cost_per_done"] = float(per_done(one["cost"].sum(), np.array(done.sum())))
        told["net_low"], told["net_high"] = interval_of_mean(one["net"])
        return told

    @cached_property
    def crossover(self) -> pd.DataFrame:
        """Where the better of two forms changes, for each pair and two measures.

        ``measure`` is ``net`` (worth of what is done less all cost, per task tried; doing nothing is a form too) or
        ``cost_per_done``. Of ``one`` and ``other``, ``below`` is better where less is unknown than ``unknown``, and
        ``above`` where more; ``low`` and ``high`` are its 90 % interval (tasks taken again, the same in all forms).
        Where it is not ``reached``, ``below`` is better at every share, and ``above`` is empty. Over draws of what is
        not known: the share of draws that have a crossing (``draws_cross``; it lies between ``drawn_p05`` and
        ``drawn_p95``), in which ``one`` is better at every share (``draws_one``), and in which ``other`` is
        (``draws_other``). ``one_done`` and ``other_done``: the share of tasks each finishes at the crossover, at base.
        A form that finishes hardly any loses hardly anything, and is passed by one that costs more.
        """
        net = crossings(
            self.shares,
            with_neither(self.net_at_base()),
            with_neither(resampled(self.tried["net"])),
            with_neither(self.drawn["net"]),
            CHOICES,
            "net",
        )
        done = np.isfinite(self.tried["weeks"]).astype(float)
        cost = self.tried["cost"]
        dear = crossings(
            self.shares,
            -per_done(cost.mean(-1), done.mean(-1)),
            -per_done(resampled(cost), resampled(done)),
            -per_done(self.drawn["cost"], self.drawn["done"]),
            WAYS,
            "cost_per_done",
        )
        found = pd.concat([net, dear], ignore_index=True)
        for side in ("one", "other"):
            found[f"{side}_done"] = [
                self.done_at(form, unknown) for form, unknown in zip(found[side], found["unknown"], strict=True)
            ]
        return found

    def done_at(self, form: str, unknown: float) -> float:
        """The share of tasks that a form finishes at base where so much is unknown, on the line between shares."""
        done = with_neither(np.isfinite(self.tried["weeks"]).mean(-1))
        return float(np.interp(unknown, self.shares, done[:, CHOICES.index(form)]))

    @cached_property
    def portfolio(self) -> pd.DataFrame:
        """Which share of tasks best goes to which form, where tasks differ in how much of them is unknown (両利き).

        What is unknown of tasks is beta distributed (``tasks.unknown``, ``tasks.unknown_spread``), and seen before a
        form is chosen. A row per form, for neither, and for ``mixed``: each task to its best form. ``share`` of tasks,
        and ``net`` per task if all tasks went there; at base, and over draws (mean, 5–95 %).
        """
        shares, nets = self._shared_out(self.values, self.net_at_base()[None])
        drawn_shares, drawn_nets = self._shared_out(self.drawn_values, self.drawn["net"])
        frame = {
            "form": [*CHOICES, "mixed"],
            "share": [*shares[0], 1.0],
            **{name: [*x, 1.0] for name, x in spread_of(drawn_shares, "share").items()},
            "net": nets[0],
            **spread_of(drawn_nets, "net"),
        }
        return pd.DataFrame(frame)

    def _shared_out(self, values: Any, net: Array) -> tuple[Array, Array]:
        mean, spread = (np.atleast_1d(values[f"tasks.{name}"]) / 100 for name in ("unknown", "unknown_spread"))
        unknown = unknown_of_tasks(mean, spread)
        found = [shared_out(self.shares, one, of) for one, of in zip(net, unknown, strict=True)]
        return np.array([parts for parts, _ in found]), np.array([nets for _, nets in found])

    def what_carries_it(self, form: str = "community", unknown: float = 0.5) -> pd.DataFrame:
        """On what it rests how a form does beside the best other choice: rank correlations over draws, heaviest first.

        ``name``, ``correlation`` (Spearman, with its net less that of the best other choice at the nearest share
        tried), ``grade``, and whether it ``stands_out`` of what chance would make the largest of them (Bonferroni).
        """
        from scipy.stats import spearmanr

        if form not in CHOICES:
            raise RequestError(f"there is no form `{form}`; there are {', '.join(CHOICES)}")
        net = with_neither(self.drawn["net"])[:, int(np.abs(self.shares - unknown).argmin())]
        lead = net[:, CHOICES.index(form)] - np.delete(net, CHOICES.index(form), axis=-1).max(-1)
        grades = team_parameters().set_index("name")["grade"]
        rows = [
            {"name": path, "correlation": float(spearmanr(self.drawn_values[path], lead)[0]), "grade": grades[path]}
            for path in self.unknowns
        ]
        frame = pd.DataFrame(rows, columns=["name", "correlation", "grade"])
        frame["stands_out"] = stands_out(frame["correlation"].to_numpy(), self.draws)
        return frame.sort_values("correlation", key=abs, ascending=False, ignore_index=True)

    def done_by(self) -> pd.DataFrame:
        """Share of tasks done by a week, at base, for the first, middle and last share unknown."""
        weeks = np.arange(int(self.values["tasks.horizon"]) + 1)
        rows = []
        for s in dict.fromkeys((0, len(self.shares) // 2, len(self.shares) - 1)):
            for w, form in enumerate(WAYS):
                taken = np.sort(self.tried["weeks"][s, w])
                done = np.searchsorted(taken, weeks, side="right") / self.tasks
                told = {"form": form, "unknown": float(self.shares[s]), "week": weeks, "done": done}
                rows.append(pd.DataFrame(told))
        return pd.concat(rows, ignore_index=True)

    def advice(self) -> list[tuple[str, float, float]]:
        """What is best from which share unknown to which, at base: (form or neither, from, to)."""
        return stretches(self.shares, self.net_at_base())

    def sentence(self, language: str = "en") -> str:
        """The answer: at base, over what is not known, and for a portfolio."""
        return advising.sentence(self, language)

    def text(self, language: str = "en") -> str:
        """The answer, and the table behind it, for a terminal."""
        return advising.text(self, language)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.sentence()

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.sentence())}</p>"

    def to_dict(self) -> dict[str, Any]:
        """Everything as it stands in JSON; what is not finite is null."""
        frames = {"table": self.table, "crossover": self.crossover, "portfolio": self.portfolio}
        told: dict[str, Any] = clean({name: frame.to_dict("records") for name, frame in frames.items()})
        advice = [{"choice": form, "from": low, "to": high} for form, low, high in self.advice()]
        return {
            "answer": self.sentence(),
            "advice": advice,
            "seed": self.seed,
            "tasks": self.tasks,
            "draws": self.draws,
            "values": clean(self.values),
            "unknowns": self.unknowns,
            **told,
        }
