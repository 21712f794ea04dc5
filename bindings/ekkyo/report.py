"""The report: one HTML file that explains itself, without scripts and without the network."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import _engine, frames, published
from .accounts import LEDGERS, Clock
from .amending import UNCUT, against_uncut
from .amounts import Amount, say_share
from .competing import OUTCOMES, shown
from .courses import on_the_way
from .effectiveness import incremental
from .exhibits import exhibits
from .frames import statements_of
from .investment import decided
from .itemizing import counts_text, how, indicators_text
from .ladder import rungs
from .lines import opened
from .looking import one_year_told
from .matrix import UNDEFINED_WITHOUT
from .misleading import misled, why
from .narrating import narrated
from .plainly import answer, apart, at_a_glance, plainly, planned
from .printing import rendered, write_pages, write_text
from .ranking import grades_text, named, order_of, standing_out, to_measure
from .recommending import recommend
from .run import Run
from .scenario import Scenario
from .spanning import period
from .sparks import spark
from .stages import welfare
from .statement import Statement
from .study import Study
from .tongue import Tongue
from .wording import reported_text, sponsored_text, tails_text
from .words import words

#: how many unknowns are named that carry the result
CARRIERS = 10


def rows_of(statement: Statement, baseline: str, tongue: Tongue) -> list[dict[str, Any]]:
    """The statement line by line: cash beside full."""
    one, off, said = statement[baseline], statement.without_innovation[baseline], tongue["statement"]
    rows: list[dict[str, Any]] = []
    for side in ("cost", "value"):
        for line in _engine.money_lines:
            if line["side"] == side:
                label, cash = tongue.label(line), one.cash.lines.get(line["name"])
                rows.append({"label": label, "cash": cash, "full": one.full.lines[line["name"]], "total": False})
        rows.append(
            {"label": said[side], "cash": getattr(one.cash, side), "full": getattr(one.full, side), "total": True}
        )
    books = {"npv": (one.cash, one.full), "runoff": (one.cash_runoff, one.full_runoff), "off": (off.cash, off.full)}
    for name, (cash_book, full_book) in books.items():
        total = name == "npv"
        rows.append({"label": said[name], "cash": cash_book.npv, "full": full_book.npv, "total": total})
    return rows


def apart_of(statement: Statement, baseline: str, tongue: Tongue) -> str:
    """What to make of a mean and a middle of different signs, where a statement has them."""
    one, off = statement[baseline], statement.without_innovation[baseline]
    books = (one.cash, one.full, one.cash_runoff, one.full_runoff, off.cash, off.full)
    return apart(((book.npv.mean, book.npv.p50) for book in books), tongue)


def baseline_of(statement: Statement, name: str, tongue: Tongue) -> dict[str, Any]:
    """A statement against one baseline."""
    one = statement[name]
    return {
        "against": tongue.against(name),
        "rows": rows_of(statement, name, tongue),
        "apart": apart_of(statement, name, tongue),
        "books": {ledger: getattr(one, ledger) for ledger in LEDGERS},
        "payback": {ledger: one.payback(ledger) for ledger in LEDGERS},
    }


def clocks_of(statement: Statement, tongue: Tongue) -> list[dict[str, Any]]:
    """When what shows, a row per clock."""
    said, clocks = tongue["clocks"], dict(statement.clocks)
    if statement.sponsored:
        clocks["stopped"] = statement.sponsored.until
    return [{"name": said[name], "cells": clock_cells(clock, tongue)} for name, clock in clocks.items()]


def competing_of(statement: Statement, tongue: Tongue) -> dict[str, Any] | None:
    """Of each clock, what came first by the end of each year; None where no sponsor was lived."""
    if statement.sponsored is None:
        return None
    said, risks = tongue["competing"], statement.sponsored.competing
    weeks = shown(risks)
    rows = [
        {
            "clock": tongue["clocks"][clock] if outcome == OUTCOMES[0] else "",
            "outcome": said[outcome],
            "cells": [say_share(x) for x in risks.loc[clock].loc[weeks, outcome]],
        }
        for clock in risks.index.unique("clock")
        for outcome in OUTCOMES
    ]
    heading = said["heading"].format(against=tongue.against(statement.main()))
    return {"heading": heading, "weeks": [tongue.weeks(week) for week in weeks], "rows": rows, "of": len(OUTCOMES)}


def clock_cells(clock: Clock | None, tongue: Tongue) -> list[str]:
    """A clock as four cells."""
    if clock is None:
        return ["—"] * 4
    return [say_share(clock.reached), *(tongue.weeks(weeks) for weeks in (clock.p05, clock.p50, clock.p95))]


def carried_of(statement: Statement, tongue: Tongue) -> list[dict[str, Any]]:
    """What carries the result most, or may, each with a picture of what is believed of it."""
    carried = named(statement, CARRIERS).to_dict("records")
    return [
        {
            **row,
            "called": tongue.called(row["name"]),
            "text": tongue.meaning(row["name"]),
            "unit": tongue.gloss(row["unit"]),
            "source": tongue.sourced(row["source"]),
            "spark": spark(row["name"], statement.scenario),
        }
        for row in carried
    ]


def matrix_of(statement: Statement, tongue: Tongue) -> dict[str, list[dict[str, Any]]]:
    """The matrix, cell by cell: each item with its name, its name in another language, and what is counted."""
    beside = tongue["matrix"]["beside"]
    return {
        tongue.gloss(str(cell)): [
            {
                **item,
                "label": tongue.label(item),
                "beside": beside.format(ja=item["ja"]),
                "counted": counts_text(item, tongue),
                "how": how(item, tongue),
            }
            for item in items.to_dict("records")
        ]
        for cell, items in statement.matrix().groupby("cell", sort=False)
    }


def statement_of(level: str, statement: Statement, tongue: Tongue) -> dict[str, Any]:
    """One level's part of the report."""
    return {
        "level": tongue.level(level),
        "sentence": opened(statement.sentence(tongue.language)),
        "against": tongue.against(statement.main()),
        "baselines": [baseline_of(statement, name, tongue) for name in statement.baselines],
        "matrix": matrix_of(statement, tongue),
        "carried": carried_of(statement, tongue),
        "order": order_of(statement, tongue, CARRIERS),
        "grades": grades_text(statement, tongue),
        "indicators": indicators_text(statement, tongue),
        "tails": tails_text(statement, tongue),
        "one_year": one_year_told(statement, tongue),
        "clocks": clocks_of(statement, tongue),
        "competing": competing_of(statement, tongue),
        "reported": reported_text(statement, tongue),
        "sponsored": sponsored_text(statement, tongue),
    }


def pairing_of(result: Run | Study, tongue: Tongue) -> str:
    """What sharing people and luck saves, in a sentence; nothing where there is nothing to compare."""
    if isinstance(result, Run) or len(result.levels) < 2 or result.replicates < 2:
        return ""
    note, steps = tongue["note"], result.pairing().xs("npv", level="quantity").reset_index()
    told = [
        note["times"].format(
            ratio=tongue.number(row["ratio"]), level=tongue.level(row["level"]), against=tongue.level(row["against"])
        )
        for row in steps.to_dict("records")
    ]
    return str(note["pairing"].format(told=tongue["sentence"]["comma"].join(told)))


def spread_of(result: Run | Study, tongue: Tongue) -> list[list[str]]:
    """How much of each level's spread is chance, and how much is not knowing: the rows of a table."""
    names, rows = tongue["spread"], frames.spread_data(result).to_dict("records")
    return [
        [
            tongue.level(row["level"]),
            names[row["part"]],
            say_share(row["share"]),
            *(tongue.money(row[x]) for x in ("mean", "p50", "p05", "p95")),
        ]
        for row in rows
    ]


def levels_of(study: Study, tongue: Tongue) -> list[dict[str, Any]]:
    """The rows of the investment table, with what levels are called."""
    rows = study.table().reset_index().to_dict("records")
    return [{**row, "level": tongue.level(row["level"])} for row in rows]


def steps_of(study: Study, tongue: Tongue) -> list[list[str]]:
    """What each choice adds to the next cheaper one worth considering: the rows of a table."""
    names = tongue["steps"]
    return [
        [
            tongue.level(str(level)),
            tongue.money(row["cost"]),
            tongue.money(row["value"]),
            tongue.money(row["npv"]),
            tongue.between(tongue.money(row["npv_low"]), tongue.money(row["npv_high"])),
            tongue.level(row["against"]) if isinstance(row["against"], str) else "—",
            tongue.money(row["incremental_cost"]),
            tongue.money(row["incremental_value"]),
            names[row["dominance"] or "considered"],
        ]
        for level, row in incremental(study).iterrows()
    ]


def uncut_of(result: Run | Study, tongue: Tongue) -> dict[str, Any] | None:
    """What a change on the way did to each plan, against the same plan uncut; None where nothing changes."""
    cut = {level: one for level, one in statements_of(result).items() if UNCUT in one.baselines}
    if not cut and not on_the_way(result.scenario, tongue):
        return None
    rows = [
        [
            tongue.level(level),
            tongue.signed(one[UNCUT].cash.npv.mean),
            tongue.signed(one[UNCUT].full.npv.mean),
            tongue.signed(one[UNCUT].full.npv.p50),
            tongue.between(*(tongue.signed(getattr(one[UNCUT].full.npv, end)) for end in ("p05", "p95"))),
            tongue.of_hundred(one[UNCUT].full.chance),
        ]
        for level, one in cut.items()
    ]
    said, level = tongue["uncut"], frames.own_level(result)
    told = against_uncut(cut[level], tongue) if level in cut else ""
    return {"told": told or said["missing"], "rows": rows}


def beliefs_of(language: str) -> list[tuple[str, str, str]]:
    """What one must believe to say what each rung of the ladder says: name, sentence, source."""
    return [(name, believe, source) for _, name, believe, source in rungs(language)]


def _form_of(name: str, more: Amount) -> str:
    """How an index is said: as a difference, as that of ties made here, or as undefined without any."""
    if math.isnan(more.mean):
        return "undefined"
    return "of_here" if name in UNDEFINED_WITHOUT else "index"


def welfare_of(result: Run | Study, tongue: Tongue) -> str:
    """How people fare, in indices that are never turned into money, in a sentence."""
    note, columns = tongue["note"], {row["name"]: row for row in _engine.columns}
    shown = statements_of(result)[frames.shown_level(result)]
    told = [
        note[_form_of(name, more)].format(
            name=tongue.short(columns[name]),
            unit=tongue.gloss(columns[name]["unit"]),
            **{of: tongue.number(x) for of, x in more._asdict().items()},
        )
        for name, more in welfare(shown).items()
    ]
    listed = tongue["sentence"]["semicolon"].join(told)
    return str(note["welfare"].format(against=tongue.against(shown.main()), told=listed))


def notes_of(result: Run | Study, facts: dict[str, Any], tongue: Tongue) -> dict[str, str]:
    """The notes that hold for the whole report."""
    note, scenario, lived = tongue["note"], result.scenario, result.lived
    early = note["interrupted"].format(replicates=result.replicates, asked=lived.asked) if result.interrupted else ""
    return {
        "amounts": note["amounts"].format(
            currency=tongue.coin,
            year=scenario["prices.price_year"],
            replicates=result.replicates,
            unknowns=note["at_base"] if lived.at_base else note["drawn"],
            today=scenario["run.today"],
        ),
        "interrupted": early,
        "made": note["made"].format(**{name: facts[name] for name in ("engine", "seed", "weeks", "replicates")}),
        "pairing": pairing_of(result, tongue),
        "welfare": welfare_of(result, tongue),
    }


def prices_of(scenario: Scenario, tongue: Tongue) -> list[dict[str, Any]]:
    """Every price: what it is taken to be, and whether it is known here or drawn from a plausible range."""
    (section,) = (section for section in _engine.sections if section["name"] == "prices")
    known = {setting.path for setting in scenario.engine.settings if not isinstance(setting.value, dict)}
    paths = [(row, f"prices.{row['name']}") for row in section["rows"]]
    return [
        {
            **row,
            "text": tongue.meaning(path),
            "unit": tongue.gloss(row["unit"]),
            "source": tongue.sourced(row["source"]),
            "value": tongue.value(scenario[path]) if row["form"] in ("number", "flag") else scenario[path],
            "is_drawn": row["low"] is not None and path not in known,
        }
        for row, path in paths
    ]


#: the sections of a report after its answer, in the order in which a decision needs them
SECTIONS = (
    *("ledgers", "when", "loss", "rests", "look", "ladder", "stories", "measure", "limits"),
    *("detail", "made", "words"),
)

#: sections that are about one picture bear its name
NAMED_AFTER = {"look": "one_year", "ladder": "ladder"}


def sections_of(tongue: Tongue) -> dict[str, str]:
    """The sections in their order, and what each is called."""
    own, pictures = tongue["plain"]["section"], tongue["pictures"]
    return {name: pictures[NAMED_AFTER[name]] if name in NAMED_AFTER else own[name] for name in SECTIONS}


def subtitle_of(result: Run | Study, tongue: Tongue) -> str:
    """Whose company, how long, and what is compared with what."""
    against = frames.baseline_of(result)
    form = "subtitle" if against == "none" else "subtitle_other"
    told = tongue["plain"][form].format(
        people=result.scenario.people(tongue.language),
        years=period(result.scenario, tongue),
        levels=tongue["sentence"]["comma"].join(tongue.level(level) for level in statements_of(result)),
        against=tongue.against(against),
    )
    changes = on_the_way(result.scenario, tongue, in_all_levels=isinstance(result, Study))
    if changes and isinstance(result, Study):
        changes.append(tongue["plain"]["in_all"])
    name = tongue["plain"]["of"].format(name=tongue.named(result.name)) if result.name else ""
    return tongue.sentences(name + opened(told), *changes)


def answer_of(result: Run | Study, tongue: Tongue) -> dict[str, Any]:
    """The first screen: the recommendation in plain words, the levels at a glance, and the rule."""
    level, cells = frames.shown_level(result), {x: at_a_glance(one, tongue) for x, one in statements_of(result).items()}
    told = [place for place, column in enumerate(zip(*cells.values(), strict=True)) if set(column) != {"—"}]
    look = misled(statements_of(result)[level], tongue)
    heading, *columns = tongue["plain"]["columns"]
    caption = tongue["plain"]["caption"].format(
        against=tongue.against(frames.baseline_of(result)), currency=tongue.coin, years=period(result.scenario, tongue)
    )
    return {
        "title": tongue["plain"]["title"],
        "subtitle": subtitle_of(result, tongue),
        "verdict": recommend(result, level, statements_of(result)[level]).verdict,
        "lines": answer(result, level, tongue, cut=frames.own_level(result)),
        "plainly": [*plainly(result, level, tongue.language, cut=frames.own_level(result)), *filter(None, [look])],
        "glance": [
            {
                "label": planned(name, one, tongue, "row"),
                "cells": [cells[name][place] for place in told],
                "chosen": name == level,
            }
            for name, one in statements_of(result).items()
        ],
        "glance_columns": [heading, *(columns[place] for place in told)],
        "glance_caption": caption,
        "rule": tongue["ringi"]["why"]["rule"],
        "sections": sections_of(tongue),
    }


def pieces(result: Run | Study, language: str) -> dict[str, Any]:
    """Everything the template shows."""
    facts, tongue = result.to_dict(), Tongue(language, result.scenario.currency)
    result = result.uncut
    statements = statements_of(result)
    parts = {level: statement_of(level, one, tongue) for level, one in statements.items()}
    shown = frames.shown_level(result)
    return {
        "words": words(language),
        **answer_of(result, tongue),
        "chosen": parts[shown],
        "why": why(statements[shown], tongue),
        "uncut": uncut_of(result, tongue),
        "published": published.told(statements[shown], tongue),
        "measure": list(to_measure(statements[shown], tongue)),
        "measured": tongue["plain"]["measure_may" if standing_out(statements[shown]).empty else "measure"],
        "answer": result.sentence(language),
        "scenario": result.scenario.sentence(language),
        "prices": prices_of(result.scenario, tongue),
        "toml": result.scenario.source,
        "ledger_hash": facts["ledger_hash"],
        "levels": levels_of(result, tongue) if isinstance(result, Study) else [],
        "statements": list(parts.values()),
        "exhibits": exhibits(result, language),
        "stories": narrated(result, language),
        "spread": spread_of(result, tongue),
        "steps": steps_of(result, tongue) if isinstance(result, Study) else [],
        "decided": decided(result, language) if isinstance(result, Study) else "",
        "beliefs": beliefs_of(language),
        "notes": notes_of(result, facts, tongue),
        "currency": tongue.coin,
    }


def html(result: Run | Study, language: str = "en", on_paper: bool = False) -> str:
    """The report as one HTML document; on paper the numbers behind its figures stand at its end."""
    shown = pieces(result, language) | {"on_paper": on_paper}
    return rendered("report.html", shown, Tongue(language, result.scenario.currency))


@dataclass(frozen=True)
class Report:
    """The report on a result, in a language."""

    result: Run | Study
    language: str = "en"

    def html(self) -> str:
        """As one HTML document."""
        return html(self.result, self.language)

    def write_html(self, path: Path) -> None:
        """Writes it, whole or not at all."""
        write_html(self.result, path, self.language)

    def write_pdf(self, path: Path) -> None:
        """Writes it as a tagged PDF."""
        write_pdf(self.result, path, self.language)


def write_html(result: Run | Study, path: Path, language: str = "en") -> None:
    """Writes the report, whole or not at all."""
    write_text(html(result, language), path)


def write_pdf(result: Run | Study, path: Path, language: str = "en") -> None:
    """The same report as a tagged PDF (PDF/UA-1), whole or not at all.

    Raises
    ------
    RequestError
        Where the extra ``pdf``, or what it needs of the system, is not installed.
    """
    write_pages(lambda: html(result, language, on_paper=True), path)
