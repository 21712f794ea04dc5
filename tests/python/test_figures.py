"""A figure shows what its frame says, and a frame says what the statement says."""

import ekkyo as ek
import numpy as np
import pytest
from ekkyo import figures, frames
from ekkyo.accounts import LEDGERS

DRAWN = ["curves", "investment", "chances", "payback", "matrix"]


def test_the_last_point_of_the_curves_is_the_statement(run: ek.Run):
    data = frames.curves_data(run)
    for ledger in LEDGERS:
        book = getattr(run.statement()["none"], ledger)
        for side in ("cost", "value"):
            line = data[(data["ledger"] == ledger) & (data["side"] == side)]
            assert line["mean"].iloc[-1] == pytest.approx(getattr(book, side).mean)
            assert line["p95"].iloc[-1] == pytest.approx(getattr(book, side).p95)


def test_the_matrix_figure_adds_up_to_the_full_value(study: ek.Study):
    for level, part in frames.matrix_data(study).groupby("level"):
        assert part["mean"].dropna().sum() == pytest.approx(study.statement(str(level))["none"].full.value.mean)


def test_the_chances_pass_zero_at_the_chance_of_the_statement(study: ek.Study):
    for (level, ledger), part in frames.chances_data(study).groupby(["level", "ledger"]):
        book = getattr(study.statement(str(level))["none"], str(ledger))
        assert part.loc[part["npv"] > 0, "share"].max() == pytest.approx(book.chance) or book.chance == 0
        assert np.all(np.diff(part["npv"]) >= 0) and np.all(np.diff(part["share"]) < 0)


def test_money_that_is_back_stays_back_in_the_share_of_the_statement(study: ek.Study):
    for (level, ledger), part in frames.payback_data(study).groupby(["level", "ledger"]):
        assert np.all(np.diff(part["share"]) >= 0)
        assert part["share"].iloc[-1] == study.statement(str(level))["none"].payback(ledger).reached


def test_the_steps_between_levels_add_up_to_the_dearest(study: ek.Study):
    steps = frames.difference_data(study)
    dearest = study.statement(study.by_cost[-1])["none"].full.npv.mean
    cheapest = study.statement(study.by_cost[0])["none"].full.npv.mean
    assert steps["mean"].sum() == pytest.approx(dearest - cheapest)
    assert np.all(steps["low"] <= steps["mean"]) and np.all(steps["mean"] <= steps["high"])


def test_nobody_paying_is_not_shown_beside_others(study: ek.Study, run: ek.Run):
    for frame in (frames.curves_data, frames.investment_data, frames.chances_data, frames.payback_data):
        assert list(dict.fromkeys(frame(study)["level"])) == ["grassroots", "standard", "strong"]
        assert set(frame(run)["level"]) == {"standard"}


@pytest.mark.parametrize("draw", DRAWN)
def test_every_figure_can_be_drawn(study: ek.Study, run: ek.Run, draw: str):
    for result in (study, run):
        assert getattr(result.plot, draw)()._repr_png_().startswith(b"\x89PNG")


def test_a_run_has_nothing_to_take_a_difference_to(study: ek.Study, run: ek.Run):
    assert study.plot.difference()._repr_png_().startswith(b"\x89PNG")
    with pytest.raises(TypeError, match="one level"):
        run.plot.difference()


def test_levels_are_told_apart_without_colour(study: ek.Study):
    for axis in (*figures.payback(study).axes, *figures.chances(study).axes):
        lines = [line for line in axis.lines if line.get_label() in study.levels]
        assert len({line.get_linestyle() for line in lines}) == len(lines) == 3
    (axis,) = figures.matrix(study).axes
    assert len({line.get_marker() for line in axis.lines}) == 3


def test_a_cell_without_money_says_so(study: ek.Study):
    data = frames.matrix_data(study)
    (axis,) = figures.matrix(study).axes
    assert len(axis.texts) == data.loc[data["mean"].isna(), "cell"].nunique() == 2


def test_a_band_is_drawn_where_its_frame_says(run: ek.Run):
    data = frames.curves_data(run)
    axes = figures.curves(run).axes
    for ledger, axis in zip(LEDGERS, axes, strict=True):
        cost = data[(data["ledger"] == ledger) & (data["side"] == "cost")]
        (mean, *_) = (line for line in axis.lines if line.get_label() == "cost, mean")
        assert np.array_equal(mean.get_ydata(), cost["mean"])
        band = axis.collections[0].get_paths()[0].vertices[:, 1]
        assert (band.min(), band.max()) == (cost["p05"].min(), cost["p95"].max())
