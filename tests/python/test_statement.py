import json
import math
import re
from types import SimpleNamespace

import ekkyo as ek
import numpy as np
import pandas as pd
import pytest
from conftest import SMALL
from ekkyo.accounts import payback, signs
from ekkyo.amounts import return_on, say, say_share, two_digits
from ekkyo.carrying import (
    AMONG_SUSPECTED,
    SURE,
    ahead,
    ordered,
    rank_correlation,
    replicates_to_tell,
    resampled,
    shares,
    stands_out,
    suspected,
)
from ekkyo.courses import change_of, on_the_way
from ekkyo.matrix import KINDS, count_of
from ekkyo.printing import together
from ekkyo.ranking import order_of
from ekkyo.report import carried_of, html
from ekkyo.stages import welfare
from ekkyo.tables import column_names
from ekkyo.tongue import Tongue
from ekkyo.words import LANGUAGES, words
from markupsafe import escape

BASELINES = ("none", "twin", "stopped")


def every_book(statement):
    for account in statement.accounts.values():
        yield from (account.cash, account.full, account.cash_runoff, account.full_runoff)


def test_every_baseline_is_there(statement):
    assert statement.baselines == BASELINES


def test_sums_add_up_line_by_line(statement):
    side = ek.money_lines().set_index("name")["side"]
    for book in every_book(statement):
        for total in ("cost", "value"):
            walked = sum(line.mean for name, line in book.lines.items() if side[name] == total)
            assert getattr(book, total).mean == pytest.approx(walked, abs=1e-6)
        assert book.npv.mean == pytest.approx(book.value.mean - book.cost.mean, abs=1e-6)


def test_no_hour_is_in_the_cash_ledger(run):
    cheap, dear = (run.statement({"prices.hour_price": price})["none"] for price in (10, 100))
    assert cheap.cash == dear.cash
    assert cheap.full != dear.full


def test_every_line_stands_in_the_full_ledger_once(statement):
    for account in statement.accounts.values():
        assert list(account.full.lines) == list(ek.money_lines()["name"])
        assert set(account.cash.lines) < set(account.full.lines)
    assert np.abs(signs("full")).sum() == len(ek.money_lines())


def test_the_matrix_carries_all_value_and_each_line_once(statement):
    matrix = statement.matrix()
    assert len(matrix) == 21
    lines = ek.money_lines()
    assert sorted(matrix["lines"].explode().dropna()) == sorted(lines.query("side == 'value'")["name"])
    assert matrix["mean"].sum() == pytest.approx(statement["none"].full.value.mean)
    cells = statement.cells()
    assert len(cells) == 4
    assert sum(len(cell["items"]) for cell in cells.values()) == 21
    silent = matrix[(matrix["lines"].str.len() == 0) & (matrix["counts"].str.len() == 0)]
    assert silent["treatment"].isin(["not monetised"]).all()


def test_a_level_is_worth_what_its_parts_are_worth(statement, run):
    none = ek.Statement(run.scenario, run.lived, "none", ["twin"])
    for ledger in ("cash", "full"):
        whole = statement["twin"].npv(ledger, drawn=False)
        parts = statement["none"].npv(ledger, drawn=False) + none["twin"].npv(ledger, drawn=False)
        assert np.allclose(whole, parts, atol=1e-3)


def test_prices_change_without_a_new_run_and_move_no_ledger(run):
    before = run.ledger_hash
    dear = run.reprice({"prices.wage_per_hour": 9000, "prices.discount": 0})
    assert dear.ledger_hash == before == ek.simulate(dear.scenario, replicates=20, progress=False).ledger_hash
    assert dear.statement()["none"].full != run.statement()["none"].full


def test_no_price_moves_the_ledger(run, small):
    for row in ek.parameters().query("kind == 'price' and form == 'number'").to_dict("records"):
        changed = small.replace({row["name"]: row["high"] if row["high"] == row["high"] else 1})
        again = ek.simulate(changed, replicates=2, progress=False)
        first = run.dataset.isel(replicate=slice(2))
        assert again.dataset.identical(first), row["name"]


@pytest.mark.parametrize(
    "path", ["joining.discovery", "support.level", "run.seed", "company.employees", "nothing.here"]
)
def test_behaviour_is_not_repriced(run, study, path):
    for finished in (run, study):
        with pytest.raises(ek.ScenarioError, match=re.escape(path)):
            finished.reprice({path: 1})


def test_doubling_all_money_doubles_npv_and_leaves_roi(run):
    paths = ("wage_per_hour", "host", "event", "platform", "certificate_fee", "certificate", "hire", "referral_bonus")
    paths += ("project", "improvement", "business")
    once = {f"prices.{path}": run.scenario[f"prices.{path}"] for path in paths}
    one, two = run.statement(once)["none"], run.statement({path: 2 * price for path, price in once.items()})["none"]
    assert two.full.npv.mean == pytest.approx(2 * one.full.npv.mean)
    assert two.full.roi.mean == pytest.approx(one.full.roi.mean)


def test_with_innovation_switched_off_ideas_cost_and_bring_nothing(statement):
    off = statement.without_innovation["none"]
    for name in ("projects", "idea_time", "improvement_cash", "improvement_time", "new_business"):
        assert off.full.lines[name].mean == 0
    kept = [name for name in off.full.lines if name in ("hosts", "answers", "member_time")]
    for name in kept:
        assert off.full.lines[name] == statement["none"].full.lines[name]


def test_run_off_adds_only_what_is_under_way(statement):
    under_way = {"improvement_cash", "improvement_time", "new_business"}
    account = statement["none"]
    for name, line in account.full.lines.items():
        if name not in under_way:
            assert line.mean == pytest.approx(account.full_runoff.lines[name].mean)


def test_the_money_is_back_when_it_stays_back():
    weeks = payback(np.array([[-2.0, 1.0, -1.0, 3.0], [-1.0, -1.0, -1.0, -1.0], [1.0, 1.0, 1.0, 1.0]]))
    assert weeks.tolist() == [3, math.inf, 0]


def test_curves_end_at_the_statement(statement):
    for account in statement.accounts.values():
        for ledger in ("cash", "full"):
            for side, total in (("cost", "cost"), ("value", "value"), ("net", "npv")):
                end = account.cumulative(ledger, side).iloc[-1]
                assert end["mean"] == pytest.approx(getattr(getattr(account, ledger), total).mean)
                assert end["p95"] == pytest.approx(getattr(getattr(account, ledger), total).p95)


def test_roi_is_a_ratio_of_means_and_silent_without_cost():
    cost, value = np.array([1.0, 3.0]), np.array([2.0, 4.0])
    assert return_on(cost, value).mean == pytest.approx((3 - 2) / 2)
    assert math.isnan(return_on(np.zeros(5), np.ones(5)).mean)
    assert math.isnan(return_on(np.full(5, 1e-5), np.ones(5)).mean)


def test_grades_share_what_stands_out(statement):
    carried = statement.what_carries_it()
    assert carried["name"].is_unique
    assert {"behaviour", "price"} <= set(carried["kind"])
    assert carried["correlation"].abs().is_monotonic_decreasing
    found = carried[carried["stands_out"]]
    assert sum(statement.by_grade().values()) == pytest.approx(found["share"].sum()) and found["share"].sum() <= 1.001
    assert carried.loc[~carried["stands_out"], "share"].isna().all() and (found["share"] > 0).all()


def test_noise_has_no_share_of_what_is_explained():
    """Two carry all of it, one twice the other; 200 more carry nothing: shares of what stands out are as without them.

    With noise in the whole they would be 0.4 and 0.2; the standard error of the mean of 200 is below 0.01.
    """
    luck = np.random.default_rng(1)
    drawn = luck.normal(size=(200, 300, 202))
    of = np.sqrt(2) * drawn[..., 0] + drawn[..., 1] + luck.normal(size=(200, 300))
    told = [shares(rank_correlation(x, y), 300)[:2] for x, y in zip(drawn, of, strict=True)]
    assert np.abs(np.mean(told, axis=0) - [2 / 3, 1 / 3]).max() < 0.03


def test_of_many_numbers_that_carry_nothing_seldom_does_one_stand_out_and_one_that_carries_much_does():
    luck = np.random.default_rng(1)
    drawn = luck.normal(size=(400, 100, 150))
    alone, carried = luck.normal(size=(400, 100)), drawn[..., 0] + luck.normal(size=(400, 100))
    by_chance = [stands_out(rank_correlation(x, y), 100).any() for x, y in zip(drawn, alone, strict=True)]
    by_right = [stands_out(rank_correlation(x, y), 100)[0] for x, y in zip(drawn, carried, strict=True)]
    assert 0 < np.mean(by_chance) < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 400) and np.mean(by_right) > 0.99


def test_of_what_is_suspected_one_in_four_is_chance_and_it_finds_more_than_what_stands_out():
    """Ten of 150 carry the result, each too little to stand out surely among 100 draws."""
    luck = np.random.default_rng(1)
    drawn = luck.normal(size=(400, 100, 150))
    of = drawn[..., :10].sum(axis=-1) + luck.normal(size=(400, 100))
    found = np.array([suspected(rank_correlation(x, y), 100) for x, y in zip(drawn, of, strict=True)])
    sure = np.array([stands_out(rank_correlation(x, y), 100) for x, y in zip(drawn, of, strict=True)])
    wrong = found[:, 10:].sum(axis=1) / np.maximum(found.sum(axis=1), 1)
    assert (found >= sure).all() and found[:, :10].mean() > 2 * sure[:, :10].mean() > 0
    assert 0.05 < wrong.mean() < AMONG_SUSPECTED + 3 * wrong.std() / 20


def test_as_many_replicates_as_are_said_to_be_needed_show_the_heaviest_nine_times_in_ten():
    luck, weight = np.random.default_rng(1), 0.4
    needed = int(replicates_to_tell(np.full(150, math.sqrt(weight**2 + 1 / 99)), np.arange(100)))
    drawn = luck.normal(size=(400, needed, 150))
    of = weight * drawn[..., 0] + math.sqrt(1 - weight**2) * luck.normal(size=(400, needed))
    shown = [stands_out(rank_correlation(x, y), needed)[0] for x, y in zip(drawn, of, strict=True)]
    # Spearman's is about a twentieth smaller than the correlation that was drawn
    assert 0.8 < np.mean(shown) < 0.95


def test_what_carries_it_has_an_interval_and_says_where_the_draws_are_too_few(statement: ek.Statement):
    carried = statement.what_carries_it()
    assert (carried["low"] <= carried["high"]).all() and carried["ahead"].between(0, 1).all()
    assert ordered(carried, 6) == 0 and not carried["stands_out"].any(), "ten draws order nothing"
    for language in LANGUAGES:
        tongue = Tongue(language)
        draws = tongue["order"]["shared"].format(draws=10, replicates=statement.replicates)
        needed = replicates_to_tell(carried["correlation"].to_numpy(), statement["none"].draws)
        told = {"draws": draws, "needed": tongue.number(needed)}
        said = tongue["note"]["unsure"].format(against=tongue.against("none"), **told)
        for told in (statement.text(language), statement.brief(language)):
            assert "".join(said.split()) in "".join(told.split())
        assert order_of(statement, tongue, 6) == ""
        for told in (statement.text(language), statement.brief(language)):
            assert not [name for name in carried["name"] if name in told], "so few draws name nothing"


@pytest.fixture(scope="module")
def nobody() -> ek.Run:
    """A company in which nobody is interested: all there is are the prices of what is paid."""
    scenario = ek.Scenario.from_toml(SMALL + "[joining]\ninterested = 0\n")
    return ek.simulate(scenario, replicates=200, progress=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nobody_joins_only_prices_of_what_is_paid_are_said_to_carry_it(nobody: ek.Run, language: str):
    paid, statement = {"prices.host", "prices.event", "prices.platform"}, nobody.statement()
    carried = statement.what_carries_it()
    found = set(carried.loc[carried["stands_out"], "name"])
    assert found and found <= paid
    said, brief = " ".join(statement.text(language).splitlines()), statement.brief(language)
    is_sure, most = ordered(carried, 1) == 1, words(language)["text"]["carried"]
    surest = "".join(most.rpartition("{most}")[0].rpartition("}")[2].split())
    assert (surest in "".join(statement.text(language).split())) == is_sure, "not “most of all” where that is not sure"
    named = {name for name in carried["name"] if re.search(rf"{re.escape(name)}\b", said)}
    assert named == found == {name for name in carried["name"] if name in brief}
    told = carried_of(statement, Tongue(language))
    assert {row["name"] for row in told} == found
    assert sum(statement.by_grade().values()) == pytest.approx(carried.loc[carried["stands_out"], "share"].sum())


def test_what_is_set_on_the_way_to_what_it_was_is_not_told_as_a_change():
    plain = ek.Scenario.from_toml("company.employees = 100\nsupport.level = 'standard'")
    same = plain.later(52, {"support.host_fte_per_1000": plain["support.host_fte_per_1000"]})
    assert on_the_way(same, Tongue("en")) == [] and change_of(same, Tongue("en")) == ""
    assert on_the_way(plain.later(52, {"support.host_fte_per_1000": 0.1}), Tongue("en"))


def test_what_changes_on_the_way_is_said_with_every_line_and_between_levels():
    scenario = ek.Scenario.from_toml(
        "[company]\nemployees = 60\n[run]\nweeks = 60\n[support]\nlevel = 'strong'\n[[change]]\nweek = 52\n"
        "support.events_per_month = 0.5"
    )
    run = ek.simulate(scenario, replicates=2, progress=False)
    study = ek.compare(scenario, ["standard", "strong"], replicates=2, progress=False)
    for language in LANGUAGES:
        changes = "".join(on_the_way(scenario, Tongue(language))[0].split())
        in_all = "".join(words(language)["plain"]["in_all"].split())
        assert changes in "".join(run.text(language).split()) and changes in "".join(run.brief(language).split())
        assert changes + in_all in "".join(study.text(language).split())
        assert in_all not in "".join(run.text(language).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_that_is_not_longer_than_a_year_has_no_look_after_one(language: str):
    def told(weeks: int) -> tuple[str, str]:
        scenario = ek.Scenario.from_toml(f"[company]\nemployees = 60\n[run]\nweeks = {weeks}\n")
        run = ek.simulate(scenario, replicates=2, progress=False)
        return "".join(run.text(language).split()), html(run, language)

    said = words(language)["text"]["one_year"].partition("{against}")[2].partition("{currency}")[0]
    look = "".join(said.split())
    for weeks in (40, 52, 53):
        text, page = told(weeks)
        assert (look in text) == (weeks > 52)
        assert (escape(together(words(language)["note"]["no_look"].format(weeks=weeks))) in page) == (weeks <= 52)


def test_an_interval_covers_the_correlation_as_often_as_it_says_and_draws_come_and_go_together():
    """300 samples of 60: 90 % is met within 0.077 (4.42 sigma) and what a percentile interval of 60 is short of."""
    luck = np.random.default_rng(3)
    x = luck.normal(size=(300, 60, 1))
    y = x[..., 0] + luck.normal(size=(300, 60))
    truth = 6 / np.pi * np.arcsin(np.sqrt(0.5) / 2)  # Spearman's of a normal pair (Pearson 1907)
    ends = [np.quantile(resampled(a, b, np.arange(60)), [0.05, 0.95]) for a, b in zip(x, y, strict=True)]
    assert np.mean([low <= truth <= high for low, high in ends]) == pytest.approx(0.9, abs=0.077 + 0.03)
    alone = resampled(x[0], y[0], np.arange(60))
    twice = resampled(np.repeat(x[0], 2, axis=0), np.repeat(y[0], 2), np.arange(120) // 2)
    assert twice == pytest.approx(alone), "a replicate more of the same draw tells nothing more"


def test_many_draws_order_what_carries_more_and_few_do_not():
    luck = np.random.default_rng(4)

    def first_before_second(draws: int) -> float:
        x = luck.normal(size=(draws, 2))
        y = x @ np.array([1.0, 0.6]) + luck.normal(size=draws)
        return float(ahead(rank_correlation(x, y), resampled(x, y, np.arange(draws)))[0])

    assert first_before_second(1000) > SURE > np.mean([first_before_second(12) for _ in range(20)])


def test_a_price_that_is_set_is_no_longer_unknown(run):
    statement = run.statement({"prices.hour_price": 50})
    assert "prices.hour_price" not in set(statement.what_carries_it()["name"])


def test_every_item_says_what_kind_of_value_it_is_and_an_option_is_counted_without_a_price(statement: ek.Statement):
    items = statement.matrix().set_index("code")
    kinds = ("cash", "capacity freed", "option value", "not monetised", "counted")
    assert all(any(kind in told for kind in kinds) for told in items["treatment"])
    assert all(items["treatment"].str.contains(kind).any() for kind in kinds), "none of them is but a word"
    assert list(items.index[items["treatment"].str.contains("option value")]) == ["O8"]
    left = items.loc["O8", "counts"]
    assert left["bridges"].mean > 0 and left["flexibility"].mean > 0
    assert items.loc["O8", "lines"] == ["goodwill"], "favours that were asked for, and no price for what is left"


def test_every_item_says_its_cell_its_kind_how_well_it_is_known_and_what_it_is_held_against(statement: ek.Statement):
    """In the frame, in JSON and in the text; what kind it is follows from the lines that carry it."""
    frame, cash = statement.matrix().set_index("code"), ek.money_lines().set_index("name")["in_cash"]
    told = {code: (cell, item) for cell, one in statement.cells().items() for code, item in one["items"].items()}
    # without line breaks, as each item may take several
    text = " ".join(statement.text().split())
    assert len(frame) == len(told) == 21
    for code, item in frame.iterrows():
        cell, written = told[code]
        assert cell == item["cell"] and all(written[key] == item[key] for key in ("kind", "grades", "against", "lines"))
        if item["lines"]:
            assert set(item["kind"].split(" and ")) - {"option value"} == {
                "cash" if cash[line] else "capacity freed" for line in item["lines"]
            }, code
        assert set(item["kind"].split(" and ")) <= set(KINDS) and item["against"]
        assert item["lines"] or item["counts"] or item["kind"] == "not monetised"
        assert (item["grades"] == "") == (item["against"] == "not looked at") == (code == "O12")
        known = f"rests on {item['grades']}; " if item["grades"] else ""
        assert f"{item['treatment']}; {known}held against: {item['against']}" in text, code


def test_what_is_counted_is_of_the_kind_of_the_item_that_has_its_money(statement: ek.Statement):
    frame = statement.matrix().set_index("code")
    counted = frame[frame["treatment"].str.contains("its money is in")]
    assert len(counted) > 5 and not counted["lines"].str.len().any()
    for item in counted.itertuples():
        other = frame.loc[item.treatment.split()[-1]]
        assert other["lines"] and other["kind"] == item.kind
    assert frame.loc["O11", "kind"] == "cash and capacity freed" and frame.loc["O10", "kind"] == "not monetised"


def test_what_is_left_of_goodwill_stands_below_its_money(statement: ek.Statement):
    lines = statement.text().splitlines()
    number = next(number for number, line in enumerate(lines) if line.startswith("  O8 "))
    assert re.search(r"\(.* to .*\)$", lines[number]), lines[number]
    assert re.fullmatch(r" {52}\S+ bridges, \S+ flexibility", lines[number + 1]), lines[number + 1]


@pytest.mark.parametrize("baseline", ["none", "twin"])
def test_diversity_is_that_of_the_ties_there_are_and_less_nothing(run: ek.Run, baseline: str):
    """It stands as 0 where there are no ties, which is no lack of diversity."""
    found = run.statement().matrix(baseline).set_index("code").loc["O7", "counts"]["diversity"]
    ties, index = (run.lived.raw["level"]["columns"][column_names().index(name)] for name in ("ties", "diversity"))
    some = ties[:, -1] > 0
    assert found.mean == pytest.approx(index[some, -1].mean())
    assert found.p05 == pytest.approx(np.quantile(index[some, -1], 0.05))
    last = np.where(ties > 0, index, np.nan)[:, -13:]
    last = last[~np.isnan(last).all(axis=1)]
    assert welfare(run.statement(), baseline)["diversity"].mean == pytest.approx(np.nanmean(last, axis=1).mean())


def test_weeks_without_ties_are_left_out_of_diversity(run: ek.Run):
    columns, known = run.lived.raw["level"]["columns"].copy(), column_names()
    ties, index = (columns[known.index(name)] for name in ("ties", "diversity"))
    ties[0, -1] = index[0, -1] = 0
    index[1:, -1], ties[1:, -1] = 50, 1
    worlds = SimpleNamespace(raw={"level": {"columns": columns}})
    assert count_of(worlds, run.statement()["none"], "diversity") == (50, 50, 50, 50)


def test_diversity_of_nobody_is_undefined_and_said_to_be(small: ek.Scenario):
    alone = ek.simulate(small.replace({"joining.interested": 0, "run.weeks": 30}), replicates=2, progress=False)
    for language, said in (("en", "diversity undefined without ties"), ("ja", "定義できない")):
        row = next(line for line in alone.statement().text(language).splitlines() if line.startswith("  O7 "))
        assert said in row
    assert json.dumps(alone.statement().to_dict()["matrix"], allow_nan=False)


def test_one_year_shows_less_than_the_whole(statement):
    seen = statement.one_year()
    assert seen.cash.cost.mean < statement["none"].cash.cost.mean
    for verdict in seen.verdicts.values():
        assert sum(verdict.values()) == pytest.approx(1)
    assert set(seen.verdicts) == {"cash", "full"}


def test_json_is_plain_and_named_by_baseline(run):
    told = run.to_dict()
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    for baseline in BASELINES:
        for ledger in ("cash", "full"):
            for total in ("cost", "value", "npv", "roi"):
                assert set(told["statement"][baseline][ledger][total]) == {"mean", "p05", "p50", "p95"}
    assert {"engine", "seed", "weeks", "replicates", "ledger_hash", "matrix", "clocks", "columns"} <= set(told)
    assert len(told["columns"]["members"]["mean"]) == 104


def test_the_table_has_every_line_of_every_ledger(statement):
    table = statement.table()
    assert isinstance(table, pd.DataFrame) and table.index.is_unique
    npv = table.loc[("none", "full", "horizon", "npv")]
    assert npv["mean"] == statement["none"].full.npv.mean
    assert 0 <= npv["chance"] <= 1


def test_the_text_fits_names_its_baselines_and_hides_no_item(statement):
    text = str(statement)
    assert max(map(len, text.splitlines())) <= 100
    for told in ("nobody paying (none)", "no community being possible (twin)", "support ending early (stopped)"):
        assert told in text
    for code in statement.matrix()["code"]:
        assert f"  {code:<4}" in text
    assert "not monetised" in text


def test_nowhere_are_three_digits(statement, study):
    meant = {"104", "300", "100", "000"}  # weeks, people, and what a share of the whole may be
    for text in (str(statement), str(study)):
        figures = re.findall(r"(?<![\w.,])\d[\d.,]*\d(?![\w])", text)
        long = [f for f in figures if len(f.replace(".", "").replace(",", "").strip("0")) > 2]
        assert [f for f in long if f not in meant] == []


@pytest.mark.parametrize("x", [0.0123, 1.26, 12.6, 126, 1264, 12_640, -999_999, 1_264_000_000, 5e12])
def test_amounts_are_said_to_two_digits(x):
    number = say(x).replace("−", "-").split()
    scale = {"k": 1e3, "M": 1e6, "bn": 1e9}[number[1]] if len(number) > 1 else 1
    assert float(number[0].replace(",", "")) * scale == pytest.approx(two_digits(x))


def test_a_baseline_that_was_not_lived_is_refused(small):
    run = ek.simulate(small, replicates=2, progress=False, worlds=("level", "none"))
    assert run.statement().baselines == ("none",)
    with pytest.raises(ValueError, match="twin"):
        run.statement(baseline="twin")


def test_one_replicate_is_enough_for_a_statement(small):
    text = str(ek.simulate(small, replicates=1, progress=False).statement())
    assert "nan" not in text and "inf" not in text.replace("innovation", "")


def test_an_idea_succeeds_where_its_luck_is_below_the_chance_of_its_kind(small):
    run = ek.simulate(small.replace({"innovating.approved": 1}), replicates=8, progress=False)
    ideas, luck = run.statement().launches(), run.launches["level"]
    assert list(ideas) == ["replicate", "week", "kind", "lag", "matures", "succeeded", "sign"]
    assert len(ideas) == len(luck) > 0
    assert (ideas["lag"] >= 0).all() and set(ideas["kind"]) <= {"improvement", "new business"}
    chances = run.drawn.loc[luck["replicate"], "prices.improvement_success"].to_numpy() / 100
    improvements = ~luck["new_business"].to_numpy()
    assert np.array_equal(ideas["succeeded"][improvements], (luck["success"] < chances)[improvements])
    for chance in (0, 100):
        prices = {"prices.improvement_success": chance, "prices.business_success": chance}
        assert set(run.statement(prices=prices).launches()["succeeded"]) == {chance == 100}


def test_how_sure_an_roi_is_stands_across_the_columns_of_quantiles_and_nowhere_where_there_is_none(run):
    returns = [line for line in run.text("en").splitlines() if line.startswith("ROI, and")]
    book = run.statement()["none"].full
    assert f"90 %: {say_share(book.roi.p05)} to {say_share(book.roi.p95)}" in returns[0]
    assert "nan" not in "".join(returns)
