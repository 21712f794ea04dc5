"""The house stands as described: includes go one way, names are those of the tables, the docs lead somewhere."""

import re
from pathlib import Path

import ekkyo as ek
import pytest
from ekkyo import _engine
from ekkyo.tables import column_names, rows

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "engine"


def included(path: Path) -> set[str]:
    return set(re.findall(r'#include "([^"]+)"', path.read_text(encoding="utf-8")))


def test_a_process_includes_no_other_process_and_no_scenario():
    for path in sorted((ENGINE / "processes").iterdir()):
        others = {f"processes/{o.stem}.hpp" for o in (ENGINE / "processes").glob("*.hpp") if o.stem != path.stem}
        # helping's problems know the parameters of helping, and nothing else does
        assert not included(path) & (others | {"scenario.hpp", "ensemble.hpp", "model.hpp", "prices.hpp"}), path


def test_only_one_file_knows_threads():
    for path in (*ENGINE.rglob("*.hpp"), *ENGINE.rglob("*.cpp")):
        if path.name != "parallel.hpp":
            assert not re.search(r"tbb|std::thread|<thread>|std::atomic", path.read_text(encoding="utf-8")), path


def test_no_process_reads_a_price():
    for path in (ENGINE / "processes").iterdir():
        assert "rices" not in path.read_text(encoding="utf-8"), path


def test_the_running_engine_calls_no_maths_library():
    # checking ends before anything runs
    running = {*ENGINE.rglob("*.hpp"), *ENGINE.rglob("*.cpp")} - {ENGINE / "checking.cpp"}
    for path in running:
        calls = re.findall(
            r"std::(exp|exp2|log|log2|log1p|expm1|pow|sin|tanh|erf|lgamma)\(", path.read_text(encoding="utf-8")
        )
        assert not calls, (path, calls)


def test_the_model_description_has_every_process_in_order():
    page = (ENGINE / "README.md").read_text(encoding="utf-8")
    places = [page.index(f"**{name}**") for name, _ in _engine.schedule]
    assert places == sorted(places)


def test_the_model_description_has_every_parameter_in_its_submodel_and_every_column():
    page = (ENGINE / "README.md").read_text(encoding="utf-8")
    said = re.split(r"^\*\*(\w+)\*\* \(\[code\]", page, flags=re.MULTILINE)
    submodel = dict(zip(said[1::2], said[2::2], strict=True))
    for row in rows().values():
        assert f"`{row['name']}`" in submodel.get(row["section"], page), (row["section"], row["name"])
    assert [column for column in column_names() if f"`{column}`" not in page] == []
    assert [name for name, text in submodel.items() if "lide" not in text] == [], "every submodel names its slide"


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "README.ja.md",
        "docs/README.md",
        "docs/slides.md",
        "docs/mechanisms.md",
        "docs/studies.md",
        "engine/README.md",
        "scenarios/README.md",
    ],
)
def test_every_link_leads_somewhere(page: str):
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_number_that_is_not_a_choice_has_a_source_a_grade_and_a_range_around_its_default():
    for row in ek.parameters().to_dict("records"):
        if row["grade"] == "-":
            assert row["low"] != row["low"], row["name"]
        else:
            assert (row["source"] and row["ja"]) or row["section"] == "company", row["name"]
            assert row["range_low"] <= row["low"] <= row["default"] <= row["high"] <= row["range_high"], row["name"]


@pytest.mark.parametrize("path", sorted((ROOT / "scenarios").glob("*.toml")), ids=lambda path: path.stem)
def test_every_scenario_can_be_run(path: Path):
    run = ek.simulate(ek.Scenario.load(path), replicates=2, progress=False)
    assert float(run.dataset["employees"].min()) > 0
