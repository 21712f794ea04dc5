"""The weeks around a change, beside the same company without it."""

import json
from pathlib import Path

import ekkyo as ek
import pytest
from ekkyo.changing import in_week
from ekkyo.cli import app
from ekkyo.courses import episodes, from_to, on_the_way
from ekkyo.tongue import Tongue
from ekkyo.words import LANGUAGES, words
from typer.testing import CliRunner

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CORE_LEAVES = SCENARIOS / "core-leaves.toml"


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


def later(name: str, columns: list[str], sponsored: bool = False):
    """A shipped scenario around its change: the rows of half a year to a year after it, by column; 40 replicates."""
    scenario = ek.Scenario.load(SCENARIOS / f"{name}.toml")
    week = min(s.from_week for s in scenario.engine.settings if s.from_week)
    found = ek.around(scenario.replace({"run.weeks": week + 52}), None, 40, columns, sponsored, progress=False)
    assert found.week == week
    return found.frame[found.frame["until"] == week + 52].set_index("column")


def test_a_budget_that_is_cut_to_a_fifth_pays_a_fifth_of_the_hosts_and_fewer_stay_ask_and_are_answered():
    """Each sign is that of a 90 % interval of the paired difference."""
    found = later("budget-cut", ["events", "members", "questions", "answered", "ties"])
    assert (found["high"] < 0).all()
    cut = ek.Scenario.load(SCENARIOS / "budget-cut.toml")
    assert in_week(cut, 52)["support.host_fte"] == pytest.approx(cut["support.host_fte"] / 5)
    assert found.loc["events", "with_it"] < found.loc["events", "without"] / 5 + 0.01


def test_a_successor_who_trusts_less_stops_more_and_a_plan_nobody_can_stop_is_paid_for_on():
    found = later("sponsor-leaves", ["paid_share", "members"], sponsored=True)
    assert (found["high"] < 0).all()
    assert later("sponsor-leaves", ["paid_share"]).loc["paid_share", "difference"] == 0


def test_an_assistant_takes_problems_and_questions_and_more_of_them_than_of_the_ties():
    """What is left for the community are problems that nobody has written the answer to, and knowing each other."""
    found = later("ai-arrives", ["problems", "questions", "answered", "searches", "ties"])
    assert (found.loc[["problems", "questions", "answered", "searches"], "high"] < 0).all()
    scenario = ek.Scenario.load(SCENARIOS / "ai-arrives.toml")
    fewer = found["difference"] / found["without"]
    assert -1 < fewer["questions"] < fewer["ties"] - 0.1
    # half of what others have had as well
    assert fewer["problems"] == pytest.approx(-0.5 * scenario["helping.codifiable"] / 100, rel=0.2)


def test_where_those_go_who_carry_it_sharing_spares_the_others_heart_far_more_than_the_answers(
    scenario: ek.Scenario, found: ek.Around
):
    shared = ek.around(scenario.replace({"support.shared_leadership": 0.8}), 104, 40, progress=False)
    lost = {column: of(found, column).loc[104, "difference"] for column in ("dismay", "answered")}
    spared = {column: 1 - of(shared, column).loc[104, "difference"] / lost[column] for column in lost}
    assert spared["dismay"] > 0.5 > spared["answered"] + 0.1


def test_what_is_set_back_is_told_as_one_episode():
    """A level down then up again; a lever that goes on changing is told as often as it does."""
    down = ek.Scenario.from_toml("company.employees = 100\nrun.weeks = 150\nsupport.level = 'standard'")
    down = down.later(52, {"support.level": "grassroots"}).later(78, {"support.level": "standard"})
    (told,) = on_the_way(down, Tongue("en"))
    assert told.startswith("In weeks 52 to 77 only: ") and told.endswith("standard → grassroots.")
    again = on_the_way(down.later(104, {"support.level": "strong"}), Tongue("en"))
    assert again == [told, again[1]] and again[1].startswith("In year 3 only (weeks 104 to 149): ")
    assert episodes({0: 1, 10: 2, 20: 3, 30: 1}, 40) == [((10, 40), 1, 2), ((20, 40), 2, 3), ((30, 40), 3, 1)]
    (core,) = on_the_way(ek.Scenario.load(CORE_LEAVES), Tongue("ja"))
    assert core.startswith("第104〜107週だけ: ") and core.count("→") == 3


@pytest.mark.parametrize("name", ["budget-cut", "sponsor-leaves", "core-leaves", "ai-arrives"])
def test_what_is_said_to_change_is_what_holds_from_that_week_on(name: str):
    scenario, tongue = ek.Scenario.load(SCENARIOS / f"{name}.toml"), Tongue("en")
    week = min(s.from_week for s in scenario.engine.settings if s.from_week)
    text, then = on_the_way(scenario, tongue)[0], in_week(scenario, week)
    paths = {s.path for s in scenario.engine.settings if s.from_week == week}
    assert str(week) in text and text.count("→") == len(paths)
    for path in paths:
        assert f"{tongue.called(path)} " in text and f"→ {from_to(path, None, then[path], tongue)[1]}" in text


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
    assert told.count(said["with_it"]) >= 6 and said["weeks"].format(first=104, last=107) in told
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
