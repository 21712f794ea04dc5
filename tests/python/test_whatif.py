"""A what-if gives the numbers of a run, soon, and lives nothing twice."""

import asyncio
import math
import re
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from threading import Event, Thread, current_thread
from typing import Any

import ekkyo as ek
import numpy as np
import pandas as pd
import pytest
from ekkyo import asking as asking_module
from ekkyo import knobs
from ekkyo.answers import Answer, Difference
from ekkyo.asking import Asking
from ekkyo.changing import changed, in_week
from ekkyo.controls import Control, askable, control, levers, prices
from ekkyo.drawing import numbers
from ekkyo.hindsight import cells
from ekkyo.hinting import of_levels
from ekkyo.judging import judged
from ekkyo.knobs import Knob, marks
from ekkyo.moving import Beside, moves, sentence, settled
from ekkyo.panel import Panel
from ekkyo.parts import live_part
from ekkyo.pictures import PICTURES, html
from ekkyo.reading import UnreadableError, read, units
from ekkyo.recommending import recommend
from ekkyo.resting import Rests, rests
from ekkyo.statement import Statement
from ekkyo.tables import rows
from ekkyo.titling import titled
from ekkyo.tongue import Tongue, percent
from ekkyo.whatif import panel as page_of
from ekkyo.words import LANGUAGES, words
from test_japanese import latin

TINY = """
name = "A tiny company"
[company]
employees = 120
silos = 3
[run]
weeks = 60
[support]
level = "standard"
"""
SCENARIOS = Path(__file__).parents[2] / "scenarios"
MORE = {"support.events_per_month": 4.0}

LEVERS = ("events_per_month", "host_fte_per_1000")

#: what is typed in any language
TYPED = {"drawn", "recorded", "inf"}


@pytest.fixture
def tiny() -> ek.Scenario:
    return ek.Scenario.from_toml(TINY)


@pytest.fixture
def asking(tiny: ek.Scenario) -> Asking:
    return Asking(tiny, few=4, many=40)


@pytest.fixture
def panel(tiny: ek.Scenario) -> Iterator[Panel]:
    panel = ek.whatif(tiny, few=4, replicates=20)
    assert panel.wait(60)
    yield panel
    panel.asking.stop()


def final(asking: Asking, changes: dict[str, Any]) -> Answer:
    return list(asking.ask(changes))[-1]


# ---- the numbers of an answer ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {},
        MORE,
        {"support.level": "strong", "helping.fear": 5.0, "prices.hour_price": 20.0},
        {"support.host_fte": {"low": 0.1, "base": 0.3, "high": 0.9}, "company.employees": 90},
        {"support.level": None},
        {"support.events_per_month @ 26": 4.0, "support.events_per_month @ 40": 1.0, "helping.fear": 5.0},
    ],
)
def test_an_answer_has_the_numbers_of_a_run_to_the_bit(asking: Asking, tiny: ek.Scenario, changes: dict[str, Any]):
    run = ek.simulate(changed(tiny, changes), replicates=40, progress=False, worlds=["level", "none"])
    final(asking, {"support.level": "grassroots"})
    answer = final(asking, changes)
    assert answer.run.ledger_hash == run.ledger_hash
    there = run.statement()["none"]
    for ledger in ("cash", "full"):
        assert (answer.account.npv(ledger) == there.npv(ledger)).all()
        assert answer.npv(ledger) == getattr(there, ledger).npv
        assert answer.chance(ledger) == getattr(there, ledger).chance or np.isnan(answer.chance(ledger))
        assert answer.payback(ledger) == there.payback(ledger)


def test_what_one_has_above_another_is_what_a_comparison_says(asking: Asking, tiny: ek.Scenario):
    study = ek.compare(tiny, ["standard", "strong"], replicates=40, progress=False, baselines=["none"])
    row = study.table().loc["strong"]
    less = final(asking, {"support.level": "strong"}).less(final(asking, {}))
    # the scenario itself has standard support
    assert (less.mean, less.low, less.high) == (row["difference"], row["difference_low"], row["difference_high"])
    assert (less.p05, less.p50, less.p95) == tuple(row[f"difference_{q}"] for q in ("p05", "p50", "p95"))


def test_people_and_luck_are_shared_so_a_difference_varies_less_than_what_it_is_between(asking: Asking):
    here, there = final(asking, {"prices.event": 100.0}), final(asking, {"prices.event": 200.0})
    apart = here.account.npv(drawn=False) - there.account.npv(drawn=False)
    assert apart.std() < 0.1 * here.account.npv(drawn=False).std()


def test_an_answer_comes_in_steps_and_its_replicates_stay(asking: Asking):
    answers = list(asking.ask(MORE))
    assert [answer.replicates for answer in answers] == [4, 16, 32, 40]
    assert [answer.stage for answer in answers] == ["first", "refining", "refining", "final"]
    npvs = [answer.account.npv() for answer in answers]
    assert all((npv == npvs[-1][: len(npv)]).all() for npv in npvs)


def test_an_answer_against_itself_is_nothing(asking: Asking):
    less = final(asking, {}).less(final(asking, {}))
    assert less.mean == less.p05 == less.p95 == 0


# ---- what is lived --------------------------------------------------------------------------------------------------


def test_a_price_lives_nothing(asking: Asking):
    before = final(asking, MORE)
    lived = dict(asking.lived)
    after = final(asking, {**MORE, "prices.wage_per_hour": 9000.0, "prices.innovation": False})
    assert dict(asking.lived) == lived
    assert after.stage == "final" and after.npv() != before.npv()


def test_support_lives_none_only_once(asking: Asking):
    for changes in ({}, MORE, {"support.level": "strong"}, {"support.level": None}):
        final(asking, changes)
    assert asking.lived["none"] == 40 and asking.lived["level"] == 160


def test_what_people_do_lives_both_worlds_again(asking: Asking):
    final(asking, {})
    final(asking, {"helping.fear": 5.0})
    assert asking.lived == {"level": 80, "none": 80}


def test_going_back_lives_nothing(asking: Asking):
    for changes in ({}, MORE, {}):
        answer = final(asking, changes)
    assert answer.stage == "final" and asking.lived["level"] == 80


def test_no_more_than_so_many_worlds_are_kept_and_the_basis_stays(asking: Asking):
    final(asking, {})
    for n in range(12):
        next(iter(asking.ask({"helping.fear": float(n)})))
    basis = asking.basis()
    assert basis and basis.stage == "final"
    final(asking, {})
    assert asking.lived["level"] == 40 + 12 * 4


def test_the_basis_is_refined_beside_what_is_asked(asking: Asking):
    next(iter(asking.ask({})))
    final(asking, MORE)
    basis = asking.basis()
    assert basis and basis.stage == "final"


# ---- something else is asked ----------------------------------------------------------------------------------------


def test_a_newer_question_ends_the_refining_of_an_older_one(asking: Asking):
    older = asking.ask(MORE)
    assert next(older).stage == "first"
    newer = asking.ask({})
    assert list(older) == []
    assert asking.lived["level"] == 4
    assert list(newer)[-1].stage == "final"


def test_a_newer_question_stops_the_engine_in_the_middle_of_a_piece(tiny: ek.Scenario):
    asking = Asking(tiny.replace({"company.employees": 3000, "run.weeks": 1000}), few=2, many=18, threads=1)
    heard: list[Answer] = []
    first = Event()

    def hear(answer: Answer) -> None:
        heard.append(answer)
        first.set()

    asking.begin({}, hear)
    assert first.wait(60)
    began = time.perf_counter()
    asking.stop()
    assert asking.wait(60)
    # a piece would have taken seven times the first look
    assert time.perf_counter() - began < 4 * heard[0].seconds
    assert [answer.replicates for answer in heard] == [2]


def test_never_are_two_lived_at_once(asking: Asking, monkeypatch: pytest.MonkeyPatch):
    now = most = 0

    def counted(*args: Any) -> Any:
        nonlocal now, most
        now += 1
        most = max(most, now)
        time.sleep(0.01)
        try:
            return live_part(*args)
        finally:
            now -= 1

    monkeypatch.setattr(asking_module, "live_part", counted)
    for n in range(6):
        asking.begin({"helping.fear": float(n)}, lambda _: None)
    others = [Thread(target=final_or_none, args=(asking, {"helping.routing": 50.0 + n})) for n in range(3)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert asking.wait(60) and most == 1


def final_or_none(asking: Asking, changes: dict[str, Any]) -> None:
    list(asking.ask(changes))


def test_of_many_moves_the_last_is_answered_to_the_end_and_none_comes_after_it(asking: Asking):
    heard: list[Answer] = []
    for n in range(10):
        asking.begin({"helping.fear": float(n)}, heard.append)
    assert asking.wait(60)
    assert heard[-1].changes == {"helping.fear": 9.0} and heard[-1].stage == "final"
    asked = [answer.changes["helping.fear"] for answer in heard]
    assert asked == sorted(asked)


def test_what_goes_wrong_in_the_background_is_told(asking: Asking, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: Any) -> Any:
        raise RuntimeError("no engine")

    monkeypatch.setattr(asking_module, "live_part", broken)
    failed: list[Exception] = []
    asking.begin({}, lambda _: None, failed.append)
    assert asking.wait(60) and str(failed[0]) == "no engine"


def test_a_refused_question_lets_the_one_before_go_on(asking: Asking):
    older = asking.ask(MORE)
    next(older)
    with pytest.raises(ek.ScenarioError, match=r"helping.fear = 200 lies outside"):
        asking.ask({"helping.fear": 200})
    assert list(older)[-1].stage == "final"


@pytest.mark.parametrize(("few", "many"), [(0, 10), (12, 10), (3, 10)])
def test_a_number_of_replicates_that_does_not_go_is_refused(tiny: ek.Scenario, few: int, many: int):
    with pytest.raises(ek.RequestError, match=f"few = {few}"):
        Asking(tiny, few, many)


# ---- what can be moved ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", askable())
def test_every_parameter_can_be_moved_between_ends_around_its_base(tiny: ek.Scenario, path: str):
    got = control(tiny, path)
    if got.is_slider:
        assert got.low <= got.base <= got.high and got.low < got.high
    if rows()[path]["low"] is not None:
        assert (got.low, got.base, got.high) == tuple(rows()[path][name] for name in ("low", "default", "high"))
        assert got.is_slider and got.is_unknown


def test_levers_come_first_and_prices_only_re_price(tiny: ek.Scenario):
    assert levers()[0] == "support.level"
    assert control(tiny, "support.level").options == ("none", "grassroots", "standard", "strong")
    assert {control(tiny, path).kind for path in levers()} == {"lever"}
    assert {control(tiny, path).kind for path in prices(5)} == {"price"}


def test_a_range_of_more_than_a_decade_and_a_half_is_moved_through_by_its_logarithm(tiny: ek.Scenario):
    wide = tiny.replace({"prices.event": {"low": 100, "base": 1000, "high": 10_000}})
    got: Control = control(wide, "prices.event")
    assert got.is_log and "left:50%" in marks(got, 2, 4)
    assert not control(tiny, "prices.event").is_log


def test_the_seed_and_what_does_not_exist_cannot_be_moved(tiny: ek.Scenario):
    for path in ("run.seed", "silo.employees", "joining.discovry"):
        with pytest.raises(KeyError, match=path):
            control(tiny, path)


def test_what_carries_an_answer_is_what_its_statement_says(asking: Asking):
    answer = final(asking, {})
    carried = answer.run.statement().what_carries_it().query("kind == 'behaviour'")
    found = list(carried.loc[carried["stands_out"], "name"])
    shown, asked = rests(answer), list(carried["name"])
    assert set(shown.paths[: len(found)]) == set(found) and sorted(shown.paths) == sorted(asked)
    assert shown.is_shown == bool(found) and shown.replicates == 40
    assert shown.suspected == carried["suspected"].sum()
    for rest in (shown.paths[len(found) : shown.suspected], shown.paths[shown.suspected :]):
        assert rest == [path for path in ek.parameters()["name"] if path in rest], "no order is made of chance"
    assert set(shown.paths[: shown.suspected]) == set(carried.loc[carried["suspected"], "name"])


def test_only_what_surely_comes_before_the_next_stands_in_an_order(asking: Asking, monkeypatch: pytest.MonkeyPatch):
    answer = final(asking, {})
    carried = answer.run.statement().what_carries_it()
    behaviour = carried["kind"] == "behaviour"
    carried = pd.concat([carried[behaviour], carried[~behaviour]], ignore_index=True)
    first, second, third = reversed([path for path in rows() if path in set(carried.loc[:2, "name"])])
    carried.loc[:2, "name"] = [first, second, third]
    for sure, shown in (([1, 1, 0], [first, second, third]), ([1, 0, 0], [first, third, second])):
        now = carried.assign(stands_out=carried.index < 3, ahead=[*map(float, sure), *[0.0] * (len(carried) - 3)])
        monkeypatch.setattr(Statement, "what_carries_it", lambda _, now=now: now)
        assert rests(answer).paths[:3] == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_stands_out_the_list_says_how_many_futures_it_would_take(language: str):
    tongue = Tongue(language)
    said = tongue["whatif"]["carries"]
    assert Rests([], True, 3, 40, 20.0).heading(tongue) == said
    for needed, suspected in ((1200.0, 0), (math.inf, 0), (1200.0, 4)):
        told = Rests([], False, suspected, 40, needed).heading(tongue)
        assert said not in told and "40" in told and ("--replicates 1200" in told) == math.isfinite(needed)
        assert (tongue["whatif"]["no_order"] in told) == (not suspected)
        assert (tongue["whatif"]["suspects"].format(suspected=4) in told) == bool(suspected)


# ---- the panel ------------------------------------------------------------------------------------------------------


def test_moving_a_slider_changes_the_number_and_the_curve(panel: Panel):
    before, curve = panel.answer.npv().mean, panel.curves.widget.data[3].y.copy()
    panel.knobs["support.events_per_month"].slider.value = 6.0
    assert panel.wait(60) and panel["support.events_per_month"] == 6.0
    assert panel.changes == {"support.events_per_month": 6.0}
    assert panel.answer.npv().mean < before
    assert (panel.curves.widget.data[3].y == panel.answer.curve()["mean"]).all()
    assert (panel.curves.widget.data[0].y == curve).all()  # the plan as opened stays beside it


def test_the_switch_shows_the_other_ledger(panel: Panel):
    panel.ledger.value = "cash"
    assert (panel.curves.widget.data[3].y == panel.answer.curve("cash")["mean"]).all()
    assert ek.say(panel.answer.npv("cash").mean, "JPY") in panel.around.numbers.value


def test_the_number_beside_a_slider_is_typed_as_it_is_read_and_follows(panel: Panel):
    events, matched = (panel.knobs[f"support.{name}"] for name in ("events_per_month", "structured_events"))
    events.typed.value = "2.345"
    assert panel.changes == {"support.events_per_month": 2.345} and abs(events.slider.value - 2.345) < 0.05
    matched.typed.value = "29"
    assert panel["support.structured_events"] == 0.29 and ">29 %<" in matched._shown.value
    matched.slider.value = 0.6
    assert matched.typed.value == "60" and panel.changes["support.structured_events"] == 0.6
    matched.typed.value = "250"
    assert "250 is not possible: 0 … 100 %" in matched._fault.value


def test_hosts_are_said_in_hours_and_days_of_this_company_and_in_all_only_on_demand(panel: Panel):
    each, in_all = (panel.knobs[f"support.host_fte{name}"] for name in ("_per_1000", ""))
    assert in_all.row.layout.display == "none" and panel.around.in_all in panel._boxes["levers"].children
    assert (
        ">= 0.024 of a full-time host for 120 people</div>" in each._shown.value
        and ">= 0.91 hours, or 0.12 days, a week</div>" in each._shown.value
    )
    panel["company.employees"] = 2000
    assert (
        ">= 0.4 of a full-time host for 2,000 people</div>" in each._shown.value
        and ">= 15 hours, or 2 days, a week</div>" in each._shown.value
    )
    panel.around.in_all.click()
    assert in_all.row.layout.display != "none" and panel.around.in_all.layout.display == "none"
    in_all.slider.value = "0.5"
    assert "= 19 hours, or 2.5 days, a week" in in_all._shown.value and "does not count" in each._shown.value


def test_hosts_that_a_scenario_gives_in_all_are_in_sight(tiny: ek.Scenario):
    panel = ek.whatif(tiny.replace({"support.host_fte": 0.5}), few=2, replicates=4)
    assert panel.knobs["support.host_fte"].row.layout.display != "none"
    assert panel.around.in_all not in panel._boxes["levers"].children


@pytest.mark.parametrize("weeks", [1, 30, 52, 53, 110])
@pytest.mark.parametrize("level", [None, "none", "grassroots", "strong", "strong, then none"])
def test_every_scenario_that_can_be_lived_has_a_panel(weeks: int, level: str | None):
    first, *later = (level or "none").split(", then ")
    scenario = ek.Scenario.from_toml(f"company.employees = 60\nrun.weeks = {weeks}\n")
    scenario = scenario.replace({"support.level": first}) if level else scenario
    for name in later if weeks > 1 else []:
        scenario = scenario.later(weeks // 2, {"support.level": name})
    panel = ek.whatif(scenario, few=2, replicates=2)
    assert panel.knobs["support.level"].slider.value == panel["support.level"] == first
    assert panel.wait(60) and panel.answer is not None and panel.answer.stage == "final"
    assert not panel.around.notice.value and panel.changes == {}


def test_everything_that_can_be_moved_begins_as_the_scenario_has_it():
    scenario = ek.Scenario.from_toml("company.employees = 60\nrun.weeks = 30")
    panel = ek.whatif(scenario, few=2, replicates=2)
    for path in askable():
        knob = panel.add(path)
        assert knob._at == scenario[path], path
    panel.speak("ja")
    assert panel.wait(60)


def test_the_answer_is_said_in_words_once_it_is_final(panel: Panel):
    # the first words say whether to pay, as the report on the same numbers does
    pay = words()["moving"]["pay"][recommend(panel.answer.run, "standard", panel.answer.run.statement()).verdict]
    told = panel.around.words.value
    assert told.startswith(pay.partition("{")[0])
    assert "As it stands, standard support has a full NPV over 60 weeks," in told
    assert "Nothing has been moved yet" in told and panel.around.stop.layout.visibility == "hidden"
    panel.when.value, panel["support.host_fte_per_1000"] = (26, 40), 0.1
    assert panel.wait(60)
    less = panel.answer.less(panel.asking.basis())
    told = panel.around.words.value
    assert "Halving “Hosts for every 1,000 people invited” (from 0.2 to 0.1 full-time hosts per 1,000 " in told
    assert "employees) in weeks 26 to 39 only" in told
    later, tongue = panel.answer.less(panel.asking.basis(), runoff=True), Tongue("en", "JPY")
    by_end = f"{ek.say(less.mean, 'JPY')} on average and {tongue.signed(less.p50)} in the middle"
    after = f"it is {tongue.signed(later.mean)} on average and {tongue.signed(later.p50)} in the middle."
    assert by_end in told and f"With what comes after the end {after}" in told and "nobody can stop them" in told
    assert f"better in {ek.say_share(less.chance).removesuffix(' %')} of 100 futures" in told
    panel["helping.fear"] = 5.0
    assert panel.wait(60) and "Moving these 2 settings (How far willingness" in panel.around.words.value
    assert "0.2 → 0.1 full-time hosts per 1,000 employees in weeks 26 to 39 only)" in panel.around.words.value
    panel["support.host_fte_per_1000"] = None
    assert panel.wait(60) and "Knowing that “How far willingness" in panel.around.words.value
    panel.speak("ja")
    assert "だとわかっていれば、期末までの総合ベースのNPV(60週間、割引後)" in panel.around.words.value
    unfinished = Answer({}, panel.answer.lived, 1, 10_000, 0)
    assert sentence(unfinished, Beside(panel.answer, panel.answer), "full", "en") == ""


def test_whether_to_make_a_change_is_judged_as_in_a_run_and_only_where_the_company_decides_it(tiny: ek.Scenario):
    panel = ek.whatif(tiny, few=4, replicates=20)
    panel.when.value, panel["support.host_fte_per_1000"] = (26, 40), 0.1
    assert panel.wait(60)
    cut = tiny.later(26, {"support.host_fte_per_1000": 0.1}).later(40, {"support.host_fte_per_1000": 0.2})
    change = ek.simulate(cut, replicates=20, progress=False).uncut.statement()["unchanged"]
    less, later = (panel.answer.less(panel.asking.opened(), runoff=runoff) for runoff in (False, True))
    assert (less.amount.mean, less.amount.p50) == pytest.approx((change.full.npv.mean, change.full.npv.p50))
    assert (later.amount.mean, later.amount.p50) == pytest.approx(
        (change.full_runoff.npv.mean, change.full_runoff.npv.p50)
    )
    asked = words()["plain"]["change"][judged(change.full.npv, change.full_runoff.npv)]
    assert panel.around.words.value.startswith(asked)
    panel.ledger.value = "cash"
    assert panel.around.words.value.startswith(f"{asked} {words()['moving']['in_full']}")
    panel["prices.hour_price"] = 20.0
    assert panel.wait(60) and "Make the change?" not in panel.around.words.value


@pytest.mark.parametrize(
    ("by_end", "later", "asked"),
    [
        ((2.0, 1.0), (2.0, 1.0), "yes"),
        ((2.0, 1.0), (2.0, -1.0), "open"),
        ((2.0, -1.0), (2.0, -1.0), "no"),
        ((-2.0, 1.0), (-2.0, 1.0), "open"),
        ((0.0, 0.0), (2.0, 1.0), ""),
    ],
)
def test_a_change_is_settled_where_mean_and_middle_and_both_ends_agree(
    asking: Asking,
    monkeypatch: pytest.MonkeyPatch,
    by_end: tuple[float, float],
    later: tuple[float, float],
    asked: str,
):
    opened, more = final(asking, {}), final(asking, MORE)

    def less(_: Answer, __: Answer, ledger: str = "full", *, runoff: bool = False) -> Difference:
        mean, middle = later if runoff else by_end
        return Difference(mean, math.nan, math.nan, -9.0, middle, 9.0, 0.5, 40)

    monkeypatch.setattr(Answer, "less", less)
    told = settled(more, opened, "full", Tongue("en", "JPY"))
    assert told == (words()["plain"]["change"][asked] if asked else "")


def test_what_was_asked_since_is_never_called_final(panel: Panel, monkeypatch: pytest.MonkeyPatch):
    said, lived, go_on = words()["whatif"], Event(), Event()

    def held(*given: Any) -> dict[str, Any]:
        lived.set()
        assert go_on.wait(60)
        return live_part(*given)

    monkeypatch.setattr(asking_module, "live_part", held)
    assert panel.around.status.value.startswith(said["final"])
    panel["support.level"] = "strong"
    assert lived.wait(60)
    # nothing of it is known yet: what is shown is the answer before
    assert panel.around.status.value == said["asked"] and panel.around.words.value == ""
    assert panel.around.make_basis.disabled and panel.around.stop.layout.visibility == "visible"
    panel.stop()
    assert panel.around.status.value == said["stopped"]
    panel["support.level"] = "standard"
    assert panel.around.status.value.startswith(said["final"]) and panel.around.words.value
    go_on.set()
    assert panel.wait(60)
    panel["support.level"] = "strong"
    assert panel.wait(60) and panel.around.status.value.startswith(said["final"])


def test_what_fails_is_no_longer_called_calculating(panel: Panel, monkeypatch: pytest.MonkeyPatch):
    def fails(*_: Any) -> None:
        raise RuntimeError("the engine stumbled")

    monkeypatch.setattr(asking_module, "live_part", fails)
    panel["support.level"] = "strong"
    assert panel.wait(60) and panel.around.status.value == words()["whatif"]["stopped"]
    assert "the engine stumbled" in panel.around.notice.value


def test_what_carries_the_result_and_anything_by_name_can_be_moved(panel: Panel):
    assert set(rests(panel.answer).paths[:5]) <= set(panel.knobs)
    panel.add("bonding.circle")
    panel["bonding.circle"] = 20
    assert panel.changes == {"bonding.circle": 20}
    with pytest.raises(KeyError, match="no such parameter"):
        panel.add("bonding.circus")


def test_the_amounts_beside_a_curve_are_those_of_the_curve_that_is_there(panel: Panel):
    for events in (6.0, 0.0, 6.0):
        panel["support.events_per_month"] = events
        assert panel.wait(60)
        drawn = [y for trace in panel.curves.widget.data[4:] for y in trace.y]
        places = panel.curves.widget.layout.yaxis2.tickvals
        assert places[0] <= min(drawn) and max(drawn) <= places[-1]
        assert places[1] - places[0] <= max(drawn) - min(drawn), "more than one of them is in the frame"


def test_what_is_set_back_to_what_it_was_is_no_move(panel: Panel):
    events = panel.answer.scenario["support.events_per_month"]
    for set_to, other in ((events + 1, panel.asking.opened()), (events, None)):
        panel["support.events_per_month"] = set_to
        assert panel.wait(60)
        beside = Beside(panel.asking.basis(), panel.asking.opened())
        assert beside.other(panel.answer) is other
    assert panel.changes


def test_no_tick_leaves_it_unknown_or_as_the_level_says(panel: Panel):
    panel["helping.fear"] = 5.0
    panel["helping.fear"] = None
    assert panel.changes == {} and panel.knobs["helping.fear"].slider.value == 30
    panel["support.level"] = "strong"
    assert panel.changes == {"support.level": "strong"}
    assert panel.knobs["support.events_per_month"].slider.value == 3
    panel["run.weeks"] = None  # the scenario's own line
    assert panel.changes == {"support.level": "strong", "run.weeks": None}
    assert panel.knobs["run.weeks"].slider.value == "260"


def test_a_fault_stands_at_its_control_and_the_last_good_curve_stays(panel: Panel):
    panel["helping.fear"] = 10.0
    assert panel.wait(60)
    answer = panel.answer
    panel["helping.fear"] = 200.0
    assert "200 is not possible: 0 … 100" in panel.knobs["helping.fear"]._fault.value
    assert "The scenario cannot be lived like this" in panel.around.notice.value
    assert panel.wait(60) and panel.answer is answer and panel.changes == {"helping.fear": 10.0}
    panel.add("run.today").slider.value = "soon"
    assert "soon is no number; type digits only, such as 0.1 or 7,000,000" in panel.knobs["run.today"]._fault.value
    panel["run.today"], panel["helping.fear"] = 20, 20.0
    assert panel.wait(60) and not panel.knobs["helping.fear"]._fault.value
    assert panel.answer.changes == {"helping.fear": 20.0, "run.today": 20}


def test_a_number_is_read_as_it_is_typed_in_europe_and_what_may_be_two_is_asked(panel: Panel):
    hosts = panel.knobs["support.host_fte_per_1000"]
    hosts.typed.value = "0,1"
    assert hosts.value == 0.1 and hosts.typed.value == "0.1" and not hosts._fault.value
    wage = panel.knobs["prices.wage_per_hour"]
    wage.typed.value = "1,500"
    assert "1,500 can mean two things; type 1500 or 1.5" in wage._fault.value and wage.typed.value == "1,500"
    assert "prices.wage_per_hour" not in panel.changes
    panel.speak("ja")
    assert "二通りに読めます" in wage._fault.value and wage.typed.value == "1,500"
    wage.typed.value = "\N{FULLWIDTH DIGIT FIVE}000"
    assert panel.changes["prices.wage_per_hour"] == 5000 and not wage._fault.value
    hosts.typed.value = "a tenth"
    assert "a tenth は数値として読めません" in hosts._fault.value
    hosts.tick.value = False
    assert not hosts._fault.value and hosts.typed.value == "0.2"
    share = panel.knobs["support.structured_events"]
    share.typed.value = "12,5 %"
    assert share.value == 0.125 and share.typed.value == "12.5"


@pytest.mark.parametrize(
    "text", ["", "nan", "inf", "1,2,3", "1.2.3", "1,23.456,7", "--1", "1,2345,678", "12,34.5", "1 M"]
)
def test_what_is_no_number_is_none(text: str):
    with pytest.raises(UnreadableError, match="no_number"):
        read(text)


def test_what_is_not_possible_is_refused_and_what_is_not_plausible_is_remarked_on(panel: Panel):
    fear = panel.knobs["helping.fear"] if "helping.fear" in panel.knobs else panel.add("helping.fear")
    assert fear.control.plausible and fear.control.plausible[1] < 95
    low, high = (f"{end:g}" for end in fear.control.plausible)
    fear.typed.value = "95"
    assert panel.changes == {"helping.fear": 95} and panel.wait(60)
    assert f"outside what the sources hold plausible: {low} … {high}" in fear._fault.value
    panel.speak("ja")
    assert f"出典が妥当とする範囲の外です: {low} 〜 {high}" in fear._fault.value
    panel.speak("en")
    fear.typed.value = "101"
    assert "101 is not possible: 0 … 100" in fear._fault.value and panel.changes == {"helping.fear": 95}
    assert fear.slider.max <= 100 and fear.typed.value == "101"
    fear.typed.value = low
    assert not fear._fault.value
    circle = panel.add("bonding.circle")
    circle.typed.value = "20.5"
    assert "20.5 is no whole number" in circle._fault.value
    silos = panel.add("company.silos")
    silos.slider.value = "0"
    assert "0 is not possible: " in silos._fault.value


def test_every_parameter_can_be_typed_as_it_is(panel: Panel):
    for path in askable():
        knob = panel.add(path)
        assert not knob.wrong() and (not knob.control.is_number or knob.control.can_be(knob._at)), path
        if knob.typed:
            assert read(knob.typed.value) == pytest.approx(percent(knob._at, knob.control.unit)), path


def test_a_slider_that_falls_onto_its_nearest_step_was_not_moved(panel: Panel):
    knob = panel.knobs["support.host_fte_per_1000"]
    knob.slider.value = 0.2025  # a browser's nearest step to 0.2
    assert knob.value is None and panel.changes == {}
    panel["support.host_fte_per_1000"] = 0.31
    knob.slider.value = 0.3075
    assert panel.changes == {"support.host_fte_per_1000": 0.31}


def test_a_basis_keeps_what_is_shown_beside_whatever_comes(panel: Panel):
    panel["support.level"] = "strong"
    assert panel.wait(60)
    panel.make_basis()
    panel["prices.event"] = 0.0
    assert panel.wait(60)
    basis = panel.asking.basis()
    assert basis and basis.changes == {"support.level": "strong"}
    assert f"<td>+{ek.say(panel.answer.less(basis).mean)} (" in panel.around.numbers.value


def test_with_a_basis_the_sentence_keeps_naming_what_was_changed_and_there_is_a_way_back(panel: Panel):
    hosts = "Hosts for every 1,000 people invited 0.2 → 0.1 full-time hosts per 1,000 employees in weeks 26 to 39 only"
    assert panel.around.make_basis.disabled and panel.around.reset_basis.disabled
    panel.when.value, panel["support.host_fte_per_1000"] = (26, 40), 0.1
    assert panel.wait(60) and not panel.around.make_basis.disabled
    numbers = panel.around.numbers.value
    panel.around.make_basis.click()
    told, less = panel.around.words.value, panel.answer.less(panel.asking.opened())
    assert f"This plan is the basis of comparison now. It includes: {hosts}." in told and "As it stands" not in told
    assert "Against the plan as opened, this changes the full NPV" in told
    assert f"by +{ek.say(less.mean, 'JPY')} on average" in told
    # nothing else is compared than before, and it is said which of the two is the basis
    assert panel.around.numbers.value == numbers.replace(">this plan<", ">this plan = basis<")
    assert ">this plan = basis<" in panel.around.numbers.value and panel.around.make_basis.disabled
    assert [curve.name for curve in panel.curves.widget.data[2:4]] == [
        "this plan = basis: 5–95 %",
        "this plan = basis: mean",
    ]
    panel["helping.fear"] = 5.0
    assert panel.wait(60)
    told, numbers = panel.around.words.value, panel.around.numbers.value
    assert "Knowing that “How far willingness" in told and f"The basis of comparison itself includes: {hosts}." in told
    assert panel.curves.widget.data[0].name == "basis: mean" and panel.curves.widget.data[3].name == "this plan: mean"
    assert ">basis<" in numbers and ek.say(panel.asking.basis().npv().mean, "JPY") in numbers
    panel.speak("ja")
    assert "比較の基準そのものに含まれる変更: " in panel.around.words.value
    panel.speak("en")
    panel.around.reset_basis.click()
    assert panel.around.reset_basis.disabled and panel.asking.basis() is panel.asking.opened()
    assert "Moving these 2 settings" in panel.around.words.value and "basis" not in panel.around.words.value
    assert ">plan as opened<" in panel.around.numbers.value


def test_a_page_is_asked_nothing_before_somebody_sees_it(tiny: ek.Scenario):
    page = page_of(tiny, "en", 4, 20, script="http://127.0.0.1/curve.js")
    assert page.wait(60) and page.answer is None and page.around.status.value == "calculating"
    page.around.naming.is_seen = True
    assert page.wait(60) and page.answer.stage == "final" and page.around.status.value.startswith("final")


def test_in_a_kernel_no_widget_is_made_beside_what_the_kernel_does(tiny: ek.Scenario):
    """A page that opens asks for all widgets while the first answers come."""

    async def opened() -> tuple[int, set[str]]:
        panel, made = ek.whatif(tiny, few=4, replicates=20), set[str]()
        before = len(panel.knobs)
        with pytest.MonkeyPatch.context() as patched:
            begin = knobs.slider
            patched.setattr(knobs, "slider", lambda *given: made.add(current_thread().name) or begin(*given))
            while not panel._boxes["carries"].children or len(panel.knobs) == before:
                await asyncio.sleep(0.01)
        return len(panel.knobs) - before, made

    new, made = asyncio.run(asyncio.wait_for(opened(), 60))
    assert new and made == {current_thread().name}


def test_the_curves_have_no_tools_as_one_of_these_would_send_them_to_a_cloud(panel: Panel):
    assert panel.curves.widget._config["displayModeBar"] is False


def test_a_saved_scenario_is_called_in_its_language():
    ours = ek.Scenario.load(SCENARIOS / "it-company-2000.toml")
    name = titled(ours, {"support.events_per_month": 4.0}, "ja").name
    assert name.startswith(Tongue("ja").named(ours.name)) and ours.name not in name


def test_a_difference_is_drawn_on_a_scale_of_its_own_once_there_is_one(panel: Panel):
    drawn = panel.curves.widget
    assert not drawn.layout.yaxis2.visible and not any(len(trace.y) for trace in drawn.data[4:])
    assert drawn.layout.annotations[1].text.startswith("Move something")
    panel["support.level"] = "strong"
    assert panel.wait(60) and drawn.layout.yaxis2.visible
    less = panel.answer.less(panel.asking.opened())
    ends = [trace.y[-1] for trace in drawn.data[4:]]
    assert ends == pytest.approx([less.p05, less.p95, less.mean]) and {trace.yaxis for trace in drawn.data[4:]} == {
        "y2"
    }
    told = drawn.layout.annotations[1].text
    assert told.endswith(f"{ek.say(abs(less.mean), 'JPY')} less on average") and less.mean < 0
    assert "mean, and 5–95 % as a band" in told
    # whatever is drawn lies between the first and the last number beside it
    for axis, traces in ((drawn.layout.yaxis, drawn.data[:4]), (drawn.layout.yaxis2, drawn.data[4:])):
        low, high = axis.autorangeoptions.include
        assert (low, high) == (axis.tickvals[0], axis.tickvals[-1])
        assert low <= min(min(trace.y) for trace in traces) and max(max(trace.y) for trace in traces) <= high
    # what nothing is left to compare with is taken away again
    panel["support.level"] = "standard"
    assert panel.wait(60) and not drawn.layout.yaxis2.visible and not len(drawn.data[0].y)
    assert not drawn.data[0].showlegend


def test_weeks_that_are_chosen_say_that_they_hold_for_what_is_moved_then(panel: Panel):
    for language in LANGUAGES:
        panel.speak(language)
        told = words(language)["whatif"]["in_these"]
        panel.when.value = panel.when.choices[0]
        assert f'visibility:hidden">{told}<' in panel.when._hint.value
        panel.when.value = (26, 40)
        assert f'visibility:visible">{told}<' in panel.when._hint.value


def test_the_numbers_have_the_same_rows_and_columns_before_and_after_a_move(panel: Panel):
    def shape() -> list[int]:
        return [row.count("<td>") + row.count("<th") for row in panel.around.numbers.value.split("<tr>")[1:]]

    before = shape()
    panel["support.level"] = "strong"
    assert panel.wait(60) and shape() == before and set(before) == {4}


def test_the_mark_of_the_base_lies_above_the_ends_of_a_slider(panel: Panel):
    told = panel.knobs["support.events_per_month"]._marks.value
    assert "font-size:12px" in told and re.search(r'position:absolute;top:-[^"]+">▴', told)


def test_a_saved_scenario_gives_the_same_numbers_and_no_file_is_overwritten(panel: Panel, tmp_path: Path):
    panel["support.level"], panel["helping.fear"] = "strong", 7.0
    assert panel.wait(60)
    path = panel.save(tmp_path / "mine")
    run = ek.simulate(ek.Scenario.load(path), replicates=20, progress=False, worlds=["level", "none"])
    assert ek.Scenario.load(path).name.startswith("A tiny company: Support level standard → strong, ")
    assert path.name == "mine.toml" and run.ledger_hash == panel.answer.run.ledger_hash
    with pytest.raises(FileExistsError):
        panel.save(path)


def test_the_button_saves_beside_the_scenario_and_nowhere_else(tmp_path: Path):
    panel = ek.whatif(ek.Scenario.from_toml(TINY, tmp_path), few=2, replicates=4)
    for name in ("", "../mine", str(tmp_path / "mine"), ".profile", "mine.sh"):
        panel._save(name)
        assert "plain name" in panel.around.told.value and not list(tmp_path.iterdir())
    panel._save("mine")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.toml"]
    assert ek.Scenario.load(tmp_path / "mine.toml").name == "A tiny company: a copy"
    panel._save("mine.toml")
    assert "is there already" in panel.around.told.value


def test_what_a_button_did_is_said_until_the_next_move_and_what_it_gave_until_it_is_closed(panel: Panel):
    assert panel.wait(60) and panel.around.over.layout.display == "none"
    panel.around.code.click()
    assert panel.around.over.layout.display == "" and panel.around.text.value == panel.code()
    panel.around.shut.click()
    assert panel.around.over.layout.display == "none" and not panel.around.text.value
    # what is only said lies over nothing
    panel._save("../mine")
    assert words()["whatif"]["plain"] in panel.around.told.value and panel.around.over.layout.display == "none"
    panel.around.code.click()
    panel["prices.event"] = 0.0
    assert not panel.around.told.value and panel.around.over.layout.display == "none"
    panel._save("../mine")
    panel.around.switch.value = "ja"
    assert not panel.around.told.value and panel.around.shut.description == "閉じる"


def test_a_move_is_taken_back_and_everything_at_once(panel: Panel):
    undo, back = panel.around.undo, panel.around.back
    assert undo.disabled and back.disabled
    panel["support.level"] = "strong"
    for fear in (5.0, 10.0, 15.0):  # a slider that is dragged
        panel["helping.fear"] = fear
    panel.when.value = (26, 40)
    panel["run.weeks"] = 52
    assert not undo.disabled and not back.disabled
    undo.click()
    assert panel["run.weeks"] == 60 and panel.when.value == (26, 40)
    undo.click()
    assert panel.when.value == panel.when.widget.value == (0, 60)
    undo.click()
    assert panel["helping.fear"] is None and panel.changes == {"support.level": "strong"}
    panel.knobs["support.host_fte_per_1000"].typed.value = "a tenth"
    assert panel.knobs["support.host_fte_per_1000"]._fault.value
    undo.click()
    assert not panel.knobs["support.host_fte_per_1000"]._fault.value and panel["support.level"] == "strong"
    undo.click()
    assert panel["support.level"] == "standard" and panel.changes == {} and undo.disabled and back.disabled
    panel["support.level"], panel["helping.fear"], panel.when.value = "strong", 5.0, (26, 40)
    back.click()
    assert panel.changes == {} and panel.when.value == (0, 60) and panel["helping.fear"] is None
    assert back.disabled and not undo.disabled and panel.wait(60)
    assert not moves(panel.answer, panel.asking.opened())
    undo.click()
    assert panel["support.level"] == "strong" and panel["helping.fear"] == 5.0 and panel.when.value == (26, 40)


def test_a_number_is_read_with_its_unit_and_by_myriads(panel: Panel):
    for path, text, value in (
        ("support.host_fte_per_1000", "0.1人", 0.1),
        ("support.host_fte_per_1000", "1,000人あたり0.3人", 0.3),
        ("support.host_fte_per_1000", "0.4 full-time hosts", 0.4),
        ("support.events_per_month", "月3回", 3),
        ("support.events_per_month", "2 events per month", 2),
        ("support.structured_events", "12 %", 0.12),
        ("prices.event", "700万", 7e6),
        ("prices.event", "1.5億円", 1.5e8),
        ("prices.event", "５万円", 5e4),
        ("prices.event", "4 500 JPY", 4500),
    ):
        knob = panel.add(path)
        knob.typed.value = text
        assert knob.value == value and not knob._unread, text
    # the unit of something else is none
    for path, text in (("support.events_per_month", "3人"), ("prices.event", "700時間"), ("prices.event", "万")):
        panel.knobs[path].typed.value = text
        assert panel.knobs[path]._unread, text


@pytest.mark.parametrize("path", askable())
def test_every_number_is_read_as_it_is_said(path: str):
    scenario = ek.Scenario.from_toml(TINY)
    here = control(scenario, path)
    if here.is_number:
        for language in LANGUAGES:
            said = Tongue(language, scenario.currency).quantity(7, here.unit)
            assert read(said, units(here.unit, scenario.currency)) == pytest.approx(percent(7, here.unit)), said


def test_a_lever_beyond_what_any_level_has_is_remarked_on(panel: Panel):
    events = panel.knobs["support.events_per_month"]
    most = max(of_levels("support.events_per_month", panel.asking.scenario).values())
    for language in LANGUAGES:
        panel.speak(language)
        events.value = most
        assert not events._fault.value
        events.value = most + 1
        assert words(language)["whatif"]["beyond_levels"].partition(":")[0] in events._fault.value
    assert panel.changes == {"support.events_per_month": most + 1}


def test_stopping_leaves_the_answer_as_far_as_it_has_come(tiny: ek.Scenario):
    panel = ek.whatif(tiny, few=2, replicates=10_000)
    while panel.answer is None:
        time.sleep(0.01)
    panel.stop()
    assert panel.wait(60) and panel.around.status.value.startswith("stopped") and panel.answer.stage != "final"


def test_the_switch_says_everything_in_another_language_and_leaves_what_is_set(panel: Panel):
    panel["support.events_per_month"], panel.ledger.value = 4.0, "cash"
    assert panel.wait(60)
    panel.around.switch.value = "ja"
    assert (
        panel.around.status.value.startswith("確定") and panel.around.make_basis.description == "これを比較の基準にする"
    )
    assert panel.knobs["support.level"]._label.value.endswith(">支援レベル</div>")
    assert panel.curves.widget.data[3].name == "この計画: 平均"
    assert panel.curves.widget.layout.xaxis.ticktext[0] == "1か月目"
    assert panel.ledger.value == "cash" and panel.changes == {"support.events_per_month": 4.0}


def test_levers_are_set_in_the_weeks_that_are_chosen_and_nothing_else_is(tiny: ek.Scenario):
    panel = ek.whatif(tiny, few=2, replicates=4)
    assert panel.when.choices == [(0, 60), (0, 52), (52, 60)]
    panel["support.events_per_month"], panel["helping.fear"] = 3.0, 5.0
    panel.when.value = (0, 52)
    assert panel.changes == {
        "support.events_per_month": 3.0,
        "support.events_per_month @ 52": 1.0,
        "helping.fear": 5.0,
    }
    assert panel.wait(60)
    nobody_paying = panel.asking.lived["none"]
    panel.when.widget.value = (52, 60)
    assert panel.changes == {"support.events_per_month @ 52": 3.0, "helping.fear": 5.0}
    assert panel.wait(60) and panel.answer.changes == panel.changes
    assert panel.asking.lived["none"] == nobody_paying
    panel.when.value = (26, 40)
    panel.speak("ja")
    assert panel.when.widget.label == "第26〜39週だけ" and panel.when.value == (26, 40)
    with pytest.raises(ValueError, match="weeks 40 to 80: the scenario has weeks 0 to 60"):
        panel.when.value = (40, 80)


def test_with_a_level_in_some_weeks_the_rows_show_what_holds_in_them(tiny: ek.Scenario):
    panel = ek.whatif(tiny.replace({"support.host_fte_per_1000": 0.3}), few=2, replicates=4)
    events, hosts = (panel.knobs[f"support.{name}"] for name in ("events_per_month", "host_fte_per_1000"))
    panel.when.value = (20, 40)
    assert 'hidden">otherwise 1 event per month<' in events._shown.value
    panel["support.level"] = "strong"
    assert events.slider.value == 3 and not events.tick.value
    assert 'visible">otherwise 1 event per month<' in events._shown.value
    assert 'visible">otherwise standard<' in panel.knobs["support.level"]._shown.value
    # what the scenario sets beside its level holds as before
    assert hosts.value == 0.3 and 'hidden">otherwise 0.3 full-time hosts' in hosts._shown.value
    asked = changed(panel.asking.scenario, panel.changes)
    held = {week: [in_week(asked, week)[f"support.{name}"] for name in LEVERS] for week in (0, 20, 40)}
    assert held == {0: [1, 0.3], 20: [3, 0.3], 40: [1, 0.3]}
    assert panel.wait(60) and "Moving “Support level” from standard to strong" in panel.around.words.value
    panel.speak("ja")
    assert "それ以外は 月1回" in events._shown.value
    panel.when.value = (0, 60)
    assert events.slider.value == 3 and "それ以外" not in events._shown.value


def test_where_a_scenario_changes_support_itself_levers_are_set_throughout(tiny: ek.Scenario):
    panel = ek.whatif(tiny.later(20, {"support.host_fte": 1}), few=2, replicates=4)
    assert panel.when.choices == [(0, 60)] and panel.when.row not in panel._boxes["levers"].children


def test_what_is_a_spread_never_becomes_one_number_on_the_way(tiny: ek.Scenario):
    spread = {"low": 1, "base": 2, "high": 3}
    panel = ek.whatif(tiny.replace({"support.events_per_month": spread}), few=2, replicates=4)
    panel.when.value = (20, 40)
    panel["support.level"] = "strong"
    events = panel.knobs["support.events_per_month"]
    assert not panel.changes and "is a spread, and a change takes one number" in events._fault.value
    panel.speak("ja")
    panel._ask()
    assert "幅のある値" in events._fault.value
    # a lever of its own would have to be set back to what nobody knows as well; from then on it may be known
    panel["support.level"], panel["support.events_per_month"] = "standard", 3.0
    assert not panel.changes and "幅のある値" in events._fault.value
    panel.when.value = (20, 60)
    assert panel.changes == {"support.events_per_month @ 20": 3.0} and not events._fault.value
    panel.when.value = (0, 60)
    panel["support.level"], panel["support.events_per_month"] = "strong", None
    assert panel.changes["support.level"] == "strong" and not events._fault.value


def test_half_a_host_in_some_weeks_is_saved_and_written_as_a_change(panel: Panel, tmp_path: Path):
    panel.when.value = (26, 40)
    panel["support.host_fte_per_1000"] = 0.1
    assert panel.wait(60)
    text = panel.save(tmp_path / "halved").read_text(encoding="utf-8")
    told = "Hosts for every 1,000 people invited 0.2 → 0.1 full-time hosts per 1,000 employees in weeks 26 to 39 only"
    assert f'name = "A tiny company: {told}"' in text
    assert "week = 26\nsupport.host_fte_per_1000 = 0.1" in text
    assert "week = 40\nsupport.host_fte_per_1000 = 0.2" in text
    assert "scenario = scenario.later(26, {'support.host_fte_per_1000': 0.1})" in panel.code()


def test_a_first_look_is_not_held_beside_a_final_one(asking: Asking):
    opened = final(asking, {})
    first, *_, last = asking.ask({"support.level": "strong"})
    for answer, is_final in ((first, False), (last, True)):
        shown = numbers(answer, Beside(opened, opened), "full")
        assert (
            (words("en")["whatif"]["not_yet"] not in shown) == (ek.say(opened.npv().mean, "JPY") in shown) == is_final
        )


def test_what_lies_between_two_curves_is_the_difference_that_is_told(asking: Asking):
    basis = final(asking, {})
    first, *_ = asking.ask({"support.level": "strong"})
    assert first.replicates < basis.replicates
    ends = [one.curve("full", first.replicates)["mean"].iloc[-1] for one in (first, basis)]
    assert ends[0] - ends[1] == pytest.approx(first.less(basis).mean)
    assert basis.curve("full")["mean"].iloc[-1] == pytest.approx(basis.npv().mean) != pytest.approx(ends[1])


def test_copied_code_gives_the_same_numbers(panel: Panel):
    panel["support.level"], panel["prices.event"] = "strong", 1000.0
    assert panel.wait(60)
    names: dict[str, Any] = {}
    exec(panel.code().replace("simulate(", "simulate(progress=False, scenario="), names)
    assert names["run"].ledger_hash == panel.answer.run.ledger_hash
    assert names["run"].statement()["none"].full.npv == panel.answer.npv()


def test_the_panel_speaks_japanese_wherever_it_speaks_english(tiny: ek.Scenario):
    english, japanese = words("en")["whatif"], words("ja")["whatif"]
    alike = {key for key in english if english[key] == japanese[key]}
    assert not alike
    assert set(levers()) <= set(words("ja")["parameter"])
    panel = ek.whatif(tiny, language="ja", few=2, replicates=4)
    assert panel.wait(60) and panel.around.status.value.startswith("確定")
    assert panel.knobs["support.level"].name == "支援レベル"


def test_every_hint_says_which_is_which(panel: Panel):
    hints = {path: panel.add(path).hint() for path in ("support.platform", "helping.fear", "prices.hour_price")}
    assert "(lever)" in hints["support.platform"] and "a choice" in hints["support.platform"]
    assert (
        "plausible: 0 … 100 %, as the levels have it (none 0, grassroots 0, standard 50, strong 100)"
        in (hints["support.platform"])
    )
    assert "(what people do)" in hints["helping.fear"] and "B, survey" in hints["helping.fear"]
    assert (
        "(price)" in hints["prices.hour_price"]
        and "plausible: 20 … 100, middle ▴ 50 % of" in hints["prices.hour_price"]
    )


def test_every_lever_says_how_far_it_plausibly_goes_its_unit_its_grade_and_its_source(panel: Panel):
    assert "plausible: 0 … 0.09 full-time hosts, as the levels have it" in panel.knobs["support.host_fte"].hint()
    assert "so it has no grade: direction: TheCR" in panel.knobs["support.sponsorship"].hint()
    assert "one of none, grassroots, standard, strong" in panel.knobs["support.level"].hint()
    for path in levers()[1:]:
        told = panel.knobs[path].hint()
        assert "plausible: 0 … " in told and "a choice of the company" in told, path
        assert Tongue().measure(panel.knobs[path].control.unit) in told, path


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_drawn_only_when_somebody_opens_it(panel: Panel, name: str):
    assert not any(frame.value for frame in panel.pictures.frames.values())
    panel.pictures.widget.selected_index = PICTURES.index(name)
    panel.pictures.draw()
    drawn = {of: frame.value for of, frame in panel.pictures.frames.items() if frame.value}
    assert set(drawn) == {name}
    if name == "story":
        # so small a company has none
        assert "Nobody who met" in drawn[name]
    else:
        assert "<svg" in drawn[name] and 'aria-label="' in drawn[name]


def test_the_one_year_trap_counts_in_the_panel_as_in_a_run_with_all_its_worlds(tiny: ek.Scenario):
    """Against support that stops after the year, in whichever order the worlds were lived."""
    panel = ek.whatif(tiny.replace({"run.weeks": 110}), few=4, replicates=20)
    panel["prices.improvement"] = 30e6
    assert panel.wait(60)
    panel.pictures.widget.selected_index = PICTURES.index("one_year")
    panel.pictures.draw()
    run = ek.simulate(panel.answer.scenario, replicates=20, progress=False)
    there = cells(run.statement())
    here = cells(panel.asking.stopped(panel.answer, lambda: True).statement())
    assert here.equals(there) and set(here["against"]) == {"stopped"}
    assert not here.equals(cells(panel.answer.run.statement()))
    drawn = panel.pictures.frames["one_year"].value
    assert html("one_year", run, "en") == drawn and "all 20 futures" in drawn
    lived = dict(panel.asking.lived)
    panel.speak("ja")
    panel.pictures.draw()
    assert dict(panel.asking.lived) == lived
    assert panel.asking.stopped(panel.answer, lambda: False) is None


def test_the_picture_of_two_worlds_has_its_numbers_beneath_it_as_the_others_have():
    scenario = ek.Scenario.from_toml("company.employees = 400\nrun.weeks = 130\nsupport.level = 'strong'")
    run = ek.simulate(scenario, replicates=20, progress=False)
    for language in LANGUAGES:
        shown, number = html("story", run, language), words(language)["stories"]["number"]["met"]
        alt = re.search(r'aria-label="([^"]+)"', shown)[1]
        assert alt not in shown.partition("<details>")[0].partition("</svg>")[2]
        assert number in shown.partition("<details>")[2]


def test_an_open_picture_follows_the_final_answer_and_the_language(panel: Panel):
    panel.pictures.widget.selected_index = PICTURES.index("ladder")
    panel.pictures.draw()
    before = panel.pictures.frames["ladder"].value
    panel["prices.wage_per_hour"] = 9000.0
    assert panel.wait(60)
    panel.pictures.draw()
    after = panel.pictures.frames["ladder"].value
    assert after != before
    panel.speak("ja")
    panel.pictures.draw()
    assert "この図の数値" in panel.pictures.frames["ladder"].value
    assert panel.pictures.widget.get_title(1) == "1年目の罠"


def test_units_are_in_the_currency_and_the_language_of_the_panel(panel: Panel):
    assert "4,500 JPY per hour" in panel.knobs["prices.wage_per_hour"]._shown.value
    panel.speak("ja")
    assert "4,500 円 / 時間" in panel.knobs["prices.wage_per_hour"]._shown.value
    assert "currency" not in "".join(knob._shown.value for knob in panel.knobs.values())
    assert "employees" not in panel.knobs["support.host_fte_per_1000"]._shown.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slider_has_a_name_of_its_own_that_is_no_path(language: str):
    names = {path: Tongue(language).called(path) for path in askable()}
    assert len(set(names.values())) == len(names)
    for path, name in names.items():
        assert not re.search(r"\w+_\w+|\b[a-z]+\.[a-z]", name) and 2 <= len(name) <= 120, path


def test_one_is_singular_a_share_is_a_percentage_and_a_year_has_no_grouping(panel: Panel):
    said = {
        "support.events_per_month": (1.0, "1 event per month", "月1回"),
        "support.host_fte_per_1000": (0.1, "0.1 full-time hosts per 1,000 employees", "1,000人あたり0.1人"),
        "support.structured_events": (0.25, "25 %", "25 %"),
        "hosting.visibility": (30.0, "30 % of members", "メンバーの 30 %"),
    }
    for path, (value, english, japanese) in said.items():
        panel[path] = value
        for language, told in (("en", english), ("ja", japanese)):
            panel.speak(language)
            assert f">{told}<" in panel.knobs[path]._shown.value
    assert Tongue("en").quantity(2024, "year") == "2024"
    assert ">0</span><span>100</span>" in panel.knobs["support.structured_events"]._marks.value


#: what VS Code's Jupyter extension brings itself or loads from where ipywidgets are installed
RENDERED = {"@jupyter-widgets/controls", "anywidget"}


def test_the_panel_asks_nothing_of_a_notebook_but_ipywidgets_and_anywidget(panel: Panel):
    """VS Code has no JupyterLab around a panel: none of its colours, and no script in what is shown."""
    seen = dict[str, Any]()

    def see(widget: Any) -> None:
        if widget.model_id not in seen:
            seen[widget.model_id] = widget
            for child in getattr(widget, "children", ()):
                see(child)

    see(panel.widget)
    assert len(seen) > 100 and {widget._model_module for widget in seen.values()} == RENDERED
    code = [str(getattr(widget, name, "")) for widget in seen.values() for name in ("value", "_css")]
    code.append(panel.around.naming._esm)
    assert not [text for text in code if re.search(r"<script|var\(--jp-[\w-]+\)|https?://", text)]


def test_another_slider_is_found_by_its_name_or_its_path(panel: Panel):
    panel.around.adding.value = next(x for x in panel.around.adding.options if x.startswith("Ties that one person"))
    panel.around.adding.value = "learning.pace"
    assert {"bonding.circle", "learning.pace"} <= set(panel.knobs) and not panel.around.adding.value


def test_what_is_missing_for_the_panel_is_named(tiny: ek.Scenario, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(import_module("ekkyo.whatif"), "_is_there", lambda name: name != "anywidget")
    with pytest.raises(ImportError, match=r"needs anywidget: pip install 'ekkyo\[notebook\]'"):
        ek.whatif(tiny)


def test_a_japanese_panel_shows_no_english_units_and_goes_back(panel: Panel):
    for path in askable():
        panel.add(path)
    english = {path: knob._shown.value for path, knob in panel.knobs.items()}
    panel.speak("ja")
    for path, knob in panel.knobs.items():
        shown = re.sub(r"<[^>]*>", "", knob._shown.value)
        assert not latin(shown) - TYPED, path
        # the first line names the parameter, the last its source
        assert not {word for line in knob.hint().splitlines()[1:-1] for word in latin(line)} - TYPED, path
    panel.speak("en")
    assert {path: knob._shown.value for path, knob in panel.knobs.items()} == english


PLAIN = ek.Scenario.from_toml("company.employees = 60")


SLID = ["company.silo_strength", "helping.hours_alone", *levers(), *prices(99)]
STEPPED = [path for path in SLID if control(PLAIN, path).is_slider and control(PLAIN, path).form != "count"]


@pytest.mark.parametrize("path", STEPPED)
def test_no_browser_moves_a_slider_that_nobody_touched(path: str):
    """A browser puts a slider onto the nearest of its steps, counted from its low end: half a step away at most."""
    moved: list[int] = []
    knob = Knob(control(PLAIN, path), PLAIN, "en", lambda: moved.append(1))
    at, step = knob.slider.value, knob.slider.step
    for fallen in (-0.5, 0.5):
        there = at * 10 ** (fallen * step) if knob.control.is_log else at + fallen * step
        knob.slider.value = min(max(there, knob.control.least), knob.control.most)
    assert not moved and knob.value is None
