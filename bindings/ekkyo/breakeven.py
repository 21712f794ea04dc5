"""Break-even: which value of one parameter makes a level just pay, and how that lies to what is plausible."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from .amounts import say_share
from .crossing import row
from .lines import left, right, wrapped
from .run import Run
from .study import Study
from .tongue import Tongue
from .trying import TRIED, tried


def break_even(
    result: Run | Study,
    path: str,
    level: str | Sequence[str] | None = None,
    ledger: str = "full",
    baseline: str | None = None,
    values: Sequence[float] | None = None,
    points: int = TRIED,
    replicates: int | None = None,
    threads: int | None = None,
    progress: bool = False,
) -> pd.DataFrame:
    """The value of one parameter at which the mean NPV of each level is zero; all else stays as it was drawn.

    A price is solved for by pricing what was lived anew (Brent's method between two values of unlike sign). For what
    people do, and for levers, the study is lived again at `points` values from low to high with the same people and
    luck, and its means are joined by a monotone curve (PCHIP). Where a level does not cross within what is plausible,
    up to 6 values beyond are tried: to what can be set at all; a price without bounds up to 100 times, and what people
    do from a third to 3 times what is plausible. So at most `points` + 6 studies are lived, of these levels and this
    baseline.

    Parameters
    ----------
    result : Run or Study
        A run is a study of its one level, ``level``.
    path : str
        A price, a number about people, or a lever, as in ``ekkyo.parameters()``.
    level : str or sequence of str, optional
        Of the study; all of them unless told, but nobody paying, which is what others are held against.
    ledger : "full" or "cash"
    baseline : "none", "twin" or "stopped", optional
        The study's own unless told.
    values : sequence of float, optional
        Values to try instead, and none beyond them. Needed for what is chosen, as nothing is plausible of it.
    points : int
        How many values are tried from low to high.
    replicates : int, optional
        How many of the study's are lived again; all, but not more than 100, unless told. Without meaning for a price.
    threads, progress
        As in `ekkyo.compare`.

    Returns
    -------
    pandas.DataFrame
        A row per level: ``level``, ``path``, ``value`` (in ``unit``; nan where there is none; the one nearest to the
        plausible base where there are several, ``crossings``), ``low`` and ``high`` (90 % interval of the crossing,
        by resampling draws; infinite where it may lie beyond what was tried; nan with fewer than two draws), ``unit``,
        ``plausible_low``, ``plausible_base``, ``plausible_high`` (5th, 50th and 95th percentile), ``quantile`` (the
        share of what is plausible that is at most ``value``), ``reached``, ``pays`` (``above`` or ``below``: on which
        side the NPV is above zero), ``stays`` (where there is no crossing: whether the NPV stays ``above`` or
        ``below`` zero; empty where nothing is spent or won), ``tried_low``, ``tried_high``, ``ledger``, ``baseline``.

    Raises
    ------
    RequestError
        If the path is no number, or changes on the way, or is set by a level itself; if a level, ledger, baseline or
        number of replicates is not there; if values are out of range, or are needed.

    Examples
    --------
    >>> import ekkyo as ek
    >>> scenario = ek.Scenario.from_toml("company.employees = 200\\nrun.weeks = 60")
    >>> study = ek.compare(scenario, ["none", "strong"], replicates=4, progress=False)
    >>> found = ek.break_even(study, "prices.host", "strong")
    >>> found[["level", "reached", "stays"]].to_dict("records")
    [{'level': 'strong', 'reached': False, 'stays': 'below'}]
    """
    seen = tried(result, path, level, ledger, baseline, values, points, replicates, threads, progress)
    return pd.DataFrame([row(seen, j) for j in range(len(seen.asked.levels))])


def sentence(told: Mapping[str, Any], language: str = "en") -> str:
    """A row of `break_even` in words, with what is plausible beside it.

    Examples
    --------
    >>> found = {"level": "strong", "path": "prices.hour_price", "value": 62.0, "low": 50.0, "high": 71.0}
    >>> found |= {"unit": "% of the wage", "pays": "above", "reached": True, "stays": "", "quantile": 0.66}
    >>> found |= {"plausible_low": 20.0, "plausible_base": 50.0, "plausible_high": 100.0}
    >>> sentence(found | {"ledger": "full", "baseline": "none"})  # doctest: +NORMALIZE_WHITESPACE
    'strong pays in full, against nobody paying (none), if prices.hour_price is at least 62 % of the wage
    (90 %: 50 … 71); plausible: 20 … 50 … 100, of which 66 % lie below.'
    """
    tongue = Tongue(language)
    said = tongue["text"]["break_even"]
    numbers = {name: say_end(told[name], language) for name in ("value", "low", "high")}
    form = f"pays_{told['pays']}"
    if not told["reached"]:
        form = f"stays_{told['stays'] or 'nothing'}"
        numbers = {name: tongue.number(told[f"tried_{name}"]) for name in ("low", "high") if told["stays"]}
    plausible = said["chosen"]
    if math.isfinite(told["plausible_base"]):
        three = {name: tongue.number(told[f"plausible_{name}"]) for name in ("low", "base", "high")}
        below = said["quantile"].format(share=say_share(told["quantile"])) if told["reached"] else ""
        plausible = said["plausible"].format(**three, quantile=below)
    where = said[f"where_{told['ledger']}"].format(against=tongue.against(told["baseline"]))
    names = {"where": where, "path": told["path"], "unit": tongue.gloss(told["unit"])}
    level, told_of = called(told["level"], tongue), said[form].format(**names, **numbers)
    return str(said["told"].format(level=level, said=told_of, plausible=plausible))


def called(level: str, tongue: Tongue) -> str:
    """A level by its name; the scenario's own is the plan."""
    return str(tongue["text"]["break_even"]["plan"]) if level == "level" else level


def say_end(end: float, language: str = "en") -> str:
    """An end of an interval, which may lie beyond all that was tried."""
    tongue = Tongue(language)
    return tongue.number(end) if math.isfinite(end) else "?" if math.isnan(end) else str(tongue["number"]["beyond"])


def text(found: pd.DataFrame, language: str = "en") -> str:
    """The rows of `break_even` for a terminal: a small table, and each row in words."""
    tongue = Tongue(language)
    said, unit = tongue["text"]["break_even"], tongue.gloss(found["unit"].iloc[0])
    lines = [said["heading"].format(path=found["path"].iloc[0], unit=unit), row_text(said["columns"])]
    for told in found.to_dict("records"):
        side = said[told["pays"]] if told["pays"] else "{value}"
        stays = said[{"above": "all_over", "below": "nowhere", "": "nothing"}[told["stays"]]]
        cells = (
            side.format(value=tongue.number(told["value"])),
            say_end(told["low"], language),
            say_end(told["high"], language),
            say_share(told["quantile"]),
        )
        lines.append(row_text((called(told["level"], tongue), *(cells if told["reached"] else (stays, "", "", "")))))
    return "\n".join([*lines, "", *(wrapped(sentence(told, language)) for told in found.to_dict("records"))])


def row_text(cells: Sequence[str]) -> str:
    """A line of the table."""
    return (left(cells[0], 20) + "".join(right(cell, 14) for cell in cells[1:])).rstrip()
