"""Choosing what carries most of the value, and living its replicates once more, in writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from . import _engine
from .errors import RequestError
from .scenario import Scenario
from .stories import KINDS, Person, Stories, Story, Told, Weeks
from .worlds import Worlds

if TYPE_CHECKING:
    from .result import Result

#: what tells one launched idea from another: it has them in every world in which it is had
IDEA = ["replicate", "week", "success", "quantile"]


def stories(
    result: Result,
    n: int = 3,
    language: str = "en",
    world: str | None = None,
    runoff: bool = False,
    threads: int | None = None,
    of: str | Sequence[str] = "ideas",
) -> Stories:
    """See `Result.stories`."""
    from .reliving import of_people

    if n < 1:
        raise RequestError(f"n = {n}: at least one story has to be asked for")
    here = world or main_world(result)
    if here not in result.lived.raw:
        raise RequestError(f"{here}: not lived in this run; there are {', '.join(result.lived.raw)}")
    kinds = KINDS if of == "all" else (of,) if isinstance(of, str) else tuple(of)
    if not set(kinds) <= set(KINDS):
        raise RequestError(f"of = {of!r}: stories are of {', '.join(KINDS)}, or all")
    told: list[Told] = list(ideas(result, here, n, runoff, threads)) if "ideas" in kinds else []
    others, lives = of_people(result, here, [kind for kind in kinds if kind != "ideas"], n, threads)
    return Stories([*told, *others], result.scenario, here, len(result.lived.replicates), language, kinds, lives)


def ideas(result: Result, here: str, n: int, runoff: bool = False, threads: int | None = None) -> list[Story]:
    """The ideas of a world that bring most over all replicates."""
    all_of_them = valued(result.scenario, result.lived, here, runoff)
    best = all_of_them.nlargest(n, "value", keep="first")
    written = retold(result.lived, here, sorted(set(best["replicate"])), threads)
    return [
        _story(result.scenario, result.lived, here, row, written[key], all_of_them)
        for row in best.to_dict("records")
        if (key := (row["replicate"], row["place"])) in written
    ]


def main_world(result: Any) -> str:
    """The level of a run; of a study the level with the highest mean full NPV, ``none`` aside."""
    if "level" in result.lived.raw:
        return "level"
    shown = [level for level in result.levels if level != "none"] or result.levels
    return str(max(shown, key=lambda level: result.statement(level)[result.base].full.npv.mean))


def valued(scenario: Scenario, lived: Worlds, here: str, runoff: bool = False) -> pd.DataFrame:
    """The launched ideas that came to something, and only with the community, with what they brought."""
    frame = lived.launches(here)
    worths = _engine.worths(scenario.engine, lived.raw[here], lived.taken_at(scenario))
    frame = frame.assign(**dict(zip(("until", "paid", "in_all", "horizon", "usual"), worths.T, strict=True)))
    frame["value"] = frame["in_all" if runoff else "horizon"]
    frame = frame.assign(place=frame.groupby("replicate").cumcount())
    for name in ("twin", "none"):
        other = lived.against(here, name)
        had = lived.launches(other)[IDEA] if other and other != here else frame[:0][IDEA]
        frame[name] = pd.MultiIndex.from_frame(frame[IDEA]).isin(pd.MultiIndex.from_frame(had))
    return frame[(frame["sign"] > 0) & (frame["value"] > 0) & ~frame["twin"]].reset_index(drop=True)


def retold(
    lived: Worlds, here: str, replicates: Sequence[int], threads: int | None = None
) -> dict[tuple[int, int], dict[str, Any]]:
    """The ideas of these replicates, lived once more: each by replicate and place among its launched ideas."""
    lives = written(lived, here, replicates, threads)
    return {(replicate, story["launch"]): story for replicate, life in lives.items() for story in life["stories"]}


def written(
    lived: Worlds, here: str, replicates: Sequence[int], threads: int | None = None
) -> dict[int, dict[str, Any]]:
    """These replicates, lived once more with a chronicle.

    Raises
    ------
    RequestError
        If what is lived now is not what was lived then: another engine tells other stories.
    """
    places = [lived.replicates.index(replicate) for replicate in replicates]
    if not places:
        return {}
    worlds, twin = _worlds(lived, here)
    taken = np.ascontiguousarray(lived.taken_at(lived.scenario)[places])
    lives = _engine.retell(lived.scenario.engine, worlds, here, twin, list(replicates), taken, threads or 0)
    for replicate, place, life in zip(replicates, places, lives, strict=True):
        if not np.array_equal(life["columns"], lived.raw[here]["columns"][:, place]):
            raise RequestError(
                f"replicate {replicate}, lived once more, is not what was kept: another version of ekkyo lived it;"
                " simulate it anew to have its stories"
            )
    return dict(zip(replicates, lives, strict=True))


def _worlds(lived: Worlds, here: str) -> tuple[list[_engine.World], str]:
    """A world, its twin, and those they leave on the way; and what the twin is called."""
    known = {world.name: world for world in lived.plan.worlds}

    def way(name: str) -> list[_engine.World]:
        world = known[name]
        return [*way(world.leaves), world] if world.leaves else [world]

    twin = lived.against(here, "twin")
    if twin is None:
        twin, root = "twin", way(here)[0]
        known[twin] = _engine.World(twin, _engine.Community.impossible, root.settings)
    needed = {world.name: world for world in (*way(here), *way(twin))}
    return list(needed.values()), twin


def _story(
    scenario: Scenario, lived: Worlds, here: str, row: dict[str, Any], told: dict[str, Any], ideas: pd.DataFrame
) -> Story:
    """A launched idea with its chronicle, and how rare it is."""
    best = ideas.groupby("replicate")["value"].max().reindex(lived.replicates, fill_value=0.0)
    one, other = (person(told[name], scenario) for name in ("one", "other"))
    met, again = told["met"]["week"], told["last"]["week"]
    return Story(
        scenario=scenario,
        world=here,
        replicate=row["replicate"],
        replicates=len(lived.replicates),
        one=one,
        other=other,
        met=met,
        occasion=told["met"]["occasion"],
        again=again if again > met else None,
        warmth=told["warmth"],
        idea=row["week"],
        matures=row["matures"],
        kind="new business" if row["new_business"] else "improvement",
        value=row["value"],
        in_all=row["in_all"],
        paid=row["paid"],
        usual=row["usual"] * row["value"] / row["paid"],
        until=int(row["until"]),
        carries=row["value"] / ideas["value"].sum(),
        as_valuable=int((best >= row["value"]).sum()),
        middle=float(best.median()),
        colleagues=tuple(Weeks(*weeks) for weeks in told["colleagues"]),
        unpaid=row["none"] if here != "none" and lived.against(here, "none") else None,
    )


def person(told: dict[str, Any], scenario: Scenario) -> Person:
    """Of a real company nobody is told by more than the silo."""
    is_real = bool(scenario["company.people"])
    number, came = told["seat"] + 1, told["came"] if told["came"] >= 0 else None
    weeks = (Weeks(*told[world]) for world in ("here", "in_the_twin"))
    return Person(None if is_real else number, told["silo"], None if is_real else came, *weeks)
