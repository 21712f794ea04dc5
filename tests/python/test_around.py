"""The weeks around a change, beside the same company without it."""

import json
from pathlib import Path

import ekkyo as ek
import pytest
from ekkyo.cli import app
from ekkyo.words import LANGUAGES, words
from typer.testing import CliRunner

CORE_LEAVES = Path(__file__).parents[2] / "scenarios/core-leaves.toml"


@pytest.fixture(scope="module")
def scenario() -> ek.Scenario:
    return ek.Scenario.load(CORE_LEAVES).replace({"run.weeks": 160})


@pytest.fixture(scope="module")
def found(scenario: ek.Scenario) -> ek.Around:
    return ek.around(scenario, replicates=40, progress=False)


def of(around: ek.Around, column: str):
    return around.frame[around.frame["column"] == column].set_index("start")


def test_before_the_change_both_are_the_same_to_the_bit(found: ek.Around):
    before = found.frame[found.frame["until"] <= found.week]
    assert len(before) and (before["with_it"] == before["without"]).all() and (before["difference"] == 0).all()


def test_when_those_go_who_carry_it_others_lose_heart_and_fewer_questions_are_answered(found: ek.Around):
    """Each sign is that of a 90 % interval, at the widest moment; 40 replicates."""
    assert found.week == 104
    assert of(found, "left").loc[104, "low"] > 0 > of(found, "core").loc[104, "high"]
    assert of(found, "dismay").loc[104, "low"] > 0
    assert of(found, "answered").loc[108, "high"] < 0


def test_where_leading_is_shared_the_others_keep_heart(scenario: ek.Scenario, found: ek.Around):
    shared = ek.around(scenario.replace({"support.shared_leadership": 0.8}), 104, 40, ["dismay"], progress=False)
    assert of(shared, "dismay").loc[104, "high"] < of(found, "dismay").loc[104, "low"]


def test_what_changes_later_goes_with_it_and_what_changed_before_stays(scenario: ek.Scenario):
    late = ek.around(scenario, 108, 2, ["left"], progress=False)
    assert late.week == 108
    # without the second change everybody who carries more than next to nothing goes on leaving
    assert of(late, "left").loc[121, "without"] > of(late, "left").loc[121, "with_it"]


def test_a_sponsor_is_in_both(scenario: ek.Scenario):
    told = ek.around(scenario, None, 4, ["paid_share"], sponsored=True, progress=False)
    assert of(told, "paid_share").loc[78, "with_it"] == of(told, "paid_share").loc[78, "without"] < 1
    assert words("en")["around"]["sponsored"] in " ".join(told.text().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_a_table(found: ek.Around, language: str):
    told, said = found.text(language), words(language)["around"]
    assert told.count(said["with_it"]) >= 6 and "104…107" in told
    assert max(len(line) for line in told.splitlines()) <= 100


@pytest.mark.parametrize(
    "week, columns, said",
    [
        (50, ["left"], "nothing changes from week 50 on in this scenario; changes: 104, 108"),
        (104, ["heart"], "heart is"),
    ],
)
def test_what_cannot_be_shown_is_said(scenario: ek.Scenario, week: int, columns: list[str], said: str):
    with pytest.raises(ek.RequestError, match=said):
        ek.around(scenario, week, 1, columns, progress=False)


def test_a_scenario_without_a_change_is_refused():
    with pytest.raises(ek.RequestError, match="changes: none at all"):
        ek.around(ek.Scenario.from_toml("company.employees = 100"), progress=False)


def test_the_command_prints_it_as_text_and_as_records():
    asked = ["around", str(CORE_LEAVES), "--replicates", "2", "--columns", "left,dismay"]
    done = CliRunner().invoke(app, [*asked, "--json"])
    assert done.exit_code == 0, done.output
    assert {row["column"] for row in json.loads(done.stdout)} == {"left", "dismay"}
