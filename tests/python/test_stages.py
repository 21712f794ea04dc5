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
    assert found.baseline == "none" and "楽 fun: half of it after" in str(found)


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
    assert "価 value: no height yet, still rising at the end; half of what it reaches after 50 weeks" in str(found)
    assert "1.9 y" not in str(found) and found.rows()["height"][2] == "still rising at the end"
    assert "上昇中" in found.text("ja") and "1.9年" not in found.text("ja")
    assert "益 profit: never above the baseline" in str(found)
    told = "技 skill: half of it after 0 weeks, most after 50 weeks; from the one above: 30 weeks later"
    assert told in str(found)


def heights(rows: list[list[float]]) -> Stages:
    """Stages at their heights in weeks 20, 50, 60 and 70 of 101, with what came of drawing anew."""
    weeks = np.arange(101.0)
    curves = {stage.name: 100 - abs(weeks - week) for stage, week in zip(STAGES, (20, 50, 60, 70), strict=True)}
    return Stages("none", pd.DataFrame(curves), np.array(rows))


def test_heights_and_lags_have_an_interval_and_an_end_beyond_the_run_is_said_to_be():
    often = [[20.0, 40.0, 60.0, np.nan], [20.0, 45.0, 60.0, np.nan], [20.0, 50.0, np.inf, np.inf]] * 10
    found = heights(often)
    assert found.peaks.loc["skill", ["low", "high", "lag_low", "lag_high"]].tolist() == [40, 50, 20, 30]
    assert found.peaks.loc["value", ["low", "high", "lag_low", "lag_high"]].tolist() == [60, np.inf, 15, np.inf]
    assert found.peaks["still"].tolist() == pytest.approx([0, 0, 1 / 3, 1 / 3])
    assert np.isnan(found.peaks.loc["profit", "lag_low"]), "both beyond the end, or never: nothing to tell a lag from"
    text = " ".join(found.text().split())
    assert (
        "50 weeks (40 weeks … 50 weeks); from the one above: 30 weeks later (20 weeks later … 30 weeks later)" in text
    )
    assert "(1.1 years … beyond the end); from the one above: 10 weeks later (15 weeks later … beyond the end)" in text
    assert found.peaks["never"].tolist() == pytest.approx([0, 0, 0, 2 / 3])
    assert "or, in 67 %, never above the baseline" in text
    told = found.to_dict()
    assert told["value"]["high"] is told["value"]["lag_high"] is None and told["value"]["lag"] == 10


def test_draws_that_are_drawn_anew_find_the_height_again_where_it_is_plain(run: ek.Run):
    """Replicates that are all alike have no interval; as they are, the interval holds what each half shows."""
    statement = run.statement()
    sure = statement.indices().peaks
    known = sure["low"].notna()
    assert (sure.loc[known, "low"] <= sure.loc[known, "high"]).all() and known["fun"]
    week = np.inf if sure.loc["fun", "rising"] else sure.loc["fun", "week"]
    assert sure.loc["fun", "low"] <= week <= sure.loc["fun", "high"]
    one = ek.simulate(run.scenario, replicates=1, progress=False).statement().indices()
    plain = one.peaks[~one.peaks["rising"] & one.peaks["week"].notna()]
    assert len(plain) and (plain["low"] == plain["week"]).all() and (plain["high"] == plain["week"]).all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_stand_in_the_whole_text_and_in_json(statement: ek.Statement, language: str):
    assert statement.indices().text(language) in statement.text(language)
    assert set(statement.to_dict()["indices"]) == {stage.name for stage in STAGES}


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
    assert "楽(楽しみ): 頂点の半分まで" in told and not latin(told)
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
