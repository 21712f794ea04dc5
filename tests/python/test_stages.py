"""Fun, skill, value and profit: indices of when, never of how much."""

import ekkyo as ek
import numpy as np
import pandas as pd
import pytest
from ekkyo.stages import STAGES, Stages, mean_of_a_quarter, welfare
from ekkyo.tables import column_names
from ekkyo.words import LANGUAGES
from test_japanese import latin


def test_every_stage_has_its_height_at_a_hundred_and_none_lies_below_zero(statement):
    found = statement.indices()
    assert list(found.curves.columns) == [stage.name for stage in STAGES] == list(found.peaks.index)
    assert len(found.curves) == statement.scenario.weeks
    for _, curve in found.curves.items():
        assert curve.isna().all() or (curve.max() == pytest.approx(100) and curve.min() >= 0)
    assert found.baseline == "none" and "楽 fun: half by week" in str(found)


def test_a_quarter_is_the_mean_of_thirteen_weeks():
    weekly = np.random.default_rng(1).normal(size=60)
    assert mean_of_a_quarter(weekly)[59] == pytest.approx(weekly[47:].mean())
    assert mean_of_a_quarter(weekly)[5] == pytest.approx(weekly[:6].mean())


def test_lags_are_told_from_stage_to_stage_and_what_never_comes_has_none():
    weeks = np.arange(101.0)
    curves = {"fun": 100 - abs(weeks - 20), "skill": 100 - abs(weeks - 50), "value": weeks, "profit": weeks * np.nan}
    found = Stages("none", pd.DataFrame(curves))
    assert found.peaks["week"].tolist()[:3] == [20, 50, 100]
    assert found.peaks["lag"].iloc[1] == 30
    assert found.peaks["rising"].tolist() == [False, False, True, False]
    assert found.peaks["lag"].iloc[2:].isna().all(), "how long after a height that is not reached is not known"
    assert "価 value: half of what it reaches by week 50, still rising at the end" in str(found)
    assert "week 100" not in str(found) and found.rows()["height"][2] == "still rising at the end"
    assert "上昇中" in found.text("ja") and "第100週" not in found.text("ja")
    assert "益 profit: never above the baseline" in str(found)
    assert "技 skill: half by week 0, most in week 50, 30 weeks after the one above" in str(found)


def test_prices_move_no_fun(run):
    dear = run.statement({"prices.wage_per_hour": 100_000}).indices()
    usual = run.statement().indices()
    assert dear.curves[["fun", "skill"]].equals(usual.curves[["fun", "skill"]])


def test_nothing_is_so_long_after_a_height_that_lies_beyond_the_end():
    weeks = np.arange(101.0)
    early = 100 - abs(weeks - 20)
    found = Stages("none", pd.DataFrame({"fun": weeks, "skill": early, "value": early, "profit": early}))
    assert found.peaks["rising"].tolist() == [True, False, False, False]
    assert np.isnan(found.peaks["lag"].iloc[1]) and found.peaks["lag"].tolist()[2:] == [0, 0]


def test_heights_are_told_in_japanese(statement):
    told = statement.indices().text("ja")
    assert "楽(楽しみ): 第" in told and not latin(told)
    assert statement.indices().rows("ja")["kind"].tolist()[:2] == ["指数(金額にはしない)"] * 2


def test_welfare_is_told_as_an_index_and_moves_with_no_price(run):
    dear = welfare(run.statement({"prices.wage_per_hour": 100_000}))
    assert dear == welfare(run.statement()) and set(dear) == {"fun", "wellbeing", "diversity", "flexibility"}
    assert all(100 >= more.p95 >= more.p05 >= -100 for name, more in dear.items() if name in ("fun", "wellbeing"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stages_are_drawn_with_a_mark_at_each_height(study, language):
    peaks = study.statement("strong").indices().peaks
    (axis,) = study.plot.indices("strong", language=language).axes
    marked = [line.get_xdata()[line.get_markevery()[0]] for line in axis.lines if len(line.get_xdata())]
    assert marked == peaks["week"].dropna().tolist()
    assert len(study.frame.indices("strong")) == 4 * study.scenario.weeks


def test_a_change_of_people_is_held_against_nobody_paying_among_the_same_people():
    """A question that takes longer is stuck on in every world; the community is not blamed for it."""
    scenario = ek.Scenario.from_toml("company.employees = 100\nrun.weeks = 60")
    study = ek.compare(scenario, {"longer": {"helping.hours_alone": 40.0}}, 4, progress=False)
    statement = study.statement("longer")
    assert study.lived.more("longer", "none").shape == study.lived.raw["longer"]["columns"].shape
    stuck = study.lived.more("longer", "none", column_names().index("stuck_hours"))
    assert (stuck == 0).all() and statement.matrix()["mean"].fillna(0).eq(0).all()
    assert not any(statement.indices().curves.sum())
