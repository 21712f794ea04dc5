import ekkyo as ek
import numpy as np
import pytest
from ekkyo.comparing import step
from ekkyo.exhibits import exhibits

LEVELS = ["none", "grassroots", "standard", "strong"]


def test_levels_stand_beside_each_other(study):
    assert dict(study.dataset.sizes) == {"scenario": 4, "replicate": 20, "week": 104}
    assert list(study.dataset["scenario"].values) == LEVELS
    assert study.dataset["members"].attrs["units"] == "employees"


def test_a_level_is_the_same_in_a_study_and_in_a_run(study, run):
    in_study = study.dataset.sel(scenario="standard", drop=True)
    for name in run.dataset.data_vars:
        assert np.array_equal(in_study[name], run.dataset[name]), name


def test_more_support_costs_more(study):
    assert study.by_cost == LEVELS
    assert study.cheaper == {"none": None, "grassroots": "none", "standard": "grassroots", "strong": "standard"}
    assert study.table()["cash_cost"].is_monotonic_increasing


def test_nobody_paying_costs_and_brings_nothing_against_itself(study):
    account = study.statement("none")["none"]
    for book in (account.cash, account.full, account.cash_runoff, account.full_runoff):
        for line in book.lines.values():
            assert max(map(abs, line)) < 1e-6
    assert account.payback("full") is None


def test_steps_add_up_to_the_whole(study):
    table = study.table()
    assert table["difference"].sum() == pytest.approx(table.loc["strong", "full_npv"] - table.loc["none", "full_npv"])
    assert np.isnan(table.loc["none", "difference"])


def test_sharing_people_and_luck_makes_differences_surer(study):
    ratio = study.pairing()["ratio"]
    assert ratio.loc["grassroots", "none", "npv"] > 1
    assert ratio.loc["standard", "grassroots", "npv"] > 1


def test_the_order_of_levels_changes_no_number(study, small):
    turned = ek.compare(small, ["strong", "standard"], replicates=20, progress=False)
    columns = ["full_npv", "full_npv_p05", "worth", "cash_cost"]
    assert turned.table().loc["strong", columns].equals(study.table().loc["strong", columns])
    assert turned.table().loc["strong", "difference_to"] == "standard"


def test_the_scenarios_own_plan_counts_only_when_asked_for(small):
    own = small.replace({"support.events_per_month": 4})
    study = ek.compare(own, ["none", "level"], replicates=5, progress=False)
    assert set(study.lived.raw) == {"twin", "none", "level", "level, stopped"}
    assert "the scenario's support" in study.brief() and "シナリオどおり" in study.text("ja")
    assert ["the scenario's", "cash ledger"] in [row[:2] for row in exhibits(study)["investment"]["numbers"]["rows"]]
    assert study.statement("level").baselines == ("none", "twin", "stopped")


def test_baselines_are_no_levels(small):
    with pytest.raises(ValueError, match="no support level"):
        ek.compare(small, ["twin"], replicates=1)


def test_the_table_for_the_terminal_fits_and_names_its_baselines(study):
    text = str(study)
    assert max(map(len, text.splitlines())) <= 100
    assert "against nobody paying (none)" in text
    assert "against no community being possible (twin)" in text
    for line in ek.money_lines()["name"]:
        assert line.replace("_", " ") in text


def test_json_has_every_level(study):
    told = study.to_dict()
    assert list(told["scenarios"]) == LEVELS
    assert told["ledger_hash"] == study.ledger_hash
    assert told["scenarios"]["none"]["statement"]["none"]["cash"]["roi"]["mean"] is None


TINY = "company.employees = 120\ncompany.silos = 4\nrun.weeks = 52\nrun.today = 26\nrun.seed = "


def alone(level: str, seed: int, replicates: int):
    """What a level is worth in a company of its own, which shares nothing with any other level's."""
    study = ek.compare(ek.Scenario.from_toml(f"{TINY}{seed}"), [level], replicates, progress=False, baselines=["none"])
    return study.statement(level)["none"].npv(drawn=False)


def test_the_paired_interval_covers_what_brute_force_finds():
    # brute force: independent people, luck and unknowns for each level, and a hundred times as many replicates
    strong, grassroots = alone("strong", 1001, 2400), alone("grassroots", 1002, 2400)
    truth = strong.mean() - grassroots.mean()
    # replicates of a draw go together, so there are half as many that are independent
    error = np.sqrt((strong.var() + grassroots.var()) / 1200)
    held, widths = 0, []
    for seed in range(100):
        scenario = ek.Scenario.from_toml(f"{TINY}{seed}")
        study = ek.compare(scenario, ["grassroots", "strong"], 24, progress=False, baselines=["none"])
        told = step(study, "strong")
        low, high = told["difference_low"], told["difference_high"]
        held += low - error < truth < high + error
        widths.append(high - low)
    # 90 expected, standard deviation 3: four of them
    assert held >= 78
    # and not because the intervals are wide: independent levels would give wider ones
    unpaired = 2 * 1.8 * np.sqrt((strong.var() + grassroots.var()) / 12)
    assert np.mean(widths) < 0.9 * unpaired


def test_a_study_shows_also_what_its_levels_are_held_against(study):
    assert set(study.worlds) == {*LEVELS, "twin"} | {f"{level}, stopped" for level in LEVELS[1:]}
    assert float(study.worlds["twin"]["members"].max()) == 0
