"""A team, the community or the market: what comes out is what the engine says, and no number is the crossover."""

import json
import subprocess
import sys
from pathlib import Path

import ekkyo as ek
import numpy as np
import pandas as pd
import pytest
from ekkyo import _engine, advising
from ekkyo.amounts import say_share
from ekkyo.tongue import Tongue
from ekkyo.ways import CHOICES, WAYS, crossing, shared_out, stretches, unknown_of_tasks
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]

#: nothing about the tasks and the team is left to chance
CERTAIN = {"tasks.work_spread": 0, "tasks.expertise": 100, "tasks.willing": 100, "tasks.dropout": 0, "tasks.answer": 0}


@pytest.fixture(scope="module")
def answer() -> ek.TeamOrCommunity:
    return ek.team_or_community(tasks=600, draws=40, tasks_per_draw=60)


def few(settings: dict[str, float]) -> ek.TeamOrCommunity:
    return ek.team_or_community(settings, tasks=100, draws=10, tasks_per_draw=20)


def row_of(answer: ek.TeamOrCommunity, form: str, unknown: float) -> pd.Series:
    table = answer.table
    return table[(table["form"] == form) & (table["unknown"] == unknown)].iloc[0]


def test_a_team_that_knows_everything_takes_what_can_be_worked_out_by_hand():
    row = row_of(few(CERTAIN), "team", 0.0)
    hours, weeks = 3 * (8 + 20 / 0.8), 4 + 20 / (38 * 0.8)
    value = 1e6 * 0.97 ** (weeks * 7 * 12 / 365.25)
    assert (row["done"], row["weeks_p50"]) == (1, pytest.approx(weeks))
    assert row["assigned"] == pytest.approx(hours) and row["cash"] == pytest.approx(4500 * hours)
    assert row["cost_per_done"] == row["cost"] == pytest.approx(row["cash"])
    assert row["net"] == pytest.approx(value - 4500 * hours)


def test_a_community_that_reaches_everybody_works_for_no_cash_and_as_slowly_as_its_hours():
    row = row_of(few(CERTAIN), "community", 0.0)
    hours = 3 * (20 / 0.8 + 21 * 0.1)
    assert (row["cash"], row["weeks_p50"]) == (0, pytest.approx(12.5))
    assert row["voluntary"] == pytest.approx(hours) and row["cost"] == pytest.approx(4500 * hours)


def test_a_community_without_ties_does_nothing_and_is_never_the_best():
    nobody = few({"tasks.ties": 0})
    rows = nobody.table[nobody.table["form"] == "community"]
    assert (rows[["done", "cost", "net", "chance_best"]] == 0).all(axis=None)
    assert rows["cost_per_done"].isna().all()
    pairs = nobody.crossover.set_index(["measure", "one", "other"])
    assert pairs.loc[("net", "community", "neither"), "below"] == ""
    assert np.isnan(pairs.loc[("cost_per_done", "team", "community"), "unknown"])


def said(answer: ek.TeamOrCommunity, language: str = "en") -> str:
    return advising.community(answer, Tongue(language))


def test_a_team_against_nothing_is_no_case_for_a_community():
    nobody = ek.team_or_community({"tasks.ties": 0}, tasks=600, draws=10, tasks_per_draw=20)
    row = nobody.crossover.set_index(["measure", "one", "other"]).loc[("net", "team", "community")]
    assert row["reached"] and row["other_done"] == 0 < row["one_done"]
    told = said(nobody)
    assert "a team is worse than doing nothing" in told and "finishes 0 of 100 tasks" in told
    assert "no case for the community" in told and "does better" not in told
    assert "By cost per task done there is no crossover: one of the two finishes no task" in told
    assert "コミュニティを選ぶ理由にはならない" in said(nobody, "ja") and "勝る" not in said(nobody, "ja")


def test_a_community_that_finishes_three_tasks_in_a_hundred_is_no_better_than_a_team():
    answer = ek.team_or_community(draws=2, tasks_per_draw=2)
    rows = answer.crossover.set_index(["measure", "one", "other"])
    net, nothing = rows.loc[("net", "team", "community")], rows.loc[("net", "team", "neither")]
    assert net["above"] == "community" and 0.01 < net["other_done"] < 0.05
    told = said(answer)
    assert told.startswith(f"From {say_share(nothing['unknown'])} unknown on a team is worse than doing nothing")
    assert f"from {say_share(net['unknown'])} (90 % interval" in told and "no case for the community" in told
    assert f"finishes {100 * net['other_done']:.0f} of 100 tasks" in told
    assert told.endswith("By cost per task done there is no crossover: the team is cheaper at every share.")
    assert "does better" not in str(answer)


def test_a_community_that_is_cheap_per_task_done_says_how_few_it_finishes(answer: ek.TeamOrCommunity):
    row = answer.crossover.set_index(["measure", "one", "other"]).loc[("cost_per_done", "team", "community")]
    few = row.copy()
    few["reached"], few["unknown"], few["above"], few["other_done"] = True, 0.9, "community", 0.02
    tongue = Tongue("en")
    told = "By cost per task done the community is cheaper from 90 % unknown on"
    assert advising.by_cost(few, tongue) == f"{told}, of the 2 of 100 tasks that it finishes there."
    few["other_done"] = 0.4
    assert advising.by_cost(few, tongue) == f"{told}."


def test_a_community_that_finishes_tasks_may_do_better():
    wide = ek.team_or_community({"tasks.ties": 17, "tasks.expertise": 30}, tasks=600, draws=10, tasks_per_draw=20)
    row = wide.crossover.set_index(["measure", "one", "other"]).loc[("net", "team", "community")]
    assert row["above"] == "community" and row["other_done"] > 0.1
    assert "the community does better from" in said(wide) and "no case" not in said(wide)
    assert (
        wide.done_at("neither", 0.5) == 0 and wide.done_at("community", 0.0) == row_of(wide, "community", 0.0)["done"]
    )


def test_less_is_done_and_it_takes_longer_where_more_is_unknown(answer: ek.TeamOrCommunity):
    weeks = answer.tried["weeks"]
    assert np.all(weeks[1:] >= weeks[:-1])
    for form in WAYS:
        assert np.all(np.diff(answer.table.loc[answer.table["form"] == form, "done"]) <= 0)


@pytest.mark.parametrize(
    ("settings", "best"),
    [
        ({"tasks.released": 100}, {"team"}),
        ({"tasks.ties": 17, "tasks.expertise": 30}, {"team", "community"}),
        ({"tasks.worth": 5e6, "tasks.expertise": 0}, {"market"}),
        ({"tasks.worth": 0}, {"neither"}),
    ],
)
def test_any_form_can_be_the_answer(settings: dict[str, float], best: set[str]):
    assert {form for form, _, _ in few(settings).advice()} == best


def test_the_crossover_is_where_the_means_meet(answer: ek.TeamOrCommunity):
    rows = answer.crossover[answer.crossover["measure"] == "net"].set_index(["one", "other"])
    found = rows.loc[("team", "market")]
    nets = {form: answer.table.loc[answer.table["form"] == form, "net"].to_numpy() for form in CHOICES}
    team, market = (np.interp(found["unknown"], answer.shares, nets[form]) for form in ("team", "market"))
    assert team == pytest.approx(market)
    assert (found["below"], found["above"], found["reached"]) == ("team", "market", True)
    assert found["low"] < found["unknown"] < found["high"]
    assert (rows[["draws_cross", "draws_one", "draws_other"]].sum(axis=1) <= 1 + 1e-12).all()


def test_no_number_of_tasks_moves_two_forms_of_which_it_names_one(answer: ek.TeamOrCommunity):
    slower = ek.team_or_community({"tasks.restaffing": 12}, tasks=600, draws=40, tasks_per_draw=60)
    team, community, market = (WAYS.index(form) for form in WAYS)
    assert np.array_equal(slower.tried["net"][:, [community, market]], answer.tried["net"][:, [community, market]])
    assert slower.tried["net"][5, team].mean() < answer.tried["net"][5, team].mean()
    before, after = (
        x.crossover.set_index(["measure", "one", "other"]).loc[("net", "team", "market"), "unknown"]
        for x in (answer, slower)
    )
    assert after < before


def test_chances_and_shares_add_up(answer: ek.TeamOrCommunity):
    assert answer.table.groupby("unknown")["chance_best"].sum().to_numpy() == pytest.approx(1)
    assert (answer.table.groupby("unknown")["best"].sum() == 1).all()
    table = answer.portfolio.set_index("form")
    for column in ("share", "share_mean"):
        assert table.loc[list(CHOICES), column].sum() == pytest.approx(1)
    for column in ("net", "net_mean"):
        assert table.loc["mixed", column] >= table.loc[list(CHOICES), column].max()


def test_tasks_of_which_equally_much_is_unknown_all_go_one_way():
    one = few({"tasks.unknown": 0, "tasks.unknown_spread": 0}).portfolio.set_index("form")
    assert one.loc["team", "share"] == 1
    assert one.loc["mixed", "net"] == pytest.approx(one.loc["team", "net"])


def test_a_portfolio_is_shared_out_as_by_hand():
    # a line from 3 to -1 and one from 0 to 2, which meet at a half; three tasks
    net = np.array([[3.0, 0.0, -1.0], [-1.0, 2.0, -1.0]])
    parts, nets = shared_out(np.array([0.0, 1.0]), net, np.array([0.0, 0.25, 1.0]))
    assert parts == pytest.approx([2 / 3, 1 / 3, 0, 0])
    assert nets == pytest.approx([(3 + 2 - 1) / 3, (0 + 0.5 + 2) / 3, -1, 0, (3 + 2 + 2) / 3])
    assert stretches(np.array([0.0, 1.0]), net) == [("team", 0.0, 0.5), ("community", 0.5, 1.0)]


@given(mean=st.floats(0.01, 0.99), spread=st.floats(0.02, 0.5))
def test_what_is_unknown_of_tasks_lies_between_nothing_and_all_of_it(mean: float, spread: float):
    found = unknown_of_tasks(np.array(mean), np.array(spread))
    assert np.all((found >= 0) & (found <= 1))
    # in order, but for what the inverse of the beta distribution rounds away
    assert np.all(np.diff(found) >= -1e-9)
    assert found.mean() == pytest.approx(mean, abs=0.02)


def test_a_crossing_that_is_not_there_says_on_which_side_it_would_be():
    shares = np.array([0.0, 0.5, 1.0])
    assert crossing(shares, np.array([np.nan, 1.0, -1.0])) == pytest.approx(0.75)
    assert np.isnan(crossing(shares, np.zeros(3))) and np.isnan(crossing(shares, np.full(3, np.nan)))


def test_the_same_seed_gives_the_same_on_any_number_of_threads(answer: ek.TeamOrCommunity):
    told = [json.dumps(few({}).to_dict())]
    told += [
        json.dumps(ek.team_or_community(tasks=100, draws=10, tasks_per_draw=20, threads=n).to_dict()) for n in (1, 3)
    ]
    assert told[0] == told[1] == told[2]
    other = ek.team_or_community(tasks=100, draws=10, tasks_per_draw=20, seed=2)
    assert not np.array_equal(other.tried["net"], answer.tried["net"][..., :100])


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(ek.ScenarioError, match="did you mean") as caught:
        ek.team_or_community({"tasks.tie": 3, "tasks.willing": 300, "joining.discovery": 1})
    assert len(caught.value.faults) == 3
    for wrong in ({"tasks": 1}, {"shares": [0.5]}, {"shares": [0, 2]}, {"shares": [0.5, 0.2]}):
        with pytest.raises(ek.RequestError):
            ek.team_or_community(**wrong)


def test_what_is_set_is_known_and_a_spread_is_drawn():
    told = few({"tasks.ties": 5, "tasks.full_time": {"low": 30, "base": 36, "high": 40}})
    assert (told.drawn_values["tasks.ties"] == 5).all() and "tasks.ties" not in told.unknowns
    assert told.values["tasks.full_time"] == 36 and told.drawn_values["tasks.full_time"].std() > 0


def test_what_carries_it_has_every_unknown_with_its_grade(answer: ek.TeamOrCommunity):
    found = answer.what_carries_it()
    assert set(found["name"]) == set(answer.unknowns) and set(found["grade"]) <= set("ABC")
    order = found["correlation"].abs()
    assert order[found["stands_out"]].min() > order[~found["stands_out"]].max(), "the heaviest, or none"
    with pytest.raises(ek.RequestError, match="no form"):
        answer.what_carries_it("choir")


def test_every_number_has_a_source_a_grade_and_a_range_around_its_default():
    for row in ek.team_parameters().to_dict("records"):
        assert row["text"] and row["unit"] and row["ja"], row["name"]
        if row["grade"] != "-":
            assert row["source"], row["name"]
            assert row["range_low"] <= row["low"] <= row["default"] <= row["high"] <= row["range_high"], row["name"]


def test_the_model_description_names_every_number_of_tasks():
    page = (ROOT / "engine/README.md").read_text(encoding="utf-8")
    part = page[page.index("## Team, community or market") : page.index("## Not built yet")]
    aside = {"work_spread", "unknown", "unknown_spread", "outside_price", "wage_per_hour"}
    assert not [row["name"] for row in _engine.tasks if f"`{row['name']}`" not in part and row["name"] not in aside]


@pytest.mark.parametrize("draw", ["crossover", "portfolio", "time"])
def test_every_figure_can_be_drawn(answer: ek.TeamOrCommunity, draw: str):
    assert getattr(answer.plot, draw)()._repr_png_().startswith(b"\x89PNG")


def test_forms_are_told_apart_without_colour(answer: ek.TeamOrCommunity):
    for figure in (answer.plot.crossover(), answer.plot.time()):
        for axis in figure.axes:
            lines = [line for line in axis.lines if not str(line.get_label()).startswith("_")]
            assert len({line.get_linestyle() for line in lines}) == len(lines) == 3
    areas = answer.plot.portfolio().axes[0].collections
    assert len({area.get_hatch() for area in areas}) == len(areas) == 4


def test_a_line_is_drawn_where_its_frame_says(answer: ek.TeamOrCommunity):
    net = answer.plot.crossover().axes[0]
    line = next(line for line in net.lines if line.get_label() == "community")
    assert list(line.get_ydata()) == list(answer.table.loc[answer.table["form"] == "community", "net"])


def test_the_command_says_what_the_object_says():
    words = [sys.executable, "-m", "ekkyo.cli", "team", "--tasks", "100", "--draws", "10"]
    command = [*words, "--set", "tasks.released=100"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert "build a team from 0 % to 100 % unknown" in told.replace("\n", " ")
    parsed = json.loads(subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout)
    assert parsed["advice"] == [{"choice": "team", "from": 0.0, "to": 1.0}]
    assert {"table", "crossover", "portfolio", "values", "answer"} <= set(parsed)
    wrong = subprocess.run([*words, "--set", "tasks.released=101"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2 and "tasks.released = 101 lies outside 0 .. 100" in wrong.stderr
