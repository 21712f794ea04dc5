"""Living the replicate in the middle once more, and choosing which problems, careers and years there are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from . import _engine
from .amounts import Array
from .careers import Exam, Referral
from .people import Course, Help, Life, Schooling, Stay
from .retelling import person, written
from .stories import Told
from .tables import column_names
from .worlds import Worlds

if TYPE_CHECKING:
    from .result import Result

#: by which column of the ledger a replicate is in the middle
COLUMNS = {
    "answers": "answer_saving",
    "found": "answer_saving",
    "favours": "goodwill_saving",
    "lessons": "learning_saving",
    "carried": "carried_saving",
    "certificates": "certificates",
    "referrals": "referred",
    "stays": "quits",
}

#: what the engine says of a problem of each kind; goodwill had to do with all others
MARKS = {"answers": "answer", "found": "found", "lessons": "lesson", "carried": "carried"}


def of_people(
    result: Result, here: str, kinds: Sequence[str], n: int, threads: int | None = None
) -> tuple[list[Told], dict[str, Life]]:
    """Of each kind the n most valuable stories of the replicate in the middle, and the one that cost most."""
    middles = {kind: middle(result.lived, here, kind) for kind in kinds}
    lives = written(result.lived, here, sorted(set(middles.values())), threads)
    told: list[Told] = []
    known: dict[str, Life] = {}
    for kind, replicate in middles.items():
        stories, known[kind] = _Telling(result, here, replicate, lives[replicate]["life"]).of(kind, n)
        told += stories
    return told, known


def middle(lived: Worlds, here: str, kind: str) -> int:
    """The replicate of which as many others have more as less; of two the one with less."""
    column = column_names().index(COLUMNS[kind])
    more = lived.more(here, "twin", column) if lived.against(here, "twin") else lived.raw[here]["columns"][column]
    order = np.argsort(more.sum(axis=1), kind="stable")
    return lived.replicates[int(order[(len(order) - 1) // 2])]


def chosen(value: Array, gain: Array, n: int) -> list[int]:
    """The n of the highest value that gained anything, and the one that lost most."""
    best = [int(i) for i in np.argsort(-value, kind="stable") if gain[i] > 0][:n]
    return best + ([int(np.argmin(gain))] if np.any(gain < 0) else [])


class _Telling:
    """One life, at the prices that apply."""

    def __init__(self, result: Result, here: str, replicate: int, life: _engine.Retold):
        self.scenario, self.life = result.scenario, life
        place = result.lived.replicates.index(replicate)
        taken = result.lived.taken_at(result.scenario)[place]
        self.prices = _engine.unit_prices(result.scenario.engine, [float(x) for x in taken])
        self.whose: dict[str, Any] = {
            "scenario": result.scenario,
            "world": here,
            "replicate": replicate,
            "replicates": len(result.lived.replicates),
        }

    def of(self, kind: str, n: int) -> tuple[Sequence[Told], Life]:
        """The stories of one kind."""
        own: dict[str, Callable[[int], tuple[Sequence[Told], Life]]]
        own = {"stays": self.stays, "certificates": self.exams, "referrals": self.referrals}
        return own[kind](n) if kind in own else self.helps(kind, n)

    def helps(self, kind: str, n: int) -> tuple[list[Help], Life]:
        """Problems of one kind: who answered, what had been learned, or that goodwill made a difference."""
        all_of_them = self.life.difficulties()
        others = ~np.any([all_of_them[mark] for mark in MARKS.values()], axis=0)
        mine = np.flatnonzero(all_of_them[MARKS[kind]] if kind in MARKS else others)
        saved, hour = all_of_them["saved"][mine], self.prices["hour"] * self.prices["today"][all_of_them["week"][mine]]
        value = saved * hour
        # of goodwill, what a friend did is told, or whom it took longer; a question in vain is neither
        gain = saved if kind == "favours" else saved - all_of_them["beside"][mine]
        gained, lost = (gain > 0) & all_of_them["favour"][mine] if kind == "favours" else gain > 0, gain < 0
        life = Life(self.whose["replicate"], int(gained.sum()), int(lost.sum()), float(value.sum()))
        best = chosen(value, np.where(gained | lost, gain * hour, 0), n)
        whole = float(value[gained].sum())
        return [self.help(kind, int(mine[i]), float(value[i]), whole) for i in best], life

    def help(self, kind: str, number: int, value: float, whole: float) -> Help:
        """One of them, with all that led to it."""
        told = self.life.difficulty(number)
        met = told["met"] or {}
        here, without = (Course(**told[world]) for world in ("here", "twin"))
        return Help(
            **self.whose,
            of=kind,
            one=person(told["one"], self.scenario),
            joined=told["joined"],
            other=person(told["other"], self.scenario) if told["other"] else None,
            met=met.get("week"),
            occasion=met.get("occasion"),
            week=told["week"],
            here=here,
            without=without,
            asking=told["asking"],
            answering=told["answering"],
            saved=without.hours - here.hours,
            value=value,
            carries=value / whole if whole else 0.0,
            learned=self.schooling(told["learned"]) if kind in ("lessons", "carried") else None,
        )

    def schooling(self, told: dict[str, Any] | None) -> Schooling | None:
        """What somebody had been shown, and by whom."""
        if not told:
            return None
        teacher = person(told["teacher"], self.scenario) if told["teacher"] else None
        return Schooling(told["times"], told["events"], teacher, told["last"], told["occasion"])

    def exams(self, n: int) -> tuple[list[Exam], Life]:
        """Exams that a member sat, or passed, only because others study along; and those that were failed."""
        sat = self.life.sittings()
        today = self.prices["today"][sat["week"]]
        cost = (sat["hours"] * self.prices["hour"] + sat["besides"] * self.prices["exam"]) * today
        spared = sat["passed"] * self.prices["certificate"] * today
        value, whole = np.where(sat["passed"], spared, -cost), float(spared.sum())
        life = Life(self.whose["replicate"], int(sat["passed"].sum()), int((~sat["passed"]).sum()), whole)
        best = chosen(value, value, n)
        return [self.exam(i, sat, float(value[i]), float(cost[i]), whole) for i in best], life

    def exam(self, number: int, sat: dict[str, Any], value: float, cost: float, whole: float) -> Exam:
        """One of them."""
        told = self.life.sitting(number)
        return Exam(
            **self.whose,
            one=person(told["one"], self.scenario),
            joined=told["joined"],
            friends=told["friends"],
            week=int(sat["week"][number]),
            besides=bool(sat["besides"][number]),
            passed=bool(sat["passed"][number]),
            hours=float(sat["hours"][number]),
            cost=cost,
            value=value,
            carries=value / whole if whole else 0.0,
        )

    def referrals(self, n: int) -> tuple[list[Referral], Life]:
        """Vacancies that were filled by somebody whom a member had recommended."""
        value = self.prices["today"][self.life.referrals()["week"]] * self.prices["referral"]
        whole = float(value.sum())
        life = Life(self.whose["replicate"], len(value), 0, whole)
        return [self.referral(i, float(value[i]), whole) for i in chosen(value, value, n)], life

    def referral(self, number: int, value: float, whole: float) -> Referral:
        """One of them."""
        told = self.life.referral(number)
        names = ("joined", "recommended", "week", "hires", "hires_without", "same")
        return Referral(
            **self.whose,
            **{name: told[name] for name in names},
            one=person(told["one"], self.scenario),
            other=person(told["other"], self.scenario) if told["other"] else None,
            value=value,
            carries=value / whole if whole else 0.0,
        )

    def stays(self, n: int) -> tuple[list[Stay], Life]:
        """Who left in one world and not, or at another time, in the other."""
        partings = self.life.partings()
        # what it costs on the first day to replace somebody in a week; nothing where nobody left
        costs = np.append(self.prices["today"] * self.prices["replacing"], 0.0)
        value = costs[partings["twin"]] - costs[partings["here"]]
        gain = np.where(partings["in_both"], value, 0.0)
        here, without = (np.where(partings[world] < 0, np.inf, partings[world]) for world in ("here", "twin"))
        gained, lost = (int((partings["in_both"] & one).sum()) for one in (here > without, here < without))
        elsewhere = int((~partings["in_both"]).sum())
        life = Life(self.whose["replicate"], gained, lost, float(value.sum()), elsewhere)
        whole = float(gain[gain > 0].sum())
        return [self.stay(i, partings, float(value[i]), whole) for i in chosen(value, gain, n)], life

    def stay(self, number: int, partings: dict[str, Any], value: float, whole: float) -> Stay:
        """One of them, with what they had in the community."""
        told = self.life.parting(number)
        met, last = told["met"] or {}, told["last"] or {}
        left, left_without = (
            int(week) if week >= 0 else None for week in (partings[w][number] for w in ("here", "twin"))
        )
        friends = (person(told[name], self.scenario) if told[name] else None for name in ("other", "lately"))
        other, lately = friends
        return Stay(
            **self.whose,
            one=person(told["one"], self.scenario),
            joined=told["joined"],
            friends=told["friends"],
            other=other,
            met=met.get("week"),
            occasion=met.get("occasion"),
            lately=lately,
            last=last.get("week"),
            left=left,
            left_without=left_without,
            certified=told["certified"],
            resting=told["resting"],
            value=value,
            carries=value / whole if whole else 0.0,
        )
