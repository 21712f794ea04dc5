"""Switching one mechanism off moves what the literature says, the way it says: docs/mechanisms.md, row by row."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import ekkyo as ek
import numpy as np
import pytest
from ekkyo import _engine
from ekkyo.options import value_of
from ekkyo.tables import column_names, rows
from scipy.special import stdtr
from test_slides import known

PAGE = (Path(__file__).parents[2] / "docs/mechanisms.md").read_text(encoding="utf-8")

#: how often, and how many standard errors a mean must lie on its side of zero
COMPANIES = 24
SURE = 5.5


class Row(NamedTuple):
    """A row of the page."""

    mechanism: str
    ja: str
    says: str
    switch: str
    where: str
    counted: str
    way: str
    source: str

    @property
    def id(self) -> str:
        return f"{self.mechanism}: {self.says}"

    @property
    def has_a_switch(self) -> bool:
        return " = " in self.switch


def _rows() -> list[Row]:
    lines = [line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| ")]
    return [Row(*(cell.strip() for cell in cells)) for cells in lines[1:]]


ROWS = _rows()
SWITCHED = [row for row in ROWS if row.has_a_switch]


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def changes(cell: str) -> dict[str, object]:
    """What a cell sets: `path = value`, any number of them."""
    return {path: value_of(value) for path, value in (name.split(" = ") for name in named(cell))}


@cache
def lived(where: str, switch: str) -> dict[str, np.ndarray]:
    """Every column of the company, summed over its weeks: one number for each of the companies."""
    (company,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    scenario = ek.Scenario.from_toml(company).replace(changes(where))
    scenario = scenario.replace(changes(switch)) if switch else scenario
    world = "level, sponsored" if where.startswith("sponsored") else "level"
    run = ek.simulate(scenario, COMPANIES, at_base=True, progress=False, worlds=["level", world][world == "level" :])
    return dict(zip(column_names(), run.lived.raw[world]["columns"].sum(axis=2), strict=True))


def counted(row: Row, switch: str) -> np.ndarray:
    (formula,) = named(row.counted)
    with np.errstate(invalid="raise", divide="raise"):
        return eval(formula, {"__builtins__": {}}, lived(row.where, switch))


@pytest.mark.parametrize("row", SWITCHED, ids=lambda row: row.id)
def test_switched_off_it_moves_what_it_should(row: Row):
    as_it_is, off = counted(row, ""), counted(row, row.switch)
    moved = off - as_it_is
    if row.way == "stays":
        assert (moved == 0).all()
        return
    error = moved.std(ddof=1) / np.sqrt(COMPANIES)
    towards = {"rises": 1, "falls": -1}[row.way] * moved.mean()
    assert towards > SURE * error, f"from {as_it_is.mean():.4g} to {off.mean():.4g}, {towards / error:.1f} errors"


IDEAS = {"ideas", "approved", "launched", "idea_hours"}


def test_ideas_switched_off_leave_everything_else_to_the_bit():
    """Every week of every column, not only its sum; as long as no sponsor whom they convince asks managers to help."""
    (company,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    lively = ek.Scenario.from_toml(company).replace(
        {"meeting.attendance": 40, "innovating.approved": 1, "allying.asking": 0}
    )
    weeks = [
        ek.simulate(s, 4, at_base=True, progress=False, worlds=["level"]).lived.raw["level"]["columns"]
        for s in (lively, lively.replace({"innovating.approved": 0}))
    ]
    differ = [name for k, name in enumerate(column_names()) if not np.array_equal(weeks[0][k], weeks[1][k])]
    assert set(differ) == IDEAS
    assert all((weeks[1][column_names().index(name)] == 0).all() for name in IDEAS)


@cache
def innovative(companies: int = COMPANIES, **changes: float) -> ek.Statement:
    """Small companies with many ideas, all of them improvements that come off and differ in what they bring."""
    settings = {
        "company.employees": 100,
        "run.weeks": 156,
        "meeting.attendance": 40,
        "innovating.approved": 1,
        "innovating.new_business": 0,
        "prices.improvement_success": 100,
    }
    scenario = ek.Scenario.from_toml("").replace({"support.level": "standard", **settings, **changes})
    return ek.simulate(scenario, companies, at_base=True, progress=False, worlds=["level", "none"]).statement()


def test_the_longer_ideas_take_the_later_the_first_pays():
    """The same ideas are carried out in the same weeks: all that moves is when they pay."""
    soon, late = (innovative(**{"innovating.approved": 5, "innovating.lag": months}) for months in (6, 18))
    for column in ("replicate", "week", "succeeded", "sign"):
        assert (soon.launches()[column] == late.launches()[column]).all()
    first = [statement.weeks_until["innovation"] for statement in (soon, late)]
    assert np.isfinite(first[0]).all(), "every company sees a success"
    assert (first[1] > first[0]).all()


def test_a_few_ideas_carry_most_of_what_they_bring_and_most_companies_see_less_than_the_mean():
    """The same ideas, worth alike or not; `prices.improvement_spread` says how far, not what comes of it."""
    alike, differing = (
        brought(innovative(400, **{"innovating.approved": 5, "prices.improvement_spread": spread}))
        for spread in (0, 1.5)
    )
    assert (differing < differing.mean()).mean() > 0.6
    assert differing.mean() / np.median(differing) > 1.15 * alike.mean() / np.median(alike)


def brought(statement: ek.Statement) -> np.ndarray:
    """What ideas brought each company within the run."""
    lines = [k for k, line in enumerate(_engine.money_lines) if line["name"].startswith("improvement")]
    return statement["none"].drawn[lines].sum(axis=(0, 2))


def test_so_sure_is_one_row_in_a_hundred_thousand():
    assert stdtr(COMPANIES - 1, -SURE) < 1e-5


def test_every_mechanism_has_its_row():
    assert list(dict.fromkeys(int(m) for row in ROWS for m in re.findall(r"^M(\d+) ", row.mechanism))) == [
        *range(1, 25)
    ]
    assert all(row.source and row.ja and row.says for row in ROWS)


def test_a_switch_moves_something_and_starts_from_something_else():
    for row in SWITCHED:
        assert {*changes(row.switch), *changes(row.where)} <= set(rows()), row.id
        assert changes(row.switch).items() - changes(row.where).items(), row.id


def test_what_has_no_switch_is_held_by_a_test():
    for row in ROWS:
        if not row.has_a_switch:
            assert row.counted.startswith("readout: ") and set(named(row.switch)) <= known()["test"], row.id


def test_every_process_that_is_a_mechanism_has_a_number_on_the_page():
    """Transferring is the company's, and census counts."""
    moved = {path.split(".")[0] for row in SWITCHED for path in {**changes(row.switch), **changes(row.where)}}
    assert known()["process"] - moved == {"transferring", "census"}
