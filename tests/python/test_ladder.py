"""The same worlds under every convention of accounting: each rung is what it says, and no other."""

import json

import ekkyo as ek
import numpy as np
import pandas as pd
import pytest
from ekkyo.ladder import RUNGS, ladder
from ekkyo.seeing import CALCULATOR, DASHBOARD, SEEN, TIME, worth_today
from ekkyo.tongue import Tongue
from ekkyo.wording import reported_text
from ekkyo.words import LANGUAGES, words

KNOWN = {
    "prices.wage_per_hour": 4000,
    "prices.hour_price": 50,
    "prices.discount": 10,
}


@pytest.fixture(scope="module")
def rungs(run: ek.Run) -> pd.DataFrame:
    return ladder(run).loc["level"]


@pytest.fixture(scope="module")
def known(run: ek.Run) -> ek.Run:
    return run.reprice(KNOWN)


def test_the_ladder_goes_from_the_sceptic_to_the_brochure(study: ek.Study):
    table = ladder(study)
    assert list(table.index) == [(level, rung.rung) for level in study.levels[1:] for rung in RUNGS]
    assert (RUNGS[0].rung, RUNGS[-1].rung, len(RUNGS)) == ("full", "brochure", 14)


def test_the_first_rung_is_the_statement(rungs: pd.DataFrame, run: ek.Run):
    book = run.statement()["none"].full
    row = rungs.loc["full"]
    assert (row["cost"], row["value"]) == pytest.approx((book.cost.mean, book.value.mean))
    assert row["roi"] == pytest.approx(book.roi.mean)
    assert row["error"] == 0


def test_differences_between_worlds_are_those_of_the_statement(rungs: pd.DataFrame, run: ek.Run):
    statement = run.statement()
    books = {
        "full_without_innovation": statement.without_innovation["none"].full,
        "hours_at_wage": run.statement({"prices.hour_price": 100})["none"].full,
        "hours_at_fifth": run.statement({"prices.hour_price": 20})["none"].full,
        "cash": statement["none"].cash,
        "undiscounted": run.statement({"prices.discount": 0})["none"].full,
        "runoff": statement["none"].full_runoff,
    }
    for name, book in books.items():
        row = rungs.loc[name]
        assert (row["cost"], row["value"]) == pytest.approx((book.cost.mean, book.value.mean)), name
    assert rungs.loc[list(books), "npv"].nunique() == len(books)


def test_the_brochure_sets_all_values_against_cash_alone(rungs: pd.DataFrame):
    assert rungs.loc["brochure", "cost"] == rungs.loc["cash", "cost"]
    assert rungs.loc["brochure", "value"] == rungs.loc["full", "value"]


def test_an_answer_is_worth_what_the_convention_says(known: ek.Run):
    table = ladder(known).loc["level"]
    # by hand: 7-day weeks at 10 % a year of 365.25 days
    weekly = known.dataset["answered"].mean("replicate").values
    today = sum(x * 1.1 ** (-7 * week / 365.25) for week, x in enumerate(weekly))
    hours = {
        "answers_sceptical": 3 / 4,
        "answers_sceptical_cash": 3 / 4,
        "answers_self_reported": 12 / 4,
        "answers_attributed": 12 * 0.8 * 0.8,
    }
    for name, each in hours.items():
        assert table.loc[name, "value"] == pytest.approx(today * each * 4000), name
    for name, each in {"answers_undiscounted": 12, "thecr": 23}.items():
        assert table.loc[name, "value"] == pytest.approx(weekly.sum() * each * 4000), name


def test_a_dashboard_counts_cash_alone_and_the_sceptic_all_time_of_members(known: ek.Run):
    table = ladder(known).loc["level"]
    cash = known.statement()["none"].cash.cost.mean
    assert table.loc[["answers_sceptical_cash", "answers_self_reported", "answers_attributed"], "cost"].eq(cash).all()
    time = sum(known.dataset[name].mean("replicate").values for name in TIME)
    hours = sum(x * 1.1 ** (-7 * week / 365.25) for week, x in enumerate(time))
    assert table.loc["answers_sceptical", "cost"] == pytest.approx(cash + 4000 * hours)


def test_what_is_not_discounted_is_not_discounted_on_either_side(known: ek.Run):
    table = ladder(known).loc["level"]
    cash = known.statement({"prices.discount": 0})["none"].cash.cost.mean
    assert table.loc[["answers_undiscounted", "thecr"], "cost"].eq(cash).all()
    assert cash > table.loc["cash", "cost"]


def test_each_replicate_has_its_own_wage(run: ek.Run):
    account = run.statement()["none"]
    wage, rate = (account.prices[:, account.unknowns.index(f"prices.{x}")] for x in ("wage_per_hour", "discount"))
    answered = (run.dataset["answered"].values * worth_today(rate, run.scenario.weeks)).sum(axis=1)
    by_hand = float((wage * answered * 12 / 4).mean())
    assert ladder(run).loc[("level", "answers_self_reported"), "value"] == pytest.approx(by_hand)
    assert wage.mean() * answered.mean() * 12 / 4 != pytest.approx(by_hand, rel=1e-4)


def test_weeks_are_discounted_as_the_engine_does(known: ek.Run):
    hosts = known.statement()["none"].expected[0, 0]
    assert hosts[0] > 0
    assert np.allclose(hosts / hosts[0], worth_today(np.array([10.0]), len(hosts))[0], rtol=1e-12)


def test_a_dashboard_sees_answers_that_would_have_come_without_support(study: ek.Study):
    none, strong = (ladder(study, level).loc[level] for level in ("none", "strong"))
    assert none.loc["full", ["cost", "value"]].eq(0).all()
    assert (none.loc[[rung.rung for rung in SEEN], "value"] > 0).all()
    assert np.isnan(none.loc["answers_self_reported", "roi"])
    # of what the dashboard shows for the level, that much was there anyway
    assert strong.loc["thecr", "value"] > none.loc["thecr", "value"] > 0


def test_the_error_is_what_a_convention_overstates(study: ek.Study):
    table = ladder(study)
    for level in study.levels[1:]:
        npv = table.loc[level, "npv"]
        assert np.allclose(table.loc[level, "error"], npv - study.statement(level)["none"].full.npv.mean)
        assert np.allclose(npv, table.loc[level, "value"] - table.loc[level, "cost"])
        assert np.allclose(table.loc[level, "roi"], npv / table.loc[level, "cost"])


def test_a_level_has_the_same_ladder_in_a_study_and_in_a_run(study: ek.Study, rungs: pd.DataFrame):
    in_study = ladder(study, "standard").loc["standard"]
    pd.testing.assert_frame_equal(in_study, rungs)


def test_what_would_have_been_reported_is_held_against_the_twin(run: ek.Run, rungs: pd.DataFrame):
    statement = run.statement()
    found, worth = statement.reported(), statement["twin"].full.npv.mean
    assert found is not None
    assert list(found) == [rung.rung for rung in SEEN]
    for name, one in found.items():
        assert (one.cost, one.value) == pytest.approx(tuple(rungs.loc[name, ["cost", "value"]])), name
        assert one.error == pytest.approx(rungs.loc[name, "npv"] - worth), name
    assert found[CALCULATOR].error > found[DASHBOARD].error
    told = json.loads(json.dumps(statement.to_dict()["reported"], allow_nan=False))
    assert told["worth"] == pytest.approx(worth) and told[CALCULATOR]["error"] == found[CALCULATOR].error
    for language in LANGUAGES:
        tongue = Tongue(language, statement.currency)
        said = reported_text(statement, tongue)
        for amount in (tongue.money(worth), *(tongue.signed(found[name].error) for name in (DASHBOARD, CALCULATOR))):
            assert amount in said, (language, amount)


def test_without_a_twin_nobody_can_say_how_far_off_a_report_is(small: ek.Scenario):
    statement = ek.simulate(small, 2, progress=False, worlds=["level", "none"]).statement()
    assert statement.reported() is None
    assert statement.to_dict()["reported"] is None
    assert reported_text(statement, Tongue("en")) == ""


def test_every_rung_says_what_one_must_believe(rungs: pd.DataFrame):
    said = {name for name, text in words()["ladder"].items() if isinstance(text, dict)}
    assert said == {rung.rung for rung in RUNGS}
    assert rungs["name"].is_unique and rungs["believe"].is_unique
    assert rungs["believe"].str.startswith("To say this you must believe ").all()


def test_every_constant_has_a_source(rungs: pd.DataFrame):
    for rung in SEEN:
        assert rung.sources and rungs.loc[rung.rung, "source"] == "; ".join(rung.sources)


def test_a_level_that_was_not_lived_has_no_ladder(study: ek.Study, run: ek.Run):
    with pytest.raises(ValueError, match="no level of this result"):
        ladder(study, "twin")
    with pytest.raises(ValueError, match="no level of this result"):
        ladder(run, "strong")
