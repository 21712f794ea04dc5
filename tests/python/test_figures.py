"""A figure shows what its frame says, and a frame says what the statement says."""

import warnings

import ekkyo as ek
import numpy as np
import pytest
from ekkyo import figures, figures_of_decisions, frames, timing
from ekkyo.accounts import LEDGERS
from ekkyo.amounts import say_share
from ekkyo.plots import Plots
from ekkyo.seeing import SEEN
from ekkyo.tongue import Tongue
from ekkyo.words import LANGUAGES, words
from matplotlib.text import Text

DRAWN = ["curves", "investment", "chances", "payback", "matrix", "ladder", "waterfall", "one_year", "minutes_and_ideas"]
DRAWN += ["indices"]


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


def test_the_share_that_ends_below_zero_is_that_of_the_statement(study: ek.Study):
    for (level, ledger), part in frames.chances_data(study).groupby(["level", "ledger"]):
        book = getattr(study.statement(str(level))["none"], str(ledger))
        assert part.loc[part["npv"] > 0, "below"].min() == pytest.approx(1 - book.chance) or book.chance == 0
        assert np.all(np.diff(part["npv"]) >= 0) and np.all(np.diff(part["below"]) > 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_many_lose_is_marked_on_each_curve_where_it_passes_zero(study: ek.Study, language: str):
    tongue = Tongue(language)
    figure = figures.chances(study, language)
    for ledger, axis in zip(LEDGERS, figure.axes, strict=True):
        marks = [tuple(line.get_xydata()[0]) for line in axis.lines if len(line.get_xdata()) == 1]
        told = [text.get_text() for text in axis.texts]
        for level in ("grassroots", "standard", "strong"):
            loses = 1 - getattr(study.statement(level)["none"], ledger).chance
            curve = next(line for line in axis.lines if line.get_label() == tongue.level(level))
            x, y = curve.get_data()
            assert (0, pytest.approx(100 * loses)) in marks
            assert f"{tongue.level(level)}\n" in "".join(told) and any(say_share(loses) in text for text in told)
            assert np.all(np.diff(y) > 0) and np.all(np.diff(x) >= 0), "it rises, as a share that ends below does"
        figure.draw_without_rendering()
        # of the words alone, without the lines that lead to them
        boxes = [Text.get_window_extent(text) for text in axis.texts]
        assert not [1 for i, one in enumerate(boxes) for other in boxes[:i] if one.overlaps(other)]


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


#: a slide, and the smallest letters on it that are read from the back of a room, in pixels
SLIDE, SMALLEST = (1280, 720), 12


@pytest.mark.parametrize("draw", [*DRAWN, "difference", "acceptability"])
def test_every_letter_can_be_read_on_a_slide(study: ek.Study, draw: str):
    figure = getattr(study.plot, draw)()
    # figures are drawn in points, of which an inch has 72
    scale = min(room / (72 * inches) for room, inches in zip(SLIDE, figure.get_size_inches(), strict=True))
    letters = [text for text in figure.findobj(Text) if text.get_text().strip()]
    assert letters and min(text.get_fontsize() for text in letters) * scale >= SMALLEST


def test_a_run_has_nothing_to_take_a_difference_to(study: ek.Study, run: ek.Run):
    assert study.plot.difference()._repr_png_().startswith(b"\x89PNG")
    with pytest.raises(TypeError, match="one level"):
        run.plot.difference()


def test_levels_are_told_apart_without_colour(study: ek.Study):
    for axis in (*figures.payback(study).axes, *figures.chances(study).axes):
        lines = [line for line in axis.lines if str(line.get_label()).split(":")[0] in study.levels]
        assert len({line.get_linestyle() for line in lines}) == len(lines) == 3
    (axis,) = figures.matrix(study).axes
    assert len({line.get_marker() for line in axis.lines}) == 3


def test_time_is_told_in_years_and_in_months_where_it_is_short(study: ek.Study, run: ek.Run):
    assert timing.periods(260).names == [f"year {n}" for n in range(1, 6)]
    assert timing.periods(520).names == [f"year {n}" for n in (1, 3, 5, 7, 9)]
    assert timing.periods(520, room=timing.WIDE).names == [f"year {n}" for n in range(1, 11)]
    assert timing.periods(103).names[-1] == "month 21" and timing.periods(9).names == ["month 1", "month 2"]
    for result in (study, run):
        for name in ("curves", "payback", "indices", "one_year"):
            for language in ("en", "ja"):
                figure = getattr(result.plot, name)(language=language)
                told = [[label.get_text() for label in axis.get_xticklabels(minor=True)] for axis in figure.axes]
                assert timing.periods(result.scenario.weeks, language).names in told, (name, told)
                assert not [axis for axis in figure.axes if axis.get_xlabel() in ("week", "週")]


def test_a_cell_without_money_says_so(study: ek.Study, monkeypatch: pytest.MonkeyPatch):
    data = frames.matrix_data(study)
    assert data["mean"].notna().all()
    silent = data.assign(mean=data["mean"].mask(data["cell"] == data["cell"].iloc[-1]))
    monkeypatch.setattr(figures, "matrix_data", lambda _: silent)
    (axis,) = figures.matrix(study).axes
    assert len(axis.texts) == 1


def test_a_band_is_drawn_where_its_frame_says(run: ek.Run):
    data = frames.curves_data(run)
    axes = figures.curves(run).axes
    for ledger, axis in zip(LEDGERS, axes, strict=True):
        cost = data[(data["ledger"] == ledger) & (data["side"] == "cost")]
        (mean, *_) = (line for line in axis.lines if line.get_label() == "cost, mean")
        assert np.array_equal(mean.get_ydata(), cost["mean"])
        band = axis.collections[0].get_paths()[0].vertices[:, 1]
        assert (band.min(), band.max()) == (cost["p05"].min(), cost["p95"].max())


def test_a_waterfall_falls_from_cost_to_value_to_the_npv(study: ek.Study):
    for level in study.levels[1:]:
        data, book = frames.waterfall_data(study, level), study.statement(level)["none"].full
        assert list(dict.fromkeys(data["side"])) == ["cost", "value", "net"]
        money = data.groupby("side")["money"].sum()
        assert money["cost"] == pytest.approx(-book.cost.mean) and money["value"] == pytest.approx(book.value.mean)
        assert money["net"] == pytest.approx(book.npv.mean) == data["end"].iloc[-2]
        assert np.allclose(data["start"][1:-1], data["end"][:-2])
        assert data["start"].iloc[0] == data["start"].iloc[-1] == 0


def test_a_waterfall_shows_the_best_level_unless_told(study: ek.Study, run: ek.Run):
    highest = study.table()["full_npv"].drop("none").idxmax()
    assert set(frames.waterfall_data(study)["level"]) == {highest}
    assert set(frames.waterfall_data(run)["level"]) == {"standard"}
    with pytest.raises(ValueError, match="no level of this figure"):
        frames.waterfall_data(study, "twin")


def test_cost_and_value_of_a_waterfall_are_told_apart_without_colour(study: ek.Study):
    data = frames.waterfall_data(study, "strong")
    (axis,) = figures_of_decisions.waterfall(study, "strong").axes
    shown = data[data["money"].abs() > 1e-6]
    assert [bar.get_width() for bar in axis.patches] == pytest.approx(list(shown["money"]))
    assert [bool(bar.get_hatch()) for bar in axis.patches] == list(shown["side"] == "cost")


def test_every_mark_of_the_ladder_has_its_number_beside_it(study: ek.Study):
    data = frames.ladder_data(study)
    (axis,) = figures_of_decisions.ladder(study).axes
    marks = [line for line in axis.lines if line.get_label() in study.levels]
    assert len({line.get_marker() for line in marks}) == len(marks) == 3
    for line in marks:
        assert list(line.get_xdata()) == list(data.loc[data["level"] == line.get_label(), "roi"])
    said = [text.get_text() for text in axis.texts]
    assert all(say_share(roi) in said for roi in data["roi"])
    low, high = axis.get_xlim()
    assert low < data["roi"].min() and data["roi"].max() < high


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_values_over_cash_alone_are_not_drawn_as_the_fair_difference(study: ek.Study, language: str):
    (axis,) = figures_of_decisions.ladder(study, language=language).axes
    said, rungs = words(language)["figure"], list(dict.fromkeys(frames.ladder_data(study)["rung"]))
    heads = {text.get_text(): text.get_position()[1] for text in axis.texts if text.get_text() in said.values()}
    first = {"compared": rungs[0], "dashboard": SEEN[0].rung, "one_sided": "brochure"}
    beneath = dict(zip(rungs, axis.get_yticks(), strict=True))
    for name, rung in first.items():
        before = [place for of, place in beneath.items() if rungs.index(of) < rungs.index(rung)]
        assert max(before, default=-1) < heads[said[name]] < beneath[rung], (
            "between what it is said of and all above it"
        )
    grounds = [(ground.get_y(), bool(ground.get_hatch())) for ground in axis.patches]
    assert [is_hatched for _, is_hatched in grounds] == [False, True]
    assert all(top < heads[said[name]] for (top, _), name in zip(grounds, ("dashboard", "one_sided"), strict=True))
    assert "0 %" in axis.get_xlabel()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_the_rungs_has_room_in_its_panel(study: ek.Study, language: str):
    figure = figures_of_decisions.ladder(study, language=language)
    figure.draw_without_rendering()
    (axis,) = figure.axes
    said = words(language)["figure"]
    heads = [
        text
        for text in axis.texts
        if text.get_text() in [said[name] for name in ("compared", "dashboard", "one_sided")]
    ]
    assert len(heads) == 3
    assert all(head.get_window_extent().x1 < axis.get_window_extent().x1 for head in heads)


def test_a_ladder_of_a_run_names_its_level(run: ek.Run):
    assert set(frames.ladder_data(run)["level"]) == {"standard"}


def test_the_choice_of_levels_is_drawn_as_its_frame_says(study: ek.Study, run: ek.Run):
    data = frames.acceptability_data(study)
    (axis,) = figures_of_decisions.acceptability(study).axes
    lines = [line for line in axis.lines if line.get_label() in study.levels]
    assert len({(line.get_linestyle(), line.get_marker()) for line in lines}) == 4
    assert len({line.get_linestyle() for line in lines}) == len({line.get_color() for line in lines}) == 4
    for line in lines:
        assert list(line.get_ydata()) == list(100 * data.loc[data["level"] == line.get_label(), "share"])
    assert study.plot.acceptability()._repr_png_().startswith(b"\x89PNG")
    with pytest.raises(TypeError, match="one level"):
        run.plot.acceptability()


def test_every_figure_has_its_frame_by_the_same_name(study: ek.Study, run: ek.Run):
    drawn = {name for name in vars(Plots) if not name.startswith("_")}
    framed = {name for name in vars(frames.Frames) if not name.startswith("_")}
    assert drawn <= framed
    about_a_number = {"break_even", "what_must_be_true", "parameter"}
    for name in framed - about_a_number:
        assert getattr(study.frame, name)().equals(getattr(frames, f"{name}_data")(study)), name
    assert set(study.frame.ladder("strong")["level"]) == {"strong"}
    assert set(run.frame.ladder("standard")["level"]) == {"standard"}
    with pytest.raises(ValueError, match="no level of this run"):
        run.frame.ladder("strong")


def test_a_level_has_the_same_colour_in_every_figure(study: ek.Study):
    pictures = [figures.chances(study), figures.payback(study), figures.matrix(study)]
    pictures += [figures_of_decisions.ladder(study), figures_of_decisions.acceptability(study)]
    lines = [line for picture in pictures for axis in picture.axes for line in axis.lines]
    for level in ("grassroots", "standard", "strong"):
        assert len({line.get_color() for line in lines if str(line.get_label()).split(":")[0] == level}) == 1


def test_a_line_that_stays_at_zero_says_where_it_ends(study: ek.Study):
    data = frames.payback_data(study)
    for ledger, axis in zip(LEDGERS, figures.payback(study).axes, strict=True):
        said = [text.get_text() for text in axis.get_legend().get_texts()]
        last = data[(data["ledger"] == ledger) & (data["week"] == data["week"].max())]
        assert said == [f"{row.level}: {say_share(row.share)}" for row in last.itertuples()]


def test_where_nothing_is_spent_a_waterfall_is_drawn_without_a_warning():
    scenario = ek.Scenario.from_toml("company.employees = 100\nrun.weeks = 60\nsupport.level = 'none'")
    run = ek.simulate(scenario, 2, progress=False, at_base=True)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert run.plot.waterfall()._repr_png_().startswith(b"\x89PNG")


def test_the_bands_of_cost_and_value_are_told_apart_without_colour(run: ek.Run):
    for axis in figures.curves(run).axes:
        cost, value = axis.collections
        assert cost.get_hatch() and not len(cost.get_facecolor()) and not value.get_hatch()
        assert len(value.get_facecolor()) == 1


@pytest.mark.parametrize("draw", DRAWN)
def test_a_mean_is_told_from_its_interval_without_colour_and_letters_can_be_read_on_a_slide(study: ek.Study, draw: str):
    figure = getattr(study.plot, draw)()
    on_a_slide = 13.3 / figure.get_figwidth()
    sizes = [text.get_fontsize() * on_a_slide for text in figure.findobj(Text) if text.get_text().strip()]
    assert sizes and min(sizes) >= 10
    means = [line for axis in figure.axes for line in axis.lines if line.get_label() == "mean"]
    assert all(line.get_markerfacecolor() == "white" and line.get_markeredgecolor() == "black" for line in means)
