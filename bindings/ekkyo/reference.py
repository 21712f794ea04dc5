"""The reference page, from the engine's own tables: `./dev docs`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from . import _engine
from .alternatives import LEVELS
from .matrix import grades_of

HEAD = """\
# Reference

Written by `./dev docs` from the tables in `engine/`; do not edit.

Grades: **A** measured in a study, **B** survey or vendor figure, **C** assumption, **-** a choice. *Plausible* is the
5th and 95th percentile of what we believe, and the default the median; a number that a scenario does not set is drawn
from there, anew in each replicate. A grade is that of the number in a company, not of the study it comes from.
"""


def number(value: Any) -> str:
    """A number, a yes or no, or a text, as one would write it in a scenario."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if math.isinf(value):
        return "inf"
    return f"{value:,.0f}" if float(value).is_integer() and abs(value) >= 1000 else f"{value:g}"


def table(header: str, rows: Iterator[tuple[str, ...]]) -> list[str]:
    """A table in Markdown."""
    rule = "|" + "---|" * (header.count("|") - 1)
    return [header, rule, *("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)]


def week() -> list[str]:
    """The week, process by process."""
    return [f"{i}. **{name}** — {story}" for i, (name, story) in enumerate(_engine.schedule, 1)]


def levels() -> list[str]:
    """The support levels and their levers, as the engine carries them."""
    paths = [f"support.{row['name']}" for s in _engine.sections if s["name"] == "support" for row in s["rows"]]
    set_by = {name: {s.path: s.value for s in _engine.parse_settings(_engine.levels[name], name)} for name in LEVELS}
    levers = [path for path in paths if any(level.get(path) for level in set_by.values())]
    header = "| level | what | " + " | ".join(f"`{path.split('.')[1]}`" for path in levers) + " |"
    rows = (
        (f"`{name}`", _story(_engine.levels[name]), *(number(level.get(path, 0)) for path in levers))
        for name, level in set_by.items()
    )
    return table(header, rows)


def _story(toml: str) -> str:
    """What the first comment of a level file says."""
    return toml.splitlines()[0].removeprefix("#").strip()


def missing() -> list[str]:
    """The items of the matrix that carry neither money nor a count yet."""
    items = [item for item in _engine.matrix if not item["line"] and not item["columns"]]
    return [f"- {item['code']}, {item['text']}: {item['treatment']}" for item in items]


def _parameters(rows: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        given = row["low"] is not None
        bounded = row["form"] in ("number", "count")
        yield (
            f"`{row['name']}`",
            number(row["default"]),
            f"{number(row['low'])} – {number(row['high'])}" if given else "",
            f"{number(row['range_low'])} … {number(row['range_high'])}" if bounded else "",
            row["unit"],
            row["grade"],
            row["text"],
            row["source"],
        )


def tasks() -> list[str]:
    """What stands beside the schedule: tasks, and three ways of doing them."""
    header = "| parameter | default | plausible | allowed | unit | grade | meaning | source |"
    story = (
        "A study beside the week: `ekkyo team --set tasks.ties=12`, `ek.team_or_community()`. No scenario has these, "
        "and no run reads them."
    )
    return ["## Team, community or market", "", story, "", *table(header, _parameters(_engine.tasks))]


def markdown() -> str:
    """All tables as one page."""
    lines = [HEAD, "## The week", "", *week(), "", "## Support levels", "", *levels(), "", "## Parameters"]
    for section in _engine.sections:
        lines += ["", f"### `[{section['name']}]`", "", section["story"]]
        if section["rows"]:
            header = "| parameter | default | plausible | allowed | unit | grade | meaning | source |"
            lines += ["", *table(header, _parameters(section["rows"]))]
    lines += ["", *tasks()]
    lines += [
        "",
        "## Ledger",
        "",
        "What the engine counts each week, in every world. Hours are those of an average wage.",
        "",
    ]
    columns = ((f"`{c['name']}`", c["unit"], c["kind"], c["text"], c["ja"]) for c in _engine.columns)
    lines += table("| column | unit | kind | meaning | 日本語 |", columns)
    lines += [
        "",
        "## Money",
        "",
        "Lines of the statement; the cash ledger has those that are cash, the full ledger all.",
        "",
    ]
    money = (
        (f"`{m['name']}`", m["side"], "cash" if m["in_cash"] else "", m["item"], m["text"], m["ja"])
        for m in _engine.money_lines
    )
    lines += table("| line | side | cash | item | meaning | 日本語 |", money)
    lines += ["", "## Matrix", "", "The items of the seed's two-by-two matrix, and what the model makes of them.", ""]
    items = (
        (
            i["code"],
            i["cell"],
            i["text"],
            i["ja"],
            i["treatment"],
            grades_of(i),
            i["against"],
            ", ".join(f"`{n}`" for n in [*i["line"], *i["columns"]]),
        )
        for i in _engine.matrix
    )
    head = "| item | cell | value | 日本語 | treatment | grades | against, without the community | lines and columns |"
    lines += table(head, items)
    return "\n".join(lines) + "\n"
