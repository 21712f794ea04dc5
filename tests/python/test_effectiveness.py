"""Which level is worth considering, and which is best at which price of an hour."""

import ekkyo as ek
import numpy as np
import pytest
from ekkyo.effectiveness import HOUR_PRICES, acceptability, best, dominance, incremental, npvs
from ekkyo.frames import acceptability_data


def ruled_out(*choices: tuple[float, float]) -> list[str]:
    cost, value = np.array(choices, dtype=float).T
    return dominance(cost, value)


def test_a_level_that_costs_more_and_brings_less_is_dominated():
    assert ruled_out((0, 0), (10, 20), (15, 18)) == ["", "", "dominated"]
    assert ruled_out((0, 0), (10, -1)) == ["", "dominated"]


def test_one_of_two_is_dominated_where_they_differ_in_one_thing_only():
    assert ruled_out((10, 20), (12, 20)) == ["", "dominated"]
    assert ruled_out((10, 19), (10, 20)) == ["dominated", ""]


def test_of_two_that_cost_and_bring_the_same_the_first_stays():
    assert ruled_out((0, 0), (10, 20), (10, 20)) == ["", "", "dominated"]


def test_a_mix_of_a_cheaper_and_a_dearer_level_can_do_better():
    # half of nothing and half of the dear one costs 10 and brings 15
    assert ruled_out((0, 0), (10, 14), (20, 30)) == ["", "extended", ""]
    assert ruled_out((0, 0), (10, 15), (20, 30)) == ["", "", ""]
    assert ruled_out((0, 0), (10, 16), (20, 30)) == ["", "", ""]


def test_a_mix_with_a_dominated_level_rules_nothing_out():
    # half of nothing and half of the third is beaten by the second, as is the third
    assert ruled_out((0, 0), (10, 5), (20, 4)) == ["", "", "dominated"]


def test_the_order_of_levels_does_not_matter():
    assert ruled_out((20, 30), (0, 0), (15, 31), (10, 14)) == ["dominated", "", "", "extended"]


@pytest.mark.parametrize("ledger", ["full", "cash"])
def test_levels_start_from_nothing_and_add_up(study: ek.Study, ledger: str):
    table = incremental(study, ledger)
    assert table.index[0] == "none" and set(table.index) == set(study.levels)
    assert table["cost"].is_monotonic_increasing
    assert np.allclose(table["value"] - table["cost"], table["npv"])
    kept = table[table["dominance"] == ""]
    assert kept["incremental_cost"].sum() == pytest.approx(kept["cost"].iloc[-1])
    assert kept["incremental_value"].sum() == pytest.approx(kept["value"].iloc[-1])
    assert np.all(np.diff(kept["return"].dropna()) < 0)


def test_a_level_is_taken_against_one_that_is_worth_considering(study: ek.Study):
    for ledger in ("full", "cash"):
        table = incremental(study, ledger)
        for level, row in table.iloc[1:].iterrows():
            against = table.loc[row["against"]]
            assert against["dominance"] == ""
            assert row["incremental_cost"] == pytest.approx(row["cost"] - against["cost"])
            between = table.loc[row["against"] : level].iloc[1:-1]
            assert (between["dominance"] != "").all()
            assert np.isnan(row["return"]) == (row["dominance"] != "")


def test_net_benefit_is_that_of_the_statement(study: ek.Study):
    table = incremental(study)
    for level in study.levels:
        account = study.statement(level)["none"]
        assert table.loc[level, "npv"] == pytest.approx(account.full.npv.mean)
        assert table.loc[level, "npv_low"] <= account.full.npv.mean <= table.loc[level, "npv_high"]
        assert incremental(study, "cash").loc[level, "npv"] == pytest.approx(account.cash.npv.mean)


def test_building_nothing_is_a_choice_even_where_it_was_not_asked_for(small: ek.Scenario):
    study = ek.compare(small, ["strong", "standard"], replicates=5, progress=False)
    assert list(incremental(study).index[:1]) == ["none"]
    assert list(acceptability(study, [50])["level"]) == ["none", "standard", "strong"]


def test_the_full_npv_is_a_straight_line_over_the_price_of_an_hour(study: ek.Study):
    low, middle, high = (npvs(study, study.levels, price) for price in (0, 30, 100))
    assert np.abs(high - low).max() > 1e5
    assert np.allclose(0.7 * low + 0.3 * high, middle, rtol=1e-9, atol=1e-6)


def test_a_price_that_is_set_leaves_all_others_as_they_were_drawn(study: ek.Study):
    account = study.statement("standard")["none"]
    drawn = account.prices[:, account.unknowns.index("prices.hour_price")] / 100
    low, high = (npvs(study, ["standard"], price)[1, 0] for price in (0, 100))
    assert np.allclose((1 - drawn) * low + drawn * high, account.npv(), rtol=1e-9, atol=1e-6)


def test_one_level_is_best_in_each_replicate(study: ek.Study):
    data = acceptability(study)
    assert list(data["hour_price"].unique()) == list(map(float, HOUR_PRICES))
    for _, part in data.groupby("hour_price"):
        assert part["share"].sum() == pytest.approx(1, rel=1e-12)
        assert part["mean_is_best"].sum() == 1
        assert part.loc[part["mean_is_best"], "npv"].item() == part["npv"].max()


def test_shares_are_counted_as_they_would_be_by_hand(study: ek.Study):
    # ideas that bring a lot, and seldom: here the luck that was drawn decides
    lucky = study.reprice({"prices.improvement": 20e6, "prices.improvement_success": 30, "prices.ceiling": 1000})
    priced = lucky.reprice({"prices.hour_price": 70})
    levels = ["none", "grassroots", "standard", "strong"]
    by_hand = np.zeros(4)
    for replicate in np.array([priced.statement(level)["none"].npv() for level in levels]).T:
        by_hand[int(np.argmax(replicate))] += 1 / study.replicates
    data = acceptability(lucky)
    part = data[data["hour_price"] == 70]
    assert list(part["level"]) == levels
    assert np.allclose(part["share"], by_hand) and np.ptp(by_hand) < 1
    assert part["npv"].iloc[-1] == pytest.approx(priced.statement("strong")["none"].full.npv.mean)


def test_the_cheaper_of_two_equals_is_best():
    assert best(np.array([[0.0, -2.0], [0.0, 1.0], [-1.0, 1.0]])).tolist() == [0, 1]


def test_nobody_builds_what_never_pays(study: ek.Study):
    dear = study.reprice({"prices.host": 1e9, "prices.event": 1e7})
    data = acceptability(dear, [0, 100])
    assert (data.loc[data["level"] == "none", ["share", "mean_is_best"]] == 1).all(axis=None)


def test_an_hour_price_out_of_range_is_refused(study: ek.Study):
    with pytest.raises(ek.ScenarioError, match="hour_price"):
        acceptability(study, [-10, 50])


def test_a_run_has_nothing_to_choose_from(run: ek.Run):
    with pytest.raises(TypeError, match="none to choose from"):
        acceptability_data(run)
