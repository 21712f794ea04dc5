"""Fun, skill, value and profit: indices of when, never of how much."""

import numpy as np
import pandas as pd
import pytest
from ekkyo.stages import STAGES, Stages, mean_of_a_quarter


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
    assert found.peaks["lag"].tolist()[1:3] == [30, 50]
    assert found.peaks["rising"].tolist() == [False, False, True, False]
    assert "益 profit: never above the baseline" in str(found)
    assert "技 skill: half by week 0, most in week 50, 30 weeks after the one above" in str(found)


def test_prices_move_no_fun(run):
    dear = run.statement({"prices.wage_per_hour": 100_000}).indices()
    usual = run.statement().indices()
    assert dear.curves[["fun", "skill"]].equals(usual.curves[["fun", "skill"]])
