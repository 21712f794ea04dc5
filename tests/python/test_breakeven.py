"""What must be true for a level to pay: one value that is solved for, and a map over two."""

import json
import math
from dataclasses import replace
from pathlib import Path

import ekkyo as ek
import numpy as np
import pytest
from ekkyo import figures_of_belief
from ekkyo.amounts import RESAMPLES
from ekkyo.breakeven import sentence, text
from ekkyo.crossing import brackets, resampled
from ekkyo.otherwise import lived_with, priced, question
from ekkyo.splitting import by_draw
from ekkyo.trying import tried
from test_cli import ekkyo

HOUR, HOST, ALONE = "prices.hour_price", "prices.host", "helping.hours_alone"
LEVELS = ["grassroots", "standard", "strong"]


@pytest.fixture(scope="module")
def cheap(small: ek.Scenario) -> ek.Study:
    """A company in which problems are hard, and a community costs hours and hosts only: every level pays."""
    hard = ek.compare(small.replace({ALONE: 20.0}), replicates=20, progress=False)
    return hard.reprice({"prices.event": 0, "prices.platform": 0, HOUR: 100})


@pytest.fixture(scope="module")
def over_hours(cheap: ek.Study) -> dict[str, object]:
    return ek.break_even(cheap, ALONE, ["grassroots", "standard"], points=5).set_index("level").to_dict("index")


def mean_npv(study: ek.Study, level: str, ledger: str = "full", baseline: str = "none") -> float:
    return float(study.statement(level)[baseline].npv(ledger, drawn=False).mean())


@pytest.mark.parametrize("path", [HOST, "prices.wage_per_hour", HOUR, "prices.discount"])
@pytest.mark.parametrize("baseline", ["none", "twin"])
def test_at_the_price_found_a_level_just_pays(cheap: ek.Study, path: str, baseline: str):
    found = ek.break_even(cheap, path, LEVELS, baseline=baseline)
    assert list(found["level"]) == LEVELS
    for row in found.to_dict("records"):
        apart = abs(mean_npv(cheap, row["level"], baseline=baseline))
        if row["reached"]:
            there = cheap.reprice({path: row["value"]})
            assert abs(mean_npv(there, row["level"], baseline=baseline)) < 1e-6 * apart
            assert row["tried_low"] < row["value"] < row["tried_high"]
            dearer = mean_npv(cheap.reprice({path: row["value"] * 1.01}), row["level"], baseline=baseline)
            assert (dearer > 0) == (row["pays"] == "above")
        else:
            ends = [cheap.reprice({path: row[f"tried_{end}"]}) for end in ("low", "high")]
            signs = [mean_npv(end, row["level"], baseline=baseline) > 0 for end in ends]
            assert signs == [row["stays"] == "above"] * 2 and math.isnan(row["value"])


def test_some_prices_have_a_break_even_and_others_have_none(cheap: ek.Study, study: ek.Study):
    assert ek.break_even(cheap, HOST, LEVELS)["reached"].all()
    assert set(ek.break_even(cheap, HOST, LEVELS)["pays"]) == {"below"}
    never = ek.break_even(study, HOST, "strong").iloc[0]
    assert (never["reached"], never["stays"], never["crossings"], never["pays"]) == (False, "below", 0, "")
    assert never["tried_low"] == 0 and never["tried_high"] == pytest.approx(100 * never["plausible_high"])
    assert "does not pay in full, against nobody paying (none), whatever prices.host is" in sentence(never)
    always = ek.break_even(cheap, "prices.wage_per_hour", "grassroots", values=[4000, 8000]).iloc[0]
    assert (always["reached"], always["stays"]) == (False, "above")
    assert "pays in full" in sentence(always) and "not pay" not in sentence(always)


def test_where_nothing_is_spent_or_won_nothing_is_said_of_it(small: ek.Scenario):
    idle = ek.compare(small, {"idle": {"support.level": "none"}}, 2, progress=False, baselines=["none"])
    row = ek.break_even(idle, HOST).iloc[0]
    assert (row["reached"], row["stays"]) == (False, "")
    assert "costs and brings nothing" in sentence(row)


def test_a_straight_line_is_solved_as_by_hand(cheap: ek.Study):
    # in the full ledger the NPV is a straight line over the pay of hosts
    free, paid = (cheap.reprice({HOST: price}).statement("standard")["none"] for price in (0.0, 1e6))
    at_nothing, slope = (free.npv(drawn=False), (paid.npv(drawn=False) - free.npv(drawn=False)) / 1e6)
    row = ek.break_even(cheap, HOST, "standard").iloc[0]
    assert row["value"] == pytest.approx(-at_nothing.mean() / slope.mean(), rel=1e-9)
    draws = free.draws
    a, b, n = by_draw(at_nothing, draws), by_draw(slope, draws), len(set(draws))
    weights = np.random.default_rng(0).multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    roots = -(weights @ a) / (weights @ b)
    # the curve is the straight line only between the values that were tried
    roots[(roots < 0)], roots[roots > row["tried_high"]] = -np.inf, np.inf
    low, high = np.quantile(roots, [0.05, 0.95], method="inverted_cdf")
    assert (row["low"], row["high"]) == (pytest.approx(low, rel=1e-6), pytest.approx(high, rel=1e-6))
    assert row["low"] < row["value"] < row["high"]


def test_an_interval_may_lie_beyond_what_was_tried():
    values = np.array([0.0, 1.0, 2.0])
    # of two draws one crosses, and one never does
    rising = np.array([[-1.0, -9.0], [0.5, -9.0], [11.0, -8.0]])
    low, high = resampled(values, rising, 1.5, rises=True)
    assert 0 < low < 1 and high == np.inf
    assert resampled(values, -rising, 1.5, rises=False) == (low, np.inf)
    assert resampled(values, rising[::-1], 0.5, rises=False)[0] == -np.inf
    assert np.isnan(resampled(values, rising[:, :1], 0.5, rises=True)).all()


def test_a_mean_that_only_touches_zero_does_not_cross_it():
    values = np.arange(5.0)
    assert brackets(values, np.array([-2.0, -1.0, 0.0, -1.0, -2.0])) == []
    assert brackets(values, np.zeros(5)) == []
    assert brackets(values, np.array([0.0, 1.0, 2.0, 0.0, -1.0])) == [(2.0, 4.0)]


def test_of_several_crossings_the_one_nearest_to_the_base_is_given(cheap: ek.Study, monkeypatch: pytest.MonkeyPatch):
    seen = tried(cheap, ALONE, "standard", values=[1, 2, 4, 8], replicates=2)
    made_up = np.array([-1.0, 1.0, -3.0, -3.0])[:, None, None] * np.ones((4, 1, 2))
    monkeypatch.setattr("ekkyo.breakeven.tried", lambda *args: replace(seen, npv=made_up, draws=np.arange(2)))
    row = ek.break_even(cheap, ALONE).iloc[0]
    # between 1 and 2 it crosses too, but what is most plausible is 3
    assert 2 < row["value"] < 4
    assert (row["crossings"], row["pays"]) == (2, "below")


def test_a_number_about_people_is_found_where_living_there_says(cheap: ek.Study, over_hours: dict[str, dict]):
    for level, row in over_hours.items():
        assert row["reached"] and row["pays"] == "above" and row["low"] < row["value"] < row["high"]
        there = ek.compare(cheap.scenario.replace({ALONE: row["value"]}), [level], 20, progress=False)
        by_hand = mean_npv(there, level)
        wide = [
            mean_npv(ek.compare(cheap.scenario.replace({ALONE: x}), [level], 20, progress=False), level)
            for x in (row["value"] / 2, row["value"] * 2)
        ]
        assert wide[0] < 0 < wide[1]
        assert abs(by_hand) < 0.15 * (wide[1] - wide[0]), "as near as five points of twenty replicates can tell"


@pytest.mark.parametrize("from_today", [False, True])
def test_living_again_what_was_lived_changes_nothing(small: ek.Scenario, from_today: bool):
    known = small.replace({ALONE: 3.0})
    levels = {"level": {}, "restless": {"staffing.turnover": 30.0}}
    study = ek.compare(known, levels, 6, progress=False, from_today=from_today)
    asked = question(study, None, "full", None)
    again = lived_with(asked, {ALONE: 3.0}, 4, None, False)
    assert len(again.study.lived.raw) < len(study.lived.raw)
    assert np.array_equal(priced(again, [{}])[0], priced(asked, [{}])[0][:, :4])
    other = lived_with(asked, {ALONE: 4.0}, 4, None, False)
    assert not np.allclose(priced(other, [{}])[0], priced(asked, [{}])[0][:, :4])


def test_prices_that_apply_are_those_of_the_study(cheap: ek.Study):
    seen = tried(cheap, ALONE, "standard", values=[2, 4], replicates=4)
    dear = tried(cheap.reprice({HOST: 1e9}), ALONE, "standard", values=[2, 4], replicates=4)
    assert np.all(dear.npv < seen.npv)


def test_a_lever_is_tried_where_one_says(small: ek.Scenario):
    study = ek.compare(small, ["strong"], 6, progress=False, baselines=["none"])
    row = ek.break_even(study, "support.host_fte", values=[0.5, 1, 2]).iloc[0]
    assert (row["tried_low"], row["tried_high"], row["stays"]) == (0.5, 2, "below")
    assert math.isnan(row["quantile"]) and "nothing is said" in sentence(row)
    # a lever set beside the level, as one would by hand
    dearer = {"ours": {"support.level": "strong", "support.host_fte": 2}}
    by_hand = ek.compare(small, dearer, 6, progress=False, baselines=["none"])
    seen = tried(study, "support.host_fte", values=[0.5, 2])
    assert seen.npv[1].mean() == pytest.approx(mean_npv(by_hand, "ours"))
    assert np.all(np.diff(seen.npv, axis=0) < 0)


def test_a_lever_is_not_set_for_those_whom_nobody_supports(small: ek.Scenario):
    study = ek.compare(small, ["none", "strong"], 4, progress=False, baselines=["twin"])
    seen = tried(study, "support.platform", values=[0, 1])
    assert seen.asked.levels == ["none", "strong"]
    assert np.array_equal(seen.npv[0, 0], seen.npv[1, 0]) and not np.allclose(seen.npv[0, 1], seen.npv[1, 1])


def test_a_lever_from_today_on_leaves_the_past_as_it_was(small: ek.Scenario):
    study = ek.compare(small, ["level", "strong"], 4, progress=False, from_today=True)
    seen = tried(study, "support.host_fte", "strong", values=[1, 2])
    dearer = {"ours": {"support.level": "strong", "support.host_fte": 2}}
    by_hand = ek.compare(small, dearer, 4, progress=False, from_today=True)
    assert seen.npv[1].mean() == pytest.approx(mean_npv(by_hand, "ours", baseline="stopped"))


def test_a_run_is_asked_like_a_study_of_its_level(run: ek.Run, study: ek.Study):
    # the study lived the same people and luck
    own, beside = ek.break_even(run, HOST), ek.break_even(study, HOST, "standard")
    assert list(own["level"]) == ["level"]
    assert own.drop(columns="level").equals(beside.drop(columns="level"))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"path": "prices.hots"}, "not the name of a parameter"),
        ({"path": "prices.innovation"}, "no number"),
        ({"path": "run.seed"}, "no number"),
        ({"path": "silo.relative_wage"}, "no number"),
        ({"path": HOST, "level": "lavish"}, "no level of this study"),
        ({"path": HOST, "level": "none"}, "against itself"),
        ({"path": HOST, "ledger": "black"}, "full"),
        ({"path": HOST, "baseline": "unchanged"}, "not lived"),
        ({"path": HOST, "values": [-1, 5]}, "outside 0"),
        ({"path": HOST, "values": [1, math.inf]}, "inf"),
        ({"path": HOST, "points": 1}, "at least two"),
        ({"path": "support.host_fte"}, "name values to try"),
        ({"path": ALONE, "replicates": 21}, "this study has 20"),
        ({"path": ALONE, "replicates": 0}, "this study has 20"),
    ],
)
def test_what_cannot_be_asked_is_said(study: ek.Study, asked: dict[str, object], said: str):
    with pytest.raises(ek.RequestError, match=said):
        ek.break_even(study, **asked)  # type: ignore[arg-type]


def test_what_a_level_sets_itself_or_what_changes_on_the_way_is_refused(small: ek.Scenario):
    own = ek.compare(small, {"half": {"support.host_fte": 0.5}}, 2, progress=False, baselines=["none"])
    with pytest.raises(ek.RequestError, match="half itself sets"):
        ek.break_even(own, "support.host_fte", values=[1, 2])
    later = ek.compare(small.later(10, {ALONE: 5}), ["strong"], 2, progress=False, baselines=["none"])
    with pytest.raises(ek.RequestError, match="changes on the way"):
        ek.break_even(later, ALONE)
    with pytest.raises(ek.RequestError, match="changes on the way"):
        ek.what_must_be_true(later, HOST, ALONE)


def test_the_line_of_a_map_of_prices_runs_through_the_break_evens(cheap: ek.Study):
    told = ek.what_must_be_true(cheap, HOST, "prices.wage_per_hour", points=5, x_values=np.linspace(0, 2e8, 7))
    assert told.lived == 0 and set(told.line["level"]) == set(LEVELS)
    for level, part in told.line.groupby("level"):
        assert set(part["part"]) == {0}
        for wage in (4000.0, 6000.0):
            row = ek.break_even(cheap.reprice({"prices.wage_per_hour": wage}), HOST, level).iloc[0]
            inside = part["x"].max() > row["value"] > part["x"].min()
            ordered = part.sort_values("y")
            on_line = np.interp(wage, ordered["y"], ordered["x"])
            assert not inside or on_line == pytest.approx(row["value"], rel=0.01)
    grid = told.grid
    at = grid[(grid["x"] == 2e8) & (grid["y"] == grid["y"].max()) & (grid["level"] == "strong")]["npv"].item()
    there = cheap.reprice({HOST: 2e8, "prices.wage_per_hour": float(grid["y"].max())})
    assert at == pytest.approx(mean_npv(there, "strong"))


def test_the_line_of_a_map_of_people_agrees_with_the_break_even(cheap: ek.Study, over_hours: dict[str, dict]):
    """With the same values over what people do the map's curve is the same, whichever way round it is asked."""
    hours = tried(cheap, ALONE, "standard", points=5).values
    told = {
        way: ek.what_must_be_true(cheap, *paths, level="standard", points=3, **{f"{way}_values": hours}, replicates=20)
        for way, paths in {"x": (ALONE, HOST), "y": (HOST, ALONE)}.items()
    }
    assert told["x"].lived == told["y"].lived == len(hours)
    drawn_hosts = cheap.reprice({HOST: 7.8e6})
    row = ek.break_even(drawn_hosts, ALONE, "standard", values=hours).iloc[0]
    for way, other in (("x", "y"), ("y", "x")):
        line = told[way].line.sort_values(other)
        assert np.interp(7.8e6, line[other], line[way]) == pytest.approx(row["value"], rel=0.02)


def test_two_numbers_about_people_are_lived_in_every_pair(cheap: ek.Study):
    told = ek.what_must_be_true(
        cheap, ALONE, "helping.expertise", level="grassroots", x_values=[1, 9], y_values=[5, 20], replicates=4
    )
    assert (told.lived, told.replicates, len(told.grid)) == (4, 4, 4)
    there = cheap.scenario.replace({ALONE: 9, "helping.expertise": 5})
    by_hand = mean_npv(ek.compare(there, ["grassroots"], 4, progress=False), "grassroots")
    assert told.grid.query("x == 9 and y == 5")["npv"].item() == pytest.approx(by_hand)


def test_the_cloud_is_what_the_study_drew(study: ek.Study):
    told = ek.what_must_be_true(study, HOUR, HOST, points=2)
    for level, part in told.cloud.groupby("level"):
        account = study.statement(level)["none"]
        assert part["pays"].mean() == pytest.approx(account.full.chance)
        assert np.array_equal(part["x"], account.prices[:, account.unknowns.index(HOUR)])
    lever = ek.what_must_be_true(study, HOUR, "support.host_fte", level="strong", y_values=[1, 2], replicates=2)
    assert lever.cloud["y"].nunique() == 1 and lever.cloud["x"].nunique() == 10  # two share a draw


@pytest.mark.parametrize(
    ("asked", "said"),
    [({"x": HOST, "y": HOST}, "over two"), ({"x": HOST, "y": HOUR, "x_values": [5]}, "at least two values")],
)
def test_a_map_has_two_sides(study: ek.Study, asked: dict[str, object], said: str):
    with pytest.raises(ek.RequestError, match=said):
        ek.what_must_be_true(study, **asked)  # type: ignore[arg-type]


def test_the_figure_of_a_break_even_shows_what_was_solved(cheap: ek.Study):
    found = ek.break_even(cheap, HOST)
    curves, below = cheap.plot.break_even(HOST).axes
    marks = [line for line in below.lines if line.get_marker() not in ("", "None")]
    assert [line.get_xdata()[0] for line in marks] == list(found["value"])
    assert len({line.get_marker() for line in marks}) == len({line.get_color() for line in marks}) == len(LEVELS)
    assert [text.get_text()[:10] for text in below.texts] == ["pays up to"] * len(LEVELS)
    low, high = curves.get_xlim()
    assert low <= found["value"].min() and found["value"].max() <= high


def test_a_level_that_never_pays_says_so_in_its_figure(study: ek.Study, run: ek.Run):
    below = study.plot.break_even(HOST, level="strong").axes[1]
    assert "does not pay anywhere" in below.texts[0].get_text()
    assert run.plot.break_even(HOST)._repr_png_().startswith(b"\x89PNG")


def test_the_figure_of_a_map_has_a_panel_and_a_line_for_each_level(cheap: ek.Study):
    told = ek.what_must_be_true(cheap, HOST, "prices.wage_per_hour", 3, LEVELS[:2], x_values=[0, 4e7, 2e8])
    figure = figures_of_belief.drawn_map(told)
    assert len(figure.axes) == 2
    for axis, level in zip(figure.axes, LEVELS[:2], strict=True):
        (line,) = (line for line in axis.lines if line.get_linestyle() == "-" and line.get_linewidth() == 2)
        assert np.array_equal(line.get_xdata(), told.line.loc[told.line["level"] == level, "x"])
        assert {"pays", "does not pay"} == {text.get_text() for text in axis.texts}
    # what was drawn and paid is filled, what did not pay is hollow
    lost, paid = figure.axes[0].lines[:2]
    assert lost.get_markerfacecolor() == "none" != paid.get_markerfacecolor()
    cloud = told.cloud[told.cloud["level"] == LEVELS[0]]
    assert (len(lost.get_xdata()), len(paid.get_xdata())) == ((~cloud["pays"]).sum(), cloud["pays"].sum())
    assert cheap.plot.what_must_be_true(HOST, HOUR, points=2)._repr_png_().startswith(b"\x89PNG")


def test_a_saved_study_is_asked_from_the_command_line(cheap: ek.Study, tmp_path: Path):
    cheap.save(tmp_path / "out")
    done = ekkyo("breakeven", tmp_path / "out", HOST, "--level", "standard,strong")
    assert (done.returncode, done.stderr) == (0, "")
    found = ek.break_even(cheap, HOST, ["standard", "strong"])
    assert done.stdout == text(found) + "\n" and "up to" in done.stdout
    told = json.loads(ekkyo("breakeven", tmp_path / "out", HOST, "--ledger", "cash", "--json").stdout)
    cash = ek.break_even(cheap, HOST, ledger="cash")
    assert [row["value"] for row in told] == [None if np.isnan(x) else x for x in cash["value"]]
    lived = ekkyo("breakeven", tmp_path / "out", ALONE, "--values", "1,20", "--replicates", 2)
    assert lived.returncode == 0 and "lived again" in lived.stderr
    for words, said in (([ALONE, "--values", "many"], "not a number"), (["prices.hots"], "not the name")):
        bad = ekkyo("breakeven", tmp_path / "out", *words)
        assert (bad.returncode, said in bad.stderr, bad.stdout) == (2, True, "")
