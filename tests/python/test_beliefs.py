"""What is believed of a parameter is what the engine draws."""

import ekkyo as ek
import numpy as np
import pytest
from ekkyo import figures_of_belief
from ekkyo.beliefs import belief

KNOWN = [row["name"] for row in ek.parameters().to_dict("records") if row["low"] == row["low"]]


@pytest.mark.parametrize("path", KNOWN)
def test_low_base_and_high_are_its_5th_50th_and_95th_percentile(path: str):
    believed = belief(path)
    row = ek.parameters().set_index("name").loc[path]
    assert (believed.low, believed.base, believed.high) == (row["low"], row["base"], row["high"])
    got = [believed.quantile_of(value) for value in (believed.low, believed.base, believed.high)]
    # a whole number has a share of its own
    assert np.allclose(got, [0.05, 0.5, 0.95], atol=0.02 if believed.whole else 1e-6)
    assert believed.quantile_of(believed.high * 1e9) == 1


def test_a_distribution_is_that_of_what_a_study_draws():
    scenario = ek.Scenario.from_toml("company.employees = 50\nrun.weeks = 52")
    run = ek.simulate(scenario, 64, progress=False, per_draw=1)
    # draws are spread evenly: so many quantiles lie in as many equal slices, so none is farther off than one of them
    for path in ("joining.discovery", "helping.generosity", "innovating.approved"):
        believed = belief(path)
        shares = np.sort([believed.quantile_of(value) for value in run.drawn[path]])
        assert np.abs(64 * shares - np.arange(64) - 0.5).max() < 0.51, path


def test_the_density_adds_up_to_what_lies_between():
    for path in ("joining.discovery", "helping.fear", "bonding.circle"):
        frame = ek.plausible(path)
        assert frame["value"].is_monotonic_increasing and frame["value"].is_unique
        within = (frame["density"] * frame["value"].diff().shift(-1)).sum()
        assert within == pytest.approx(frame["quantile"].iloc[-1] - frame["quantile"].iloc[0])
        assert frame["density"].iloc[-1] != frame["density"].iloc[-1]


def test_a_scenario_that_says_what_it_believes_is_believed():
    own = ek.Scenario.from_toml("[helping]\ngenerosity = { low = 1, base = 2, high = 4 }\nproblems = 5")
    believed = belief("helping.generosity", own)
    assert (believed.low, believed.base, believed.high, believed.source) == (1, 2, 4, "this scenario")
    assert believed.quantile_of(4) == pytest.approx(0.95)
    # what is set as if it were known is held against what is plausible of any company
    assert belief("helping.problems", own).base == belief("helping.problems").base


def test_units_name_the_currency():
    dollars = ek.Scenario.from_toml('prices.currency = "USD"')
    assert belief("prices.wage_per_hour", dollars).unit == "USD / hour"


@pytest.mark.parametrize(
    ("path", "said"),
    [("support.host_fte", "nothing is said"), ("run.start", "no number"), ("helping.asknig", "not the name")],
)
def test_what_is_chosen_or_no_number_has_no_distribution(path: str, said: str):
    with pytest.raises(ek.RequestError, match=said):
        ek.plausible(path)


def test_a_parameters_figure_marks_its_three_numbers_and_names_its_grade(run: ek.Run):
    figure = ek.plot_parameter("helping.hours_alone")
    (axis,) = figure.axes
    assert [text.get_text() for text in axis.texts] == ["5 %: 0.5", "50 %: 3.0", "95 %: 12"]
    assert [text.xy[0] for text in axis.texts] == [0.5, 3.0, 12.0]
    assert axis.get_xscale() == "log"
    assert "C, an assumption" in figure.get_supxlabel() and r"\$600" in figure.get_supxlabel()
    assert run.plot.parameter("prices.hour_price").axes[0].get_xscale() == "linear"
    assert figures_of_belief.parameter("bonding.circle")._repr_png_().startswith(b"\x89PNG")
