"""Every sentence of the slides has its place in the model, or a reason why not; whatever is named there exists."""

import re
from functools import cache
from pathlib import Path

import pytest
from ekkyo import _engine
from ekkyo.tables import column_names, rows

ROOT = Path(__file__).parents[2]
REASONS = ("not built yet: ", "readout: ", "context: ", "welfare index, never money")


def claims() -> list[list[str]]:
    """The rows of the table: slide, Japanese, gist, process, parameters, counted in, test."""
    lines = (ROOT / "docs/slides.md").read_text(encoding="utf-8").splitlines()
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return table[2:]


@cache
def known() -> dict[str, set[str]]:
    """Names that may stand in a column of the table."""
    tests: set[str] = set()
    for path in (ROOT / "tests/engine").glob("*_test.cpp"):
        tests |= {f"{suite}.{name}" for suite, name in re.findall(r"^TEST\((\w+), (\w+)\)", path.read_text(), re.M)}
    for path in (ROOT / "tests/python").glob("test_*.py"):
        tests |= {f"{path.stem}.{name}" for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.M)}
    return {
        "process": {name for name, _ in _engine.schedule},
        "parameters": set(rows()),
        "counted in": {*column_names(), *(line["name"] for line in _engine.money_lines)},
        "test": tests,
    }


def cells(column: str) -> list[str]:
    return [claim[3 + list(known()).index(column)] for claim in claims()]


@pytest.mark.parametrize("column", ["process", "parameters", "counted in", "test"])
def test_every_name_exists(column: str):
    named = {name for cell in cells(column) for name in re.findall(r"`([^`]+)`", cell)}
    assert named and named <= known()[column], named - known()[column]


@pytest.mark.parametrize("column", ["process", "parameters", "counted in", "test"])
def test_a_cell_has_a_name_or_a_reason(column: str):
    for cell in cells(column):
        assert "`" in cell or cell.startswith(REASONS), cell


def test_a_parameter_is_of_a_process_of_its_row_or_what_a_scenario_sets():
    given = {"company", "prices", "run", "silo", "support"}
    for claim in claims():
        processes, named = (set(re.findall(r"`([^`]+)`", cell)) for cell in (claim[3], claim[4]))
        sections = {path.partition(".")[0] for path in named} - given
        assert not processes or sections <= processes, (claim[1], sections - processes)


def test_no_cell_is_empty_and_every_row_has_all():
    for claim in claims():
        assert len(claim) == 7 and all(claim), claim


def test_every_slide_and_every_process_appears():
    assert {claim[0][0] for claim in claims()} == set("2345678")
    named = {name for cell in cells("process") for name in re.findall(r"`([^`]+)`", cell)}
    assert named == known()["process"]


def test_every_item_of_the_matrix_appears_in_its_own_words():
    told = {claim[0].removeprefix("6, "): claim for claim in claims() if claim[0].startswith("6, ")}
    assert list(told) == [item["code"] for item in _engine.matrix]
    for item in _engine.matrix:
        assert told[item["code"]][1] == item["ja"]
        assert not told[item["code"]][3].startswith("not built yet")
