"""The report: one HTML file that explains itself, without scripts and without the network."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from . import _engine, frames
from .accounts import LEDGERS, Clock
from .amounts import Amount, say, say_share, say_weeks
from .effectiveness import incremental
from .exhibits import exhibits
from .frames import statements_of
from .investment import decided
from .ladder import rungs
from .run import Run
from .scenario import Scenario
from .sparks import spark
from .statement import Statement
from .study import Study
from .wording import against, indicators_text, sponsored_text, tails_text
from .words import words


def cells(x: Amount | None) -> Markup:
    """An amount as three cells: its mean, its middle, and the middle nine tenths."""
    if x is None:
        return Markup("")
    shown = Markup('<td>{}</td><td class="spread">{}</td><td class="spread">{} … {}</td>')
    return shown.format(say(x.mean), say(x.p50), say(x.p05), say(x.p95))


def together(text: str) -> str:
    """A sentence of which no line ends between a number and its unit."""
    return re.sub(r"(?<=\d) (?=%|k\b|M\b|bn\b)", "\N{NO-BREAK SPACE}", text)


def signed(x: float) -> str:
    """A correlation for reading."""
    return f"{x:+.2f}".replace("-", "−")


def rows_of(statement: Statement, baseline: str, language: str) -> list[dict[str, Any]]:
    """The statement line by line: cash beside full."""
    one, off, said = statement[baseline], statement.without_innovation[baseline], words(language)["statement"]
    rows: list[dict[str, Any]] = []
    for side in ("cost", "value"):
        for line in _engine.money_lines:
            if line["side"] == side:
                label, cash = line[words(language)["label"]], one.cash.lines.get(line["name"])
                rows.append({"label": label, "cash": cash, "full": one.full.lines[line["name"]], "total": False})
        rows.append(
            {"label": said[side], "cash": getattr(one.cash, side), "full": getattr(one.full, side), "total": True}
        )
    books = {"npv": (one.cash, one.full), "runoff": (one.cash_runoff, one.full_runoff), "off": (off.cash, off.full)}
    for name, (cash_book, full_book) in books.items():
        total = name == "npv"
        rows.append({"label": said[name], "cash": cash_book.npv, "full": full_book.npv, "total": total})
    return rows


def baseline_of(statement: Statement, name: str, language: str) -> dict[str, Any]:
    """A statement against one baseline."""
    one = statement[name]
    return {
        "against": against(name),
        "rows": rows_of(statement, name, language),
        "books": {ledger: getattr(one, ledger) for ledger in LEDGERS},
        "payback": {ledger: one.payback(ledger) for ledger in LEDGERS},
    }


def one_year_of(statement: Statement, language: str) -> list[str]:
    """What a look after one year would have shown, in sentences."""
    note, seen = words(language)["note"], statement.one_year()
    amounts: dict[str, Any] = {}
    for ledger in LEDGERS:
        npv = getattr(seen, ledger).npv
        amounts |= {ledger: say(npv.mean), f"{ledger}_low": say(npv.p05), f"{ledger}_high": say(npv.p95)}
    told = [note["one_year"].format(against=against(statement.main()), **amounts)]
    for book, verdict in seen.verdicts.items():
        shares = {name: say_share(share) for name, share in verdict.items()}
        told.append(note["verdict"].format(ledger=book, **shares))
    return [*told, note["right"]] if seen.verdicts else told


def clocks_of(statement: Statement, language: str) -> list[dict[str, Any]]:
    """When what shows, a row per clock."""
    said, clocks = words(language)["clocks"], dict(statement.clocks)
    if statement.sponsored:
        clocks["stopped"] = statement.sponsored.until
    return [{"name": said[name], "cells": clock_cells(clock)} for name, clock in clocks.items()]


def clock_cells(clock: Clock | None) -> list[str]:
    """A clock as four cells."""
    if clock is None:
        return ["—"] * 4
    return [say_share(clock.reached), *(say_weeks(weeks) for weeks in (clock.p05, clock.p50, clock.p95))]


def grades_of(statement: Statement, language: str) -> str:
    """How well what carries the result is known, in a sentence."""
    note, grades = words(language)["note"], statement.by_grade()
    if not any(grades.values()):
        return str(note["known"])
    return str(note["grades"].format(**{grade: say_share(share) for grade, share in grades.items()}))


def carried_of(statement: Statement) -> list[dict[str, Any]]:
    """What carries the result most, each with a picture of what is believed of it."""
    carried = statement.what_carries_it().head(10).to_dict("records")
    return [{**row, "spark": spark(row["name"], statement.scenario)} for row in carried]


def statement_of(level: str, statement: Statement, language: str) -> dict[str, Any]:
    """One level's part of the report."""
    sentence = statement.sentence()
    return {
        "level": level,
        "sentence": sentence[0].upper() + sentence[1:],
        "against": against(statement.main()),
        "baselines": [baseline_of(statement, name, language) for name in statement.baselines],
        "matrix": {cell: items.to_dict("records") for cell, items in statement.matrix().groupby("cell", sort=False)},
        "carried": carried_of(statement),
        "grades": grades_of(statement, language),
        "indicators": indicators_text(statement),
        "tails": tails_text(statement),
        "one_year": one_year_of(statement, language),
        "clocks": clocks_of(statement, language),
        "sponsored": sponsored_text(statement).replace("\n", " "),
    }


def pairing_of(result: Run | Study, language: str) -> str:
    """What sharing people and luck saves, in a sentence; nothing where there is nothing to compare."""
    if isinstance(result, Run) or len(result.levels) < 2 or result.replicates < 2:
        return ""
    note, steps = words(language)["note"], result.pairing().xs("npv", level="quantity").reset_index()
    told = [
        note["times"].format(ratio=say(row["ratio"]), level=row["level"], against=row["against"])
        for row in steps.to_dict("records")
    ]
    return str(note["pairing"].format(told=", ".join(told)))


def spread_of(result: Run | Study, language: str) -> list[list[str]]:
    """How much of each level's spread is chance, and how much is not knowing: the rows of a table."""
    names, rows = words(language)["spread"], frames.spread_data(result).to_dict("records")
    return [
        [
            row["level"],
            names[row["part"]],
            say_share(row["share"]),
            *(say(row[x]) for x in ("mean", "p50", "p05", "p95")),
        ]
        for row in rows
    ]


def steps_of(study: Study, language: str) -> list[list[str]]:
    """What each choice adds to the next cheaper one worth considering: the rows of a table."""
    names = words(language)["steps"]
    return [
        [
            str(level),
            say(row["cost"]),
            say(row["value"]),
            say(row["npv"]),
            f"{say(row['npv_low'])} … {say(row['npv_high'])}",
            row["against"] if isinstance(row["against"], str) else "—",
            say(row["incremental_cost"]),
            say(row["incremental_value"]),
            names[row["dominance"] or "considered"],
        ]
        for level, row in incremental(study).iterrows()
    ]


def beliefs_of(language: str) -> list[tuple[str, str, str]]:
    """What one must believe to say what each rung of the ladder says: name, sentence, source."""
    return [(name, believe, source) for _, name, believe, source in rungs(language)]


def notes_of(result: Run | Study, facts: dict[str, Any], language: str) -> dict[str, str]:
    """The notes that hold for the whole report."""
    note, scenario, lived = words(language)["note"], result.scenario, result.lived
    early = note["interrupted"].format(replicates=result.replicates, asked=lived.asked) if result.interrupted else ""
    return {
        "amounts": note["amounts"].format(
            currency=scenario.currency,
            year=scenario["prices.price_year"],
            replicates=result.replicates,
            unknowns=note["at_base"] if lived.at_base else note["drawn"],
            today=scenario["run.today"],
        ),
        "interrupted": early,
        "made": note["made"].format(**{name: facts[name] for name in ("engine", "seed", "weeks", "replicates")}),
        "pairing": pairing_of(result, language),
    }


def prices_of(scenario: Scenario) -> list[dict[str, Any]]:
    """Every price: what it is taken to be, and whether it is known here or drawn from a plausible range."""
    (section,) = (section for section in _engine.sections if section["name"] == "prices")
    known = {setting.path for setting in scenario.engine.settings if not isinstance(setting.value, dict)}
    paths = [(row, f"prices.{row['name']}") for row in section["rows"]]
    return [
        {**row, "value": scenario[path], "is_drawn": row["low"] is not None and path not in known}
        for row, path in paths
    ]


def pieces(result: Run | Study, language: str) -> dict[str, Any]:
    """Everything the template shows."""
    facts = result.to_dict()
    return {
        "words": words(language),
        "title": result.name or words(language)["title"],
        "answer": repr(result),
        "scenario": repr(result.scenario),
        "prices": prices_of(result.scenario),
        "toml": result.scenario.source,
        "ledger_hash": facts["ledger_hash"],
        "levels": result.table().reset_index().to_dict("records") if isinstance(result, Study) else [],
        "statements": [statement_of(level, one, language) for level, one in statements_of(result).items()],
        "exhibits": exhibits(result, language),
        "spread": spread_of(result, language),
        "steps": steps_of(result, language) if isinstance(result, Study) else [],
        "decided": decided(result) if isinstance(result, Study) else "",
        "beliefs": beliefs_of(language),
        "notes": notes_of(result, facts, language),
        "currency": result.scenario.currency,
    }


def html(result: Run | Study, language: str = "en") -> str:
    """The report as one HTML document."""
    template = files("ekkyo").joinpath("templates/report.html").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters |= {"say": say, "share": say_share, "weeks": say_weeks}
    environment.filters |= {"cells": cells, "signed": signed, "together": together}
    return environment.from_string(template).render(pieces(result, language))


def write_html(result: Run | Study, path: Path) -> None:
    """Writes the report, whole or not at all."""
    written = path.with_name(path.name + ".tmp")
    written.write_text(html(result), encoding="utf-8")
    written.replace(path)
