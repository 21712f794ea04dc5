"""The figures of a report: each with its alternative text, its caption and the numbers behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO
from typing import Any

import matplotlib as mpl
import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure

from . import _engine, figures, figures_of_decisions, figures_of_hindsight, figures_of_need, figures_of_stages, frames
from .amounts import say_share
from .hindsight import can_be_seen
from .run import Run
from .study import Study
from .tongue import Tongue

#: columns that are read in per cent, and those that are no money
SHARES = ("share", "below", "chance", "loss", "roi", "of_verdict", "above")
NUMBERS = ("hour_price", "minutes", "ideas", "years", "minutes_needed", "ideas_needed")

#: figures whose words name more than those of all
OWN: dict[str, Callable[..., dict[str, Any]]] = {
    "one_year": figures_of_hindsight.facts,
    "minutes_and_ideas": figures_of_need.facts,
    "ladder": figures_of_decisions.facts,
}


def svg(drawn: Figure, name: str) -> Markup:
    """A figure as inline SVG, without what would differ from run to run, its marks named after it."""
    out = StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name, "font.family": "sans-serif"}):
        drawn.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"\bid=\"([^\"]+)\"", lambda m: f'id="{name}-{m[1]}"', text)
    text = re.sub(r"(url\(#|href=\"#)", lambda m: f"{m[1]}{name}-", text)
    return Markup(text.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))


def said(column: str, value: Any, tongue: Tongue) -> str:
    """A cell of the table behind a figure."""
    if isinstance(value, str):
        called = tongue.level(value)
        return called if called != value else named(tongue).get(value, value)
    if column in ("week", "count"):
        return str(int(value))
    if column in SHARES:
        return say_share(value)
    return tongue.number(value) if column in NUMBERS else tongue.money(value)


def named(tongue: Tongue) -> dict[str, str]:
    """What columns, and the lines of money in them, are called."""
    lines = {line["name"]: tongue.label(line).rstrip(".") for line in _engine.money_lines}
    names: dict[str, str] = tongue["name"]
    levels: dict[str, str] = tongue["support_level"]
    return lines | levels | names


def numbers(frame: pd.DataFrame, tongue: Tongue) -> dict[str, Any]:
    """The frame behind a figure as a table, in two significant digits."""
    names = named(tongue)
    rows = [[said(column, row[column], tongue) for column in frame] for row in frame.to_dict("records")]
    return {"columns": [names[column] for column in frame], "rows": rows}


def told(frame: pd.DataFrame, pattern: str, tongue: Tongue) -> str:
    """A frame as text, a row after the other."""
    rows = [{str(key): said(str(key), x, tongue) for key, x in row.items()} for row in frame.to_dict("records")]
    return str(tongue["sentence"]["semicolon"]).join(pattern.format(**row) for row in rows)


def half_yearly(frame: pd.DataFrame, weeks: int) -> pd.DataFrame:
    """A few weeks of many."""
    return frame[(frame["week"] % 26 == 25) | (frame["week"] == weeks - 1)]


def deciles(frame: pd.DataFrame) -> pd.DataFrame:
    """Below which amount a few shares of all end."""
    of = frame.groupby(["level", "ledger"], sort=False)["npv"]
    parts = [of.quantile(below).reset_index().assign(below=below) for below in (0.05, 0.25, 0.5, 0.75, 0.95)]
    return pd.concat(parts)[["level", "ledger", "below", "npv"]].sort_values(["level", "ledger"], kind="stable")


def facts(result: Run | Study, name: str, language: str = "en") -> dict[str, Any]:
    """What the words about a figure name: that of all figures, and its own."""
    tongue, weeks, level = Tongue(language, result.scenario.currency), result.scenario.weeks, frames.shown_level(result)
    own = OWN[name](result, language) if name in OWN else {}
    return own | {
        "currency": tongue.coin,
        "against": tongue.against(frames.baseline_of(result)),
        "weeks": weeks,
        "last": weeks - 1,
        "level": tongue.level(level),
    }


def exhibits(result: Run | Study, language: str = "en") -> dict[str, dict[str, Any]]:
    """All figures of a report, by name."""
    weeks, tongue = result.scenario.weeks, Tongue(language, result.scenario.currency)
    shown_statement = frames.statements_of(result)[frames.shown_level(result)]

    def exhibit(draw: Callable[..., Figure], shown: pd.DataFrame, spoken: pd.DataFrame) -> dict[str, Any]:
        name = draw.__name__
        text, known = tongue[name], facts(result, name, language)
        return {
            "svg": svg(draw(result, language=language), name),
            "alt": text["alt"].format(told=told(spoken, text["one"], tongue), **known),
            "caption": text["caption"].format(**known),
            "numbers": numbers(shown, tongue),
        }

    curves = frames.curves_data(result)[["level", "ledger", "side", "week", "mean", "p05", "p50", "p95"]]
    invested, paid = frames.investment_data(result), frames.payback_data(result)
    lost = invested.assign(loss=1 - invested["chance"])
    found = {
        "curves": exhibit(figures.curves, half_yearly(curves, weeks), curves[curves["week"] == weeks - 1]),
        "investment": exhibit(figures.investment, invested, invested),
        "chances": exhibit(figures.chances, deciles(frames.chances_data(result)), lost),
        "payback": exhibit(figures.payback, half_yearly(paid, weeks), paid[paid["week"] == weeks - 1]),
    }
    rungs = frames.ladder_data(result, language)
    found["ladder"] = exhibit(
        figures_of_decisions.ladder, rungs[["level", "name", "roi", "cost", "value", "npv"]], rungs
    )
    steps = frames.waterfall_data(result)
    found["waterfall"] = exhibit(figures_of_decisions.waterfall, steps[["line", "money", "end"]], steps)
    if can_be_seen(shown_statement):
        looks = frames.one_year_data(result)[["level", "ledger", "verdict", "count", "of_verdict"]]
        drawn = (looks["level"] == frames.shown_level(result)) & (looks["ledger"] == "full")
        found["one_year"] = exhibit(figures_of_hindsight.one_year, looks, looks[drawn])
    heights = shown_statement.indices().rows(language)
    found["indices"] = exhibit(figures_of_stages.indices, heights, heights)
    needed = frames.minutes_and_ideas_data(result)
    found["minutes_and_ideas"] = exhibit(figures_of_need.minutes_and_ideas, needed, needed)
    if isinstance(result, Study):
        best = frames.acceptability_data(result)
        shown, at_half = best[["hour_price", "level", "share", "npv"]], best[best["hour_price"].isin([0, 50, 100])]
        found["acceptability"] = exhibit(figures_of_decisions.acceptability, shown, at_half)
    if isinstance(result, Study) and len(result.levels) > 1:
        steps = frames.difference_data(result)
        found["difference"] = exhibit(figures.difference, steps, steps)
    return found
