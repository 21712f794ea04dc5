"""The indicators of slide 5 stand beside the statement: counts, what one costs, and no value."""

import ekkyo as ek
import numpy as np
import pytest


@pytest.fixture(scope="module")
def found(statement):
    return statement.indicators()


def total(run, world, column):
    return run.worlds[world][column].sum("week")


def test_what_a_pass_costs_is_fees_and_working_time_over_passes(run):
    known = {"prices.certificate_fee": 10_000, "prices.wage_per_hour": 4000, "prices.hour_price": 50}
    passes = run.statement(known).indicators()["certificates"]
    for name, world in (("cost_of_one", "level"), ("cost_of_one_in_the_baseline", "none")):
        spent = 10_000 * total(run, world, "attempts") + 2000 * total(run, world, "study_hours")
        assert passes[name].mean == pytest.approx(float((spent / total(run, world, "certificates")).mean()))
    more = total(run, "level", "certificates") - total(run, "none", "certificates")
    assert passes["more"].mean == pytest.approx(float(more.mean()))


def test_posts_are_compared_with_advertising_and_stand_in_no_ledger(run):
    usual, dear = (run.statement({"prices.advertorial": price, "prices.advertorial_share": 10}) for price in (1e6, 1e9))
    price = "price_of_as_much_advertising"
    ratio = dear.indicators()["posts"][price].mean / usual.indicators()["posts"][price].mean
    assert ratio == pytest.approx(1000)
    for baseline in usual.baselines:
        assert usual[baseline].full == dear[baseline].full
        assert usual[baseline].cash == dear[baseline].cash


def test_goodwill_costs_the_time_it_took_and_saves_what_other_means_would_have_taken(run):
    goodwill = run.statement({"prices.wage_per_hour": 4000, "prices.hour_price": 50}).indicators()["goodwill"]
    for price, count, hours, each in (
        ("time_for_one", "ties", "meeting_hours", "introduced"),
        ("saved_by_one", "favours", "goodwill_saving", "favours"),
    ):
        had = total(run, "level", each) > 0
        spent = 2000 * total(run, "level", hours)[had] / total(run, "level", each)[had]
        assert goodwill[price].mean == pytest.approx(float(spent.mean()))
        more = total(run, "level", each) - total(run, "none", each)
        assert goodwill[count].mean == pytest.approx(float(more.mean()))
    assert goodwill["saved_by_one"].mean > 0


def test_nobody_is_hired_beyond_the_vacancies(run):
    for world in run.worlds.values():
        assert bool((world["referred"] <= world["hires"]).all())


def test_whoever_stays_is_counted_once_and_priced_by_the_quit(run):
    known = {"prices.hire": 1e6, "prices.ramp_up": 20, "prices.wage_per_hour": 1000, "prices.hour_price": 50}
    known |= {"prices.discount": 0}
    book = run.statement(known)["twin"].full
    fewer = float((total(run, "twin", "quits") - total(run, "level", "quits")).mean())
    assert book.lines["replacement_cash"].mean == pytest.approx(fewer * 1e6)
    assert book.lines["replacement_time"].mean == pytest.approx(fewer * 0.2 * 1900 * 500)


def test_nothing_of_it_happens_in_the_twin(run):
    for column in ("posts", "posting_hours", "referred"):
        assert not np.any(total(run, "twin", column))


def test_they_are_said_with_their_baseline_and_in_json(statement, found):
    assert "Short-term indicators, against nobody paying (none)" in str(statement)
    told = statement.to_dict()["indicators"]
    assert {name: set(rows) for name, rows in told.items()} == {name: set(rows) for name, rows in found.items()}
    assert set(told["hires"]["more"]) == {"mean", "p05", "p50", "p95"}


def quits_against_the_twin(small, settings):
    run = ek.simulate(small.replace(settings), replicates=40, progress=False, worlds=("level", "twin"))
    return float((total(run, "level", "quits") - total(run, "twin", "quits")).sum())


def test_friends_keep_people_and_certificates_take_them_away(small):
    nothing = {f"staying.{path}": 0 for path in ("friends", "growth", "certificate", "exhausted")}
    assert quits_against_the_twin(small, nothing | {"staying.friends": 80}) < -5
    assert quits_against_the_twin(small, nothing | {"staying.certificate": 100, "certifying.group_attempts": 5}) > 5
    assert quits_against_the_twin(small, nothing) == 0
