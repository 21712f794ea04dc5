"""The approval request fits one page, adds up by fiscal year, and can say no."""

import datetime as dt
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import ekkyo as ek
import numpy as np
import pytest
from ekkyo.exiting import BEYOND, Criterion
from ekkyo.fiscal import HOURS_PER_PERSON_MONTH, by_year, condensed, fiscal_years
from ekkyo.frames import statements_of
from ekkyo.recommending import odds
from ekkyo.ringi import SIZES, YEARS, Ringi
from ekkyo.ringi_page import exit_rows, others, plan
from ekkyo.tongue import Tongue
from ekkyo.words import LANGUAGES, words
from markupsafe import escape
from test_japanese import Text, latin
from test_report import Outline
from test_stories import INVENTIVE

#: prices at which a community costs next to nothing, and at which none pays
RICH = {"prices.host": 0.0, "prices.event": 0.0, "prices.platform": 0.0, "prices.hour_price": 0.0}
RICH |= {"prices.certificate_fee": 0.0, "prices.certificate": 1e6}
POOR = {"prices.host": 30e6, "prices.hour_price": 100.0}


@pytest.fixture(scope="module")
def page(study: ek.Study) -> Ringi:
    return study.ringi(level="standard")


def scenario_of(start: str, weeks: int) -> ek.Scenario:
    return ek.Scenario.from_toml(f'run.start = "{start}"\nrun.weeks = {weeks}\ncompany.employees = 100')


def test_every_week_lies_in_the_fiscal_year_in_which_it_begins():
    for start in ("2026-04-01", "2026-03-31", "2027-01-11", "2028-02-29"):
        years = fiscal_years(scenario_of(start, 260))
        assert [year.start for year in years] == [0, *(year.until for year in years[:-1])]
        assert years[-1].until == 260 and all(year.whole in (52, 53) for year in years)
    assert [year.year for year in fiscal_years(scenario_of("2026-03-31", 3))] == [2025, 2026]


def test_a_year_that_is_not_lived_whole_is_marked():
    first, last = fiscal_years(scenario_of("2026-10-01", 52))
    assert first.is_partial and last.is_partial and first.weeks + last.weeks == 52
    assert not fiscal_years(scenario_of("2026-04-01", 53))[0].is_partial


def test_many_years_are_one_at_the_end():
    years = fiscal_years(scenario_of("2026-04-01", 520))
    few = condensed(years, YEARS)
    assert len(years) == 10 and len(few) == YEARS and few[-1].until == 520
    assert by_year(np.ones(520), few).sum() == by_year(np.ones(520), years).sum() == 520


def test_costs_by_year_add_up_to_the_cost_of_the_plan_without_discount(page: Ringi):
    costs, cash = page.costs(), page.undiscounted["none"].cash
    assert costs["cash"].sum() == pytest.approx(cash.cost.mean)
    assert costs["full"].sum() == pytest.approx(page.undiscounted["none"].full.cost.mean)
    lines = [of for name, of in costs.items() if name in cash.lines]
    assert np.allclose(sum(lines), costs["cash"]) and np.allclose(costs["cash"] + costs["hours"], costs["full"])
    assert costs["cash"].sum() > page.account.cash.cost.mean


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_begins_ahead_of_the_day_on_which_it_is_asked_for(run: ek.Run, language: str):
    start = dt.date.fromisoformat(run.scenario["run.start"])
    early, late = (Ringi(run, "standard", language, on) for on in (start, start + dt.timedelta(days=1)))
    early, late = (replace(page, level=next(iter(statements_of(run)))) for page in (early, late))
    assert early.days()[0] == start and late.days()[0] == start.replace(year=start.year + 1)
    assert late.years[0].year == early.years[0].year + 1 and late.years[-1].until == run.scenario.weeks
    said = words(language)["ringi"]
    assert said["year"].format(year=start.year + 1) in late.html() and str(start.year + 1) in late.html()
    late.__dict__["exit"] = replace(late.exit, least=-1)
    assert exit_rows(late)[0]["day"] in late.html() and said["exit_columns"][1] in late.html()


def test_a_plan_names_only_what_it_has(page: Ringi, study: ek.Study):
    said, few = words()["ringi"]["lever"], study.ringi(level="grassroots")
    for one in (page, few):
        for lever, form in said.items():
            assert (form.partition("{")[0] in plan(one)) == (one.plan()[f"support.{lever}"] > 0)
    assert "1 event in 2 months" in plan(few)


def test_person_months_are_those_of_hosts_and_hours(page: Ringi):
    work, weeks = page.work(), page.result.scenario.weeks
    hosts = page.hosts()[0] * weeks * 7 / 365.25 * 12
    assert work["hosts"].sum() == pytest.approx(hosts) and hosts > 0
    more = page.result.worlds["standard"]["idea_hours"] - page.result.worlds["none"]["idea_hours"]
    study = page.result.worlds["standard"]["study_hours"] - page.result.worlds["none"]["study_hours"]
    hours = float((more + study).sum("week").mean())
    assert work["ideas"].sum() == pytest.approx(hours / HOURS_PER_PERSON_MONTH)
    assert pytest.approx(158.3, abs=0.1) == HOURS_PER_PERSON_MONTH


def test_percentiles_are_those_of_the_replicates(page: Ringi):
    found = page.effects("full")
    assert found["net"].p05 == np.quantile(page.account.npv("full"), 0.05) <= found["net"].p50 <= found["net"].p95
    assert found["runoff"].mean == page.account.npv("full", drawn=False, runoff=True).mean()
    assert page.spent("full").mean == pytest.approx(page.costs()["full"].sum())


def test_one_in_ten_crosses_each_line_and_the_rule_has_four_outcomes(page: Ringi):
    found = page.exit
    assert found.week == 52 and found.against == "stopped"
    assert all(one.crossed.mean() <= BEYOND + 1 / page.result.replicates for one in found.watched)
    assert {*found.criteria, *found.idle} == {*found.watched}
    found = replace(found, least=-1)
    assert len(found.criteria) == len(found.watched) and sum(found.shares.values()) == pytest.approx(1)
    stopped = found.shares["stops_rightly"] + found.shares["stops_wrongly"]
    assert stopped >= max(one.crossed.mean() for one in found.criteria) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_foretells_no_value_is_no_criterion(study: ek.Study, language: str):
    page, said = study.ringi(language, "standard"), words(language)["ringi"]
    page.__dict__["exit"] = replace(page.exit, least=2)
    assert not page.exit.criteria and page.exit.shares["stops_rightly"] == page.exit.shares["stops_wrongly"] == 0
    none = said["exit_none"].partition("{")[0]
    assert none in page.html() and said["exit_columns"][0] not in page.html()
    assert all(said["watched"][one.name] in page.html() for one in page.exit.watched)
    page.__dict__["exit"] = replace(page.exit, least=-1)
    assert said["exit_columns"][0] in page.html() and none not in page.html()


def test_a_criterion_foretells_only_in_the_direction_of_its_line():
    crossed = np.zeros(3, dtype=bool)
    assert Criterion("members", 0.1, "below", 0.5, crossed).foretells(0.3)
    assert not Criterion("members", 0.1, "below", -0.5, crossed).foretells(0.3)
    assert Criterion("spent", 1e6, "above", -0.5, crossed).foretells(0.3)
    assert not Criterion("spent", 1e6, "above", 0.02, crossed).foretells(0.3)


def test_a_plan_that_loses_in_more_than_half_is_no_trial():
    run = ek.simulate(ek.Scenario.from_toml(INVENTIVE), 12, progress=False)
    for price in (0.0, 1e5, 1e6, 3e6, 1e7, 3e7):
        found = run.reprice(RICH | {"prices.host": price}).ringi()
        ends = odds(found.statement)
        assert found.recommendation.verdict == "not_recommended" or (ends.middle > 0 and ends.loses <= 0.5)
        assert found.recommendation.verdict not in ("trial", "recommended") or ends.without_few > 0


def test_the_plan_is_that_of_the_level_that_is_asked_for(page: Ringi, study: ek.Study):
    assert page.plan()["support.level"] == "standard"
    assert study.ringi(level="strong").plan()["support.events_per_month"] > page.plan()["support.events_per_month"]
    own = ek.Scenario.from_toml(
        "company.employees = 100\nrun.weeks = 60\nsupport.level = 'strong'\nsupport.platform = 0"
    )
    compared = ek.compare(own, ["grassroots", "strong", "level"], 2, progress=False)
    assert compared.ringi(level="strong").plan()["support.platform"] > 0
    assert compared.ringi(level="level").plan()["support.platform"] == 0


def test_it_says_no_where_the_numbers_do_and_yes_where_they_do():
    run = ek.simulate(ek.Scenario.from_toml(INVENTIVE), 12, progress=False)
    poor, rich = run.reprice(POOR).ringi(), run.reprice(RICH).ringi()
    assert poor.recommendation.verdict == "not_recommended" and repr(poor).endswith("Not recommended.")
    assert rich.recommendation.verdict == "recommended", rich.recommendation
    assert words()["ringi"]["verdict"]["not_recommended"] in poor.html()
    assert min(rich.account.cash.npv.p50, rich.account.full.npv.p50) > 0 > poor.account.full.npv.p50


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_that_is_cut_stands_beside_the_same_plan_uncut(language: str):
    plain = ek.Scenario.from_toml("company.employees = 100\nrun.weeks = 60\nsupport.level = 'strong'")
    cut = ek.simulate(plain.later(30, {"support.level": "none"}), 4, progress=False)
    rows, said = others(cut.ringi(language)), words(language)["plain"]["plan"]
    asked, uncut, stopped = rows[1:4]
    assert stopped["label"] == words(language)["ringi"]["stopping"].format(week=52)
    tongue = Tongue(language, "JPY")
    changed = said["row_changed"].format(level=tongue.level("strong"))
    assert asked["label"] == words(language)["ringi"]["this"].format(level=changed)
    assert uncut["label"] == said["row_uncut"].format(level=tongue.level("strong"))
    npv = ek.simulate(plain, 4, progress=False).statement()["none"].full.npv
    assert uncut["cells"][1:3] == [tongue.money(npv.mean), tongue.money(npv.p50)]


def test_what_pays_in_hours_alone_is_not_recommended(run: ek.Run):
    dear = run.reprice({"prices.hour_price": 100.0, "prices.innovation": False, "prices.wage_per_hour": 100_000})
    assert dear.ringi().recommendation.verdict != "recommended"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_section_and_stands_alone(study: ek.Study, language: str):
    page, said = study.ringi(language).html(), words(language)["ringi"]
    sections = "subject purpose plan costs work effects premises exit alternatives"
    shared = words(language)["plain"]["section"], words(language)["pictures"]
    for title in [*map(said.get, sections.split()), shared[0]["when"], shared[0]["loss"], shared[1]["one_year"]]:
        assert f">{title}</" in page, title
    assert all(f">{name}</th>" in page for name in said["stamps"])
    seen = Outline()
    seen.feed(page)
    assert not seen.fetched and "script" not in seen.tags and not re.search(r"\b(nan|inf)\b", page)
    assert "158" in page and "1,900" in page
    assert not re.findall(r"<th(?![^>]*scope=)(?=[ >])[^>]*>", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_explains_its_terms_where_they_stand(study: ek.Study, language: str):
    page, said = study.ringi(language).html(), words(language)
    effects = page[page.index(f"<h2>{said['ringi']['effects']}</h2>") :].partition("</section>")[0]
    term = {"en": "With run-off: spending stops", "ja": "「終了後の効果を含む」は"}[language]
    assert said["ringi"]["effect"]["runoff"] in effects and term in effects
    when = page[page.index(f"<h2>{said['plain']['section']['when']}</h2>") :].partition("</section>")[0]
    assert said["clocks"]["signal"] in when and str(escape(said["ringi"]["when_note"])) in when
    discounted = {"en": "discounted", "ja": "割引"}[language]
    for entry in ("costs", "effects_note", "cost_note"):
        assert discounted in said["ringi"][entry]
    assert discounted in said["ringi"]["loss_columns"][0] and discounted in said["ringi"]["other_columns"][0]


def test_a_japanese_page_has_no_english_left(study: ek.Study):
    seen = Text()
    seen.feed(study.ringi("ja").html())
    left = {text: latin(text) - {"of"} for text in seen.found if latin(text)}
    assert not {text for text in left if "small company" not in text and "ekkyo" not in text}


PLANS = {
    "run": lambda s: ek.simulate(s, 4, progress=False),
    "study": lambda s: ek.compare(s, replicates=4, progress=False),
    "from today": lambda s: ek.compare(
        s, ["none", "strong"], 4, progress=False, from_today=True, baselines=["stopped"]
    ),
    "ten years": lambda s: ek.compare(s.replace({"run.weeks": 520}), replicates=2, progress=False),
    "own": lambda s: ek.compare(
        s,
        {
            f"a plan with a rather long name, as people give them: {n}".replace(",", ""): {"support.host_fte": n}
            for n in range(1, 5)
        },
        2,
        progress=False,
    ),
}


@pytest.mark.parametrize("plan", PLANS)
def test_it_is_one_sheet_in_every_language(plan: str, tmp_path: Path):
    weasyprint = pytest.importorskip("weasyprint")
    scenario = ek.Scenario.from_toml("company.employees = 120\nrun.weeks = 80\nsupport.level = 'standard'")
    result = PLANS[plan](scenario)
    for language in LANGUAGES:
        page = result.ringi(language)
        page.write_pdf(tmp_path / "ringi.pdf")
        assert (tmp_path / "ringi.pdf").read_bytes().startswith(b"%PDF-")
        tried = (weasyprint.HTML(string=page.html(size)).render().pages for size in SIZES)
        (sheet,) = next(pages for pages in tried if len(pages) == 1)
        assert (round(sheet.width * 25.4 / 96), round(sheet.height * 25.4 / 96)) == (210, 297)


def test_what_no_letters_fit_is_refused(run: ek.Run, tmp_path: Path):
    pytest.importorskip("weasyprint")
    from ekkyo.printing import write_page

    with pytest.raises(ek.RequestError, match="one page of A4"):
        write_page(["<p style='page-break-after: always'>a</p><p>b</p>"], tmp_path / "two.pdf")
    assert not list(tmp_path.iterdir())


def test_the_command_line_asks_for_a_level(study: ek.Study, tmp_path: Path):
    def ekkyo(*told: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ekkyo.cli", "report", str(tmp_path / "saved"), *map(str, told)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    study.save(tmp_path / "saved")
    done = ekkyo("--ringi", "--level", "strong", "--lang", "ja")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "saved/ringi.ja.html").read_text(encoding="utf-8") == study.ringi("ja", "strong").html()
    assert not (tmp_path / "saved/report.html").exists()
    for told, why in ((("--level", "strong"), "only --ringi"), (("--ringi", "--level", "lavish"), "lavish: not in")):
        refused = ekkyo(*told)
        assert refused.returncode == 2 and why in refused.stderr
