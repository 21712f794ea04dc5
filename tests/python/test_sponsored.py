"""A sponsor who may stop it, and the clocks of what a firm could notice."""

import json

import ekkyo as ek
import numpy as np
import pytest
from ekkyo.amounts import say_share
from ekkyo.clocks import BEFORE, counted_hours, first_alarm, innovation, luck_of, signal
from ekkyo.competing import competing_risks, ends
from ekkyo.report import write_html
from ekkyo.tongue import Tongue
from ekkyo.words import LANGUAGES, words

FIVE_YEARS = 260


@pytest.fixture(scope="module")
def sponsored_study(small: ek.Scenario) -> ek.Study:
    return ek.compare(small, ["none", "standard"], replicates=20, progress=False, sponsored=True)


def test_a_statement_says_how_often_its_sponsor_stops_it_and_when(statement: ek.Statement):
    one = statement.sponsored
    assert one is not None
    assert 0 < one.stopped < 1
    assert one.stopped == one.until.reached == one.incidence[-1]
    assert (np.diff(one.incidence) >= 0).all(), "stopped is stopped"
    assert one.incidence[12] == 0, "nobody stops before the first quarter is over"


def test_a_statement_says_what_a_stop_came_before(statement: ek.Statement):
    one = statement.sponsored
    assert one is not None
    assert set(one.before) == set(statement.clocks) == set(one.clocks)
    for name, share in one.before.items():
        clock = statement.clocks[name]
        assert share is not None
        assert clock is not None
        assert share <= min(clock.reached, one.stopped)


def test_of_each_clock_reached_stopped_and_neither_add_up_and_only_neither_falls(statement: ek.Statement):
    one = statement.sponsored
    assert one is not None
    risks = one.competing
    assert set(risks.index.unique("clock")) == set(statement.clocks)
    assert risks.sum(axis=1).to_numpy() == pytest.approx(1)
    for clock, by_week in risks.groupby("clock"):
        assert list(by_week.reset_index()["week"]) == ends(statement.scenario.weeks), "every year, and the end"
        assert (by_week[["reached", "stopped"]].diff().dropna() >= 0).all(axis=None), clock
        last = by_week.iloc[-1]
        assert last["stopped"] <= one.stopped <= last["stopped"] + last["reached"]
        assert last["reached"] <= one.clocks[str(clock)].reached, "what comes after a stop does not count"
        assert str(clock) != "innovation" or last["stopped"] > 0


def test_what_comes_first_counts_and_what_is_reached_in_the_week_of_the_stop_came_first():
    reached = np.array([10.0, 30.0, 50.0, 51.0, 60.0, np.inf])
    stops = np.array([10.0, 29.0, np.inf, 70.0, np.inf, np.inf])
    found = competing_risks({"cash": reached, "signal": None}, stops, 60)
    assert found.loc[("cash", 52)].tolist() == pytest.approx([3 / 6, 1 / 6, 2 / 6])
    assert found.loc[("cash", 60)].tolist() == pytest.approx([3 / 6, 1 / 6, 2 / 6]), "week 60 is not of 60 weeks"
    assert found.loc["signal"].isna().all(axis=None), "nothing to time"


def test_a_terminal_and_a_report_tell_what_comes_first(run: ek.Run, tmp_path):
    one = run.statement().sponsored
    assert one is not None
    last = one.competing.loc["innovation"].iloc[-1]
    for language in LANGUAGES:
        told = run.text(language)
        write_html(run, tmp_path / "report.html", language)
        page, said = (tmp_path / "report.html").read_text("utf-8"), words(language)["competing"]
        for outcome, share in last.items():
            assert said[outcome] in told and said[outcome] in page
            assert f"<td>{say_share(share)}</td>" in page


def test_what_is_stopped_costs_nothing_any_more(statement: ek.Statement):
    one = statement.sponsored
    assert one is not None
    lines = [line["name"] for line in ek._engine.money_lines]
    # what members do goes on without support, and costs what it costs
    paid_for = [lines.index(name) for name in ("hosts", "events", "platform")]
    cost, protected = (account.drawn[paid_for].sum(axis=0) for account in (one.account, one.protected))
    assert (one.paid == 0).any()
    assert (cost[one.paid == 0] < 1e-6).all()
    assert cost[:, 0] == pytest.approx(protected[:, 0])


def test_the_price_of_impatience_is_protected_less_sponsored(statement: ek.Statement):
    one = statement.sponsored
    assert one is not None
    lost = one.protected.npv(drawn=False) - one.account.npv(drawn=False)
    assert one.impatience().mean == pytest.approx(lost.mean())
    never = (one.paid == 1).all(axis=1)
    assert never.any()
    assert lost[never] == pytest.approx(0, abs=1e-6), "who is never touched shares the whole life"


def test_the_protected_plan_is_the_same_with_or_without_a_sponsored_one(small: ek.Scenario, run: ek.Run):
    alone = ek.simulate(small, replicates=20, progress=False, worlds=["level"])
    assert alone.dataset.identical(run.dataset)
    assert (run.dataset["paid_share"] == 1).all()


def test_json_tells_stops_and_all_four_clocks(run: ek.Run):
    told = json.loads(json.dumps(run.to_dict(), allow_nan=False))
    assert set(told["clocks"]) == {"signal", "cash", "full", "innovation"}
    assert set(told["clocks"]["signal"]) == {"p05", "p50", "p95", "reached"}
    assert len(told["stopped"]["by_week"]) == told["weeks"]
    assert set(told["sponsored"]) == {"statement", "impatience", "clocks", "competing"}
    assert {row["clock"] for row in told["sponsored"]["competing"]} == set(told["clocks"])
    assert "not_yet_in_the_model" not in told


def test_the_headline_is_as_it_would_go_with_the_protected_plan_beside_it(statement: ek.Statement):
    one = statement.sponsored
    assert one is not None
    for language in LANGUAGES:
        tongue = Tongue(language, statement.currency)
        first, beside = (tongue.spread(account.full.npv) for account in (one.account, one.protected))
        assert first != beside
        told = statement.sentence(language)
        assert 0 < told.index(first) < told.index(beside)
        assert say_share(one.account.full.chance) in told


def test_a_study_leads_with_its_sponsored_levels_where_they_were_lived(sponsored_study: ek.Study, study: ek.Study):
    table, tongue = sponsored_study.table(), Tongue("en", sponsored_study.scenario.currency)
    told = sponsored_study.sentence()
    said = [f"standard {tongue.money(table.loc['standard', name])} (" for name in ("sponsored_npv", "full_npv")]
    assert 0 < told.index(said[0]) < told.rindex(said[1])
    assert told.count("none 0 (0)") == 2, "where nobody pays nobody can stop"
    assert "Protected" not in study.sentence()


def test_a_run_without_the_sponsored_world_says_nothing_of_it(small: ek.Scenario):
    statement = ek.simulate(small, 2, progress=False, worlds=["level", "none"]).statement()
    assert statement.sponsored is None
    assert statement.to_dict()["stopped"] is None
    assert "stopped by its sponsor" not in str(statement)
    assert "Protected" not in statement.sentence()


def test_a_study_lives_levels_with_a_sponsor_only_where_asked(study: ek.Study, sponsored_study: ek.Study):
    assert "stopped" not in study.table()
    table = sponsored_study.table()
    assert np.isnan(table.loc["none", "stopped"]), "where nobody pays nobody stops"
    assert 0 < table.loc["standard", "stopped"] < 1
    assert "stopped by the end" in str(sponsored_study)
    assert sponsored_study.levels == ["none", "standard"]
    npv = table.loc["standard", "full_npv"] - table.loc["standard", "sponsored_npv"]
    assert table.loc["standard", "impatience"] == pytest.approx(npv)


def test_a_plan_of_other_people_is_held_against_the_same_people_with_a_sponsor_too(small: ek.Scenario):
    changes = {"chattier": {"support.level": "standard", "helping.generosity": 60}}
    study = ek.compare(small, changes, replicates=4, progress=False, sponsored=True)
    assert study.lived.against("chattier, sponsored", "none") == "chattier, none"


def test_a_sponsored_study_survives_being_saved(sponsored_study: ek.Study, tmp_path):
    sponsored_study.save(tmp_path)
    loaded = ek.load(tmp_path)
    assert loaded.statement("standard").sponsored.stopped == sponsored_study.statement("standard").sponsored.stopped
    assert loaded.ledger_hash == sponsored_study.ledger_hash


def test_the_odds_of_going_on_are_those_of_the_model_description(small: ek.Scenario):
    """A sponsor who sees nothing, with 95 % at first: over 400 companies 0.0474 +- 0.047 end otherwise (4.42 sigma)."""
    blind = small.replace(
        {
            "run.weeks": 14,
            "run.today": 13,
            "sponsoring.trust": 3,
            "sponsoring.dashboard": 0,
            "sponsoring.spending": 0,
            "sponsoring.patience": 24,
            "sponsoring.enthusiasm": 1000,
            "sponsoring.learning": 0,
        }
    )
    run = ek.simulate(blind, 400, progress=False, worlds=["level", "level, sponsored"])
    other = float((run.worlds["level, sponsored"]["paid_share"][:, 13] != 1).mean())
    assert other == pytest.approx(1 / (1 + np.exp(3)), abs=4.42 * np.sqrt(0.0474 * 0.9526 / 400))


def test_where_nothing_changes_one_chart_in_twenty_alarms_in_five_years():
    """4,000 charts; the share is known to +- 0.0152 (4.42 standard errors)."""
    luck = np.random.default_rng(1).standard_normal((4000, BEFORE + FIVE_YEARS))
    alarms = np.isfinite(first_alarm(luck[:, BEFORE:], luck[:, :BEFORE]))
    assert alarms.mean() == pytest.approx(0.05, abs=0.0152)


def test_a_firm_sees_a_large_change_soon_and_a_small_one_late():
    luck = np.random.default_rng(2).standard_normal((500, BEFORE + FIVE_YEARS))
    before, after = luck[:, :BEFORE], luck[:, BEFORE:]
    large, small = (first_alarm(after - fallen, before) for fallen in (2.0, 0.5))
    assert np.median(large) < 13 < np.median(small)


def test_hours_are_counted_with_everybodys_luck(run: ek.Run):
    """The twin's hours stand still in the ledger; counted, they spread as its variance says (1 in 100,000)."""
    counted, before = counted_hours(run.lived, "twin")
    twin = run.worlds["twin"]
    expected = np.sqrt((twin["hours_variance"] / twin["employees"] ** 2).to_numpy())
    shown = (counted - ((twin["stuck_hours"] + twin["request_hours"]) / twin["employees"]).to_numpy()) / expected
    assert shown.std() == pytest.approx(1, abs=4.42 / np.sqrt(2 * shown.size))
    assert before.shape == (20, BEFORE)


def test_the_variance_of_hours_is_that_of_everybody_followed_one_by_one():
    """160 years of one company: a sample variance of 160 x 52 weeks is known to about 10 %."""
    scenario = ek.Scenario.from_toml("company.employees = 300\nrun.weeks = 52\nrun.everybody = true")
    run = ek.simulate(scenario, 160, at_base=True, progress=False, worlds=["twin"])
    hours = (run.worlds["twin"]["stuck_hours"] + run.worlds["twin"]["request_hours"]).to_numpy()
    told = float(run.worlds["twin"]["hours_variance"].mean())
    assert hours.var() == pytest.approx(told, rel=0.1)
    assert signal(run.lived, "twin") is None, "counted already"


def test_a_longer_run_has_the_luck_of_a_shorter_one():
    assert (luck_of(1, 3, 100)[:60] == luck_of(1, 3, 60)).all()
    assert (luck_of(1, 3, 60) != luck_of(1, 4, 60)).all()


def test_the_first_innovation_is_a_success_that_has_matured(small: ek.Scenario):
    lively = small.replace(
        {"innovating.approved": 3, "innovating.lag": 2, "prices.improvement_success": 100, "prices.business_success": 0}
    )
    statement = ek.simulate(lively, 10, progress=False, worlds=["level", "none"]).statement()
    clock = statement.clocks["innovation"]
    assert clock is not None
    assert clock.reached > 0.2
    launches = statement.lived.launches("level")
    first = launches[(launches["sign"] > 0) & ~launches["new_business"]].groupby("replicate")["matures"].min()
    assert clock.p50 == np.quantile(first.reindex(range(10)).fillna(np.inf), 0.5, method="inverted_cdf")
    off = statement.scenario.replace({"prices.innovation": False})
    assert innovation(off, statement.lived, statement["none"]) is None


def test_a_protected_plan_does_not_rest_on_its_sponsor(statement: ek.Statement):
    names = set(statement.what_carries_it()["name"])
    assert not any(name.startswith("sponsoring.") for name in names)
