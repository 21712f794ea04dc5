"""The report: one HTML file that explains itself, without scripts and without the network."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure

from . import _engine, figures
from .accounts import BASELINES
from .amounts import Amount, say, say_share, say_weeks
from .run import Run
from .statement import Statement
from .study import Study
from .wording import tails_text

#: everything the report says that is not computed
WORDS = {
    "answer": "The answer",
    "levels": "Support levels beside each other",
    "statement": "The statement",
    "curves": "What it costs and brings, week by week",
    "when": "When the money is back",
    "one_year": "What a look after one year would have shown",
    "matrix": "Where the value arises",
    "carries": "What the result rests on",
    "limits": "What this cannot say",
    "scenario": "The scenario",
    "made": "How this was made",
}

LIMITS = (
    "Cause and effect hold inside the model: the twin is the same company, with the same people and luck, in which no "
    "community is possible. No firm can observe its own twin.",
    "Most numbers about behaviour are assumptions (grade C). Replace them by your own: every number set in the scenario "
    "is taken as known.",
    "There is no sponsor in the model who may cut the plan short; every figure is that of a plan carried through.",
    "Not in the model yet: roles and burn-out of helpers, newcomers whose first post is answered, stored answers and "
    "their reuse, learning and certificates, media, referrals, retention, well-being. The matrix names what is missing.",
    "Fun, engagement and well-being are never turned into money.",
    "An idea's value has a heavy tail: a mean can rest on a few cases that most companies never see. The line with "
    "innovation switched off shows what is left without them.",
)


def two(x: Amount | None) -> Markup:
    """An amount: its mean, and below it the middle nine tenths."""
    if x is None:
        return Markup("")
    return Markup(f'<td>{say(x.mean)}</td><td class="spread">{say(x.p50)}</td><td class="spread">{say(x.p05)} … {say(x.p95)}</td>')


def svg(draw: Callable[..., Figure], result: Run | Study) -> Markup:
    """A figure as inline SVG, without what would differ from run to run."""
    import matplotlib as mpl

    out = StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": draw.__name__, "font.family": "sans-serif"}):
        draw(result).savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"\bid=\"([^\"]+)\"", lambda m: f'id="{draw.__name__}-{m[1]}"', text)
    text = re.sub(r"(url\(#|href=\"#)", lambda m: f"{m[1]}{draw.__name__}-", text)
    return Markup(text.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))


def told_table(frame: pd.DataFrame) -> Markup:
    """A frame as a table, numbers said in two significant digits."""
    shown = frame.copy()
    for name in shown:
        if name == "week":
            shown[name] = shown[name].astype(int)
        elif name in ("share", "chance"):
            shown[name] = [say_share(x) for x in shown[name]]
        elif pd.api.types.is_numeric_dtype(shown[name]):
            shown[name] = [say(x) for x in shown[name]]
    return Markup(shown.to_html(index=False, border=0, classes="data"))


def figure(draw: Callable[..., Figure], data: pd.DataFrame, result: Run | Study, alt: str, caption: str) -> dict[str, Any]:
    """A figure with its alternative text, its caption and the numbers behind it."""
    return {"svg": svg(draw, result), "alt": alt, "caption": caption, "data": told_table(data)}


def figures_of(result: Run | Study) -> dict[str, dict[str, Any]]:
    """All figures of the report."""
    curves, invested = figures.curves_data(result), figures.investment_data(result)
    paid, currency, weeks = figures.payback_data(result), result.scenario.currency, result.scenario.weeks
    last = curves[curves["week"] == weeks - 1]
    ends = "; ".join(f"{r.level}, {r.ledger}: {r.side} {say(r.mean)} on average" for r in last.itertuples())
    npvs = "; ".join(f"{r.level}, {r.ledger}: {say(r.mean)} ({say(r.p05)} to {say(r.p95)})" for r in invested.itertuples())
    back = paid[paid["week"] == weeks - 1]
    backs = "; ".join(f"{r.level}, {r.ledger}: {say_share(r.share)}" for r in back.itertuples())
    quarterly = curves[(curves["week"] % 26 == 25) | (curves["week"] == weeks - 1)]
    return {
        "curves": figure(
            figures.curves,
            quarterly[["level", "ledger", "side", "week", "mean", "p05", "p50", "p95"]],
            result,
            f"Cost and value so far, {currency}, after {weeks} weeks. {ends}.",
            "Cost (dashed) and value (solid) so far, discounted, against nobody paying (none): mean, middle (thin) and 5–95 % of replicates.",
        ),
        "investment": figure(
            figures.investment,
            invested,
            result,
            f"Net present value, {currency}: mean (5 to 95 %). {npvs}.",
            "Net present value against nobody paying (none): mean, middle, and 5–95 % of replicates.",
        ),
        "payback": figure(
            figures.payback,
            paid[(paid["week"] % 26 == 25) | (paid["week"] == weeks - 1)][["level", "ledger", "week", "share"]],
            result,
            f"Replicates with their money back by week {weeks - 1}. {backs}.",
            "Share of replicates in which value has caught up with cost by a week, and stays ahead; against nobody paying (none).",
        ),
    }


def statement_rows(statement: Statement, baseline: str) -> list[dict[str, Any]]:
    """The statement line by line: cash beside full."""
    one, off = statement[baseline], statement.without_innovation[baseline]
    rows: list[dict[str, Any]] = []
    for side in ("cost", "value"):
        for line in _engine.money_lines:
            if line["side"] == side:
                cash = one.cash.lines.get(line["name"])
                rows.append({"label": line["text"], "cash": cash, "full": one.full.lines[line["name"]], "total": False})
        label = f"{side.capitalize()}, all lines above of its side"
        rows.append({"label": label, "cash": getattr(one.cash, side), "full": getattr(one.full, side), "total": True})
    rows += [
        {"label": "NPV: value less cost", "cash": one.cash.npv, "full": one.full.npv, "total": True},
        {"label": "NPV with run-off: spending stops, what is under way is followed", "cash": one.cash_runoff.npv, "full": one.full_runoff.npv, "total": False},
        {"label": "NPV with innovation switched off", "cash": off.cash.npv, "full": off.full.npv, "total": False},
    ]
    return rows


def statement_of(statement: Statement) -> dict[str, Any]:
    """One level's part of the report."""
    baselines = []
    for name in statement.baselines:
        one = statement[name]
        paid = {ledger: one.payback(ledger) for ledger in ("cash", "full")}  # type: ignore[arg-type]
        baselines.append(
            {
                "name": name,
                "words": BASELINES[name],
                "rows": statement_rows(statement, name),
                "roi": {"cash": one.cash.roi, "full": one.full.roi},
                "chance": {"cash": one.cash.chance, "full": one.full.chance},
                "payback": paid,
            }
        )
    carried = statement.what_carries_it().head(10)
    return {
        "level": statement.scenario["support.level"] if statement.here == "level" else statement.here,
        "sentence": statement.sentence(),
        "baselines": baselines,
        "matrix": {cell: items.to_dict("records") for cell, items in statement.matrix().groupby("cell", sort=False)},
        "carried": carried.to_dict("records"),
        "grades": statement.by_grade(),
        "tails": tails_text(statement),
        "one_year": statement.one_year(),
    }


def pieces(result: Run | Study) -> dict[str, Any]:
    """Everything the template says."""
    if isinstance(result, Study):
        statements = [statement_of(result.statement(level)) for level in result.levels if level != "none"]
        answer, table = repr(result), result.table().reset_index()
        levels = table.to_dict("records")
        pairing = result.pairing().xs("npv", level="quantity").reset_index().to_dict("records")
    else:
        statements, levels, pairing = [statement_of(result.statement())], [], []
        answer = repr(result)
    facts = result.to_dict()
    return {
        "words": WORDS,
        "limits": LIMITS,
        "title": result.name or "An in-company community",
        "answer": answer,
        "scenario": result.scenario,
        "toml": result.scenario.source,
        "levels": levels,
        "pairing": pairing,
        "statements": statements,
        "figures": figures_of(result),
        "facts": {name: facts[name] for name in ("engine", "seed", "weeks", "replicates", "ledger_hash")},
        "currency": result.scenario.currency,
        "columns": {row["name"]: row for row in _engine.columns},
    }


def html(result: Run | Study) -> str:
    """The report as one HTML document."""
    template = files("ekkyo").joinpath("templates/report.html").read_text(encoding="utf-8")
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    environment.filters |= {"say": say, "share": say_share, "weeks": say_weeks, "two": two, "escape_text": escape}
    return environment.from_string(template).render(pieces(result))


def write_html(result: Run | Study, path: Path) -> None:
    """Writes the report, whole or not at all."""
    written = path.with_suffix(".tmp")
    written.write_text(html(result), encoding="utf-8")
    written.replace(path)
