"""The report explains itself: in one file, in words, in two digits, with its baselines."""

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from itertools import chain
from types import SimpleNamespace
from typing import Any

import ekkyo as ek
import numpy as np
import pytest
from ekkyo import _engine, published
from ekkyo.amending import instead_of, plan_of, uncut_text, uncut_why
from ekkyo.amounts import Amount, say
from ekkyo.carrying import replicates_to_tell
from ekkyo.courses import change_of, on_the_way
from ekkyo.exhibits import exhibits
from ekkyo.frames import own_level, shown_level
from ekkyo.itemizing import how
from ekkyo.judging import judged
from ekkyo.misleading import why
from ekkyo.plainly import (
    answer,
    answered,
    apart,
    best_cut,
    going_on,
    people,
    planned,
    told_apart,
    turning,
    without_change,
)
from ekkyo.printing import together
from ekkyo.ranking import standing_out
from ekkyo.recommending import odds, recommend
from ekkyo.report import SECTIONS, html
from ekkyo.tables import column_names, rows
from ekkyo.tongue import Tongue
from ekkyo.uncut import beside_uncut
from ekkyo.words import LANGUAGES, words
from markupsafe import escape
from test_stories import INVENTIVE


class Outline(HTMLParser):
    """What a browser would fetch, and the headings."""

    def __init__(self):
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.names: list[str] = []
        self.pointers: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.fetched += [v for k, v in attrs if k in ("src", "href") and v and not v.startswith("#")]
        self.names += [v for k, v in attrs if k == "id"]
        self.pointers += [v[1:] for k, v in attrs if k.endswith("href") and v.startswith("#")]
        self.pointers += [name for _, v in attrs for name in re.findall(r"url\(#([^)]+)\)", v or "")]


@cache
def page_of(result: ek.Run | ek.Study, language: str = "en") -> str:
    """The report, written once for all who read it."""
    return html(result, language)


SCENARIO = 'name = "Small"\n[run]\nweeks = 80\n[company]\nemployees = 200\n[support]\nlevel = "strong"\n'


@pytest.fixture(scope="module")
def run() -> ek.Run:
    return ek.simulate(ek.Scenario.from_toml(SCENARIO), replicates=12, progress=False)


@pytest.fixture(scope="module")
def study() -> ek.Study:
    return ek.compare(ek.Scenario.from_toml(SCENARIO), replicates=12, progress=False)


@pytest.mark.parametrize("kind", ["run", "study"])
def test_a_report_stands_alone(kind: str, request: pytest.FixtureRequest):
    page = page_of(request.getfixturevalue(kind))
    seen = Outline()
    seen.feed(page)
    assert not seen.fetched
    assert "script" not in seen.tags
    assert seen.tags.count("h1") == 1
    assert seen.tags.count("figure") == seen.tags.count("figcaption") >= 2
    assert not re.search(r"\bnan\b", page)


def test_a_report_has_all_items_of_the_matrix_and_names_its_baselines(run: ek.Run):
    page = page_of(run)
    for item in run.statement().matrix()["code"]:
        assert f"<td>{item}</td>" in page
    for baseline in ("(none)", "(twin)", "(stopped)"):
        assert baseline in page
    assert "innovation switched off" in page


def test_no_number_for_reading_has_three_digits(run: ek.Run):
    cells = re.findall(r"<td>(−?[\d.,]+)(?: [kM]| bn)</td>", page_of(run))
    assert len(cells) > 20
    for cell in cells:
        assert len(re.sub(r"[^\d]", "", cell).lstrip("0").rstrip("0")) <= 2, cell


def test_every_figure_says_what_it_shows(run: ek.Run):
    page = page_of(run)
    labels = re.findall(r'role="img" aria-label="([^"]+)"', page)
    assert len(labels) == page.count("<figure")
    assert all(re.search(r"\d", label) and "strong" in label for label in labels)
    assert page.count("The numbers behind this figure") == len(labels)


def test_everything_in_a_report_has_a_name_of_its_own(study: ek.Study):
    seen = Outline()
    seen.feed(page_of(study))
    assert len(set(seen.names)) == len(seen.names) > 0
    assert set(seen.pointers) <= set(seen.names)


def test_a_report_is_the_same_each_time(run: ek.Run):
    assert html(run) == page_of(run)


def test_an_alternative_text_tells_the_numbers_of_its_figure(run: ek.Run):
    npv = run.statement()["none"].full.npv
    assert f"{say(npv.mean)} ({say(npv.p05)} to {say(npv.p95)})" in exhibits(run)["investment"]["alt"]


def test_every_header_of_a_table_says_what_it_heads(study: ek.Study):
    assert not re.findall(r"<th(?![^>]*scope=)(?=[ >])[^>]*>", page_of(study))


def test_labels_of_figures_have_at_most_two_digits(study: ek.Study):
    page = page_of(study)
    amounts = re.findall(r"<text[^>]*>(−?[\d.]+) (?:k|M|bn)</text>", page)
    assert len(amounts) > 10
    assert all(len(re.sub(r"\D", "", x).strip("0")) <= 2 for x in amounts)


def test_on_paper_the_numbers_of_all_figures_stand_behind_the_text(run):
    page, paper = page_of(run), html(run, on_paper=True)
    text, annex = paper.split('<section id="numbers">')
    assert '<section id="numbers">' not in page and "<figure" not in annex
    for n in range(1, text.count("<figure>") + 1):
        assert f'Figure {n} (<a href="#numbers-{n}">' in text and f'<h3 id="numbers-{n}">Figure {n}</h3>' in annex
    assert page.count("<table") == paper.count("<table") and annex.count("<table") == text.count("<figure>") > 5


def test_every_word_of_the_template_is_in_the_file_of_words():
    template = files("ekkyo").joinpath("templates/report.html").read_text(encoding="utf-8")
    shown = re.sub(r"<style>.*?</style>|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", "", template, flags=re.DOTALL)
    assert not re.findall(r"[A-Za-z]+", shown)


def test_a_report_names_each_level_and_the_next_cheaper(study: ek.Study):
    page = page_of(study)
    for level in study.levels[1:]:
        assert f"{words()['heading']['statement'].format(level=level)}</h3>" in page
    assert "strong less standard" in page


def test_a_run_without_nobody_paying_is_taken_against_what_there_is():
    run = ek.simulate(ek.Scenario.from_toml(SCENARIO), replicates=3, progress=False, worlds=("level", "twin"))
    page = page_of(run)
    assert "against no community being possible (twin)" in page
    assert "against nobody paying (none)" not in page


@pytest.mark.parametrize("asked", [{"from_today": True}, {"baselines": ["twin"]}, {"baselines": ["stopped"]}])
def test_a_study_against_anything_has_a_report(asked: dict):
    scenario = ek.Scenario.from_toml("company.employees = 100\nrun.weeks = 60\nsupport.level = 'standard'")
    study = ek.compare(scenario, ["none", "strong"], 4, progress=False, **asked)
    page = page_of(study)
    assert page.count("<figure") == page.count('role="img"') >= 6
    assert not re.search(r"\bnan\b", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_tells_stories_draws_each_and_never_adds_them_up(language: str):
    told = ek.simulate(ek.Scenario.from_toml(INVENTIVE), replicates=6, progress=False)
    page, stories = page_of(told, language), told.stories(3, language)
    assert len(stories) == 3
    for number, story in enumerate(stories, 1):
        assert escape(together(story.text(language))) in page and f'id="story-{number}-' in page
        assert f"<td>{ek.say(story.value, 'JPY', language)}</td>" in page
    assert words(language)["stories"]["rule"] in page
    (section,) = (
        part for part in page.split("<h2>") if part.startswith(words(language)["plain"]["section"]["stories"])
    )
    assert ek.say(sum(story.value for story in stories), "JPY", language) not in section


def test_what_cannot_be_lived_once_more_has_a_report_without_stories_and_says_why():
    run = ek.simulate(ek.Scenario.from_toml(INVENTIVE), replicates=6, progress=False)
    run.lived.raw["level"]["columns"][column_names().index("members")] += 1
    page = page_of(run)
    assert (
        "No stories, as what was kept cannot be lived once more: replicate" in page
        and "another version of ekkyo lived it" in page
    )
    assert 'id="story-' not in page and page.count("<figure") >= 6


def test_how_people_fare_is_said_to_be_no_money(run: ek.Run):
    page = page_of(run)
    assert "never turned into money, and in no ledger" in page and "of members" in page


def test_what_a_scenario_changes_on_its_way_stands_on_the_first_screen():
    cut = ek.Scenario.from_toml(
        "name = 'A cut'\ncompany.employees = 60\nrun.weeks = 40\nsupport.level = 'strong'\n"
        "[[change]]\nweek = 20\nsupport.level = 'none'\nhelping.fear = 10"
    )
    run = ek.simulate(cut, replicates=2, progress=False)
    told = re.search('class="subtitle">([^<]*)', page_of(run))
    assert told and told[1].startswith("A cut: 60 employees") and "From week 20 on: " in told[1]
    assert "strong → none" in told[1] and "every level compared" not in told[1]
    assert "手厚い → " in page_of(run, "ja")

    # side by side the change holds for all
    study = ek.compare(cut, ["none", "standard"], replicates=2, progress=False)
    assert "every level compared" in page_of(study)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_says_what_the_approval_request_says(study: ek.Study, language: str):
    ringi = study.ringi(language)
    page, request = page_of(study, language), ringi.html()
    told = answer(study, ringi.level, Tongue(language, "JPY"), cut=own_level(study))
    assert len(told) == 2
    for sentence in filter(None, chain(*told)):
        assert escape(together(sentence)) in page and escape(together(sentence)) in request
    assert page.index(str(escape(together(told[0][0])))) < page.index("<nav")


def test_the_contents_lead_to_every_section_in_the_order_of_the_page(study: ek.Study):
    page = page_of(study)
    contents = page[page.index("<nav") : page.index("</nav>")]
    assert tuple(re.findall(r'href="#([^"]+)"', contents)) == SECTIONS
    assert tuple(re.findall(r'<section id="([^"]+)"><h2>', page)) == SECTIONS


def test_a_mean_that_few_carry_is_told_from_one_that_most_have(study: ek.Study):
    for level in study.levels[1:]:
        ends = odds(study.statement(level))
        expected = sorted(study.statement(level)["none"].npv(drawn=False))
        assert ends.without_few == pytest.approx(sum(expected[:12]) / 12) and ends.without_few <= ends.mean + 1e-6
        assert ends.loses == pytest.approx(float((study.statement(level)["none"].npv() <= 1e-6).mean()))
        assert recommend(study, level, study.statement(level)).verdict == "not_recommended" or ends.mean > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_that_is_cut_is_held_against_the_same_plan_uncut(language: str):
    plain = ek.Scenario.from_toml(SCENARIO)
    cut = ek.simulate(plain.later(30, {"support.level": "none"}), replicates=6, progress=False)
    page, tongue = page_of(cut, language), Tongue(language, "JPY")
    uncut = ek.simulate(plain, replicates=6, progress=False)
    less = cut.statement()["none"].npv(drawn=False).mean() - uncut.statement()["none"].npv(drawn=False).mean()
    beside = beside_uncut(cut).statement()["unchanged"]
    assert beside.full.npv.mean == pytest.approx(less)
    assert together(tongue.amount(abs(less))) in page and tongue.against("unchanged") in page
    assert tongue.against("unchanged") not in page_of(uncut, language)
    assert cut.ledger_hash in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_that_is_cut_is_called_so_and_what_the_cut_saves_is_told(language: str):
    plain, tongue = ek.Scenario.from_toml(SCENARIO), Tongue(language, "JPY")
    cut = ek.simulate(plain.later(30, {"support.level": "none"}), replicates=6, progress=False)
    page = html(cut, language)
    for told in (page, cut.ringi(language).html(), cut.uncut.brief(language)):
        told = "".join(unescape(told).replace("\N{WORD JOINER}", "").split())
        assert "".join(planned("strong", cut.statement(), tongue).split()) in told
        assert all("".join(change.split()) in told for change in on_the_way(cut.scenario, tongue))
    book = cut.uncut.statement()["unchanged"].full
    saved, moved = uncut_why(book, tongue)
    assert tongue.amount(-book.cost.mean) in saved and tongue.amount(abs(book.value.mean)) in moved
    costs = [line for line in _engine.money_lines if line["side"] == "cost"]
    for mean, label in sorted((book.lines[line["name"]].mean, tongue.label(line)) for line in costs)[:2]:
        assert tongue.amount(-mean) in saved and label.rstrip(".") in saved
    # a change that changes nothing has nothing to be told
    same = ek.simulate(plain.later(30, {"support.level": "strong"}), replicates=2, progress=False)
    assert not list(uncut_why(same.uncut.statement()["unchanged"].full, tongue))


def test_a_comparison_tells_a_cut_of_the_level_that_the_scenario_has():
    cut = ek.Scenario.from_toml(SCENARIO).later(30, {"support.events_per_month": 0.2})
    study = ek.compare(cut, ["none", "grassroots", "strong"], 4, progress=False).uncut
    assert (own_level(study), shown_level(study)) == ("strong", "grassroots")
    told = " ".join(study.brief().split())
    assert "than strong support without it" in told and "than grassroots support without it" not in told
    assert "Going on with strong support" in told
    places = [told.index(said) for said in ("Going on", "The scenario runs strong support", "grassroots does best")]
    assert places == sorted(places)
    assert "difference to the same plan without the change" in told
    assert escape(together(best_cut(study, Tongue("ja", "JPY")))) in page_of(study, "ja")
    assert best_cut(ek.compare(cut, ["none", "strong"], 2, progress=False).uncut, Tongue("en")) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_change_going_on_and_starting_are_answered_by_one_rule(language: str):
    said, tongue = words(language)["plain"], Tongue(language, "JPY")
    plain = ek.Scenario.from_toml(SCENARIO).replace({"run.today": 10})
    cut = ek.simulate(plain.later(30, {"support.level": "none"}), replicates=6, progress=False).uncut
    statement = cut.statement()
    more, main = statement["unchanged"].full, statement["none"].full.npv
    uncut, stopped = (instead_of(statement, name).full.npv for name in ("unchanged", "stopped"))
    assert uncut.mean == pytest.approx(main.mean - more.npv.mean)
    left = ek.simulate(plain, replicates=6, progress=False).statement()["none"].full.npv
    assert (uncut.mean, uncut.p50) == pytest.approx((left.mean, left.p50))
    assert stopped.mean == pytest.approx(main.mean - statement["stopped"].full.npv.mean)
    change, going, start = answered(cut, "strong", tongue)
    assert change.startswith(said["change"][judged(more.npv)]) and tongue.amount(more.npv.mean) in change
    assert going.startswith(said["go_on"][judged(statement["stopped"].full_runoff.npv)])
    assert start.startswith(said["starting"].partition("{")[0]) and planned("strong", statement, tongue) in start
    assert judged(main) == judged(uncut) == "no" and not without_change(statement, tongue)
    again = ek.simulate(plain.later(30, {"support.level": "strong"}), replicates=2, progress=False).uncut.statement()
    assert not uncut_text(again, tongue).startswith((said["change"]["yes"], said["change"]["no"])), "nothing is changed"
    # what the company does not decide is told, and not advised
    fate = ek.simulate(plain.later(30, {"helping.fear": 5.0}), replicates=2, progress=False).uncut.statement()
    assert uncut_text(fate, tongue) and not uncut_text(fate, tongue).startswith(tuple(said["change"].values()))
    # without a change whether to start is asked first
    uncut_run = ek.simulate(plain, replicates=2, progress=False)
    assert answer(uncut_run, "strong", tongue)[1] == going_on(uncut_run.statement(), tongue)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_is_called_by_what_it_changes_and_its_weeks_wherever_it_is_named(language: str):
    tongue, half = Tongue(language, "JPY"), {"support.host_fte_per_1000": 0.1}
    plain = ek.Scenario.from_toml("company.employees = 80\nrun.weeks = 110\nsupport.level = 'standard'")
    run = ek.simulate(plain.later(52, half).later(104, {"support.host_fte_per_1000": 0.2}), 2, progress=False).uncut
    change = change_of(run.scenario, tongue)
    named = {
        "en": "halving the hosts' hours in year 2 only (weeks 52 to 103)",
        "ja": "2年目だけ(第52〜103週)専任ホストの時間を半減",
    }
    assert change == named[language]
    for told in (page_of(run, language), run.ringi(language).html(), run.brief(language)):
        assert "".join(change[1:].split()) in "".join(unescape(told).replace("\N{WORD JOINER}", "").split())
    # what is halved in one level is doubled in another that has less
    study = ek.compare(run.scenario, ["none", "grassroots", "standard"], 2, progress=False)
    doubled, halved = (change_of(plan_of(study.statement(level)), tongue) for level in ("grassroots", "standard"))
    assert halved == change and doubled != change


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mean_and_a_middle_of_different_signs_are_explained_where_they_stand(run: ek.Run, language: str):
    tongue, said = Tongue(language, "JPY"), words(language)["plain"]["apart"]
    assert apart([(1e6, -1.0), (2e6, 1.0)], tongue) == said["up"] and apart([(-1e6, 1e6)], tongue) == said["down"]
    assert not apart([(1e6, 1e6), (-1e6, -1e6), (0.0, 0.0)], tongue)
    for prices in ({}, {"prices.host": 0.0, "prices.event": 0.0, "prices.hour_price": 10.0}):
        priced = run.reprice(prices)
        one = priced.statement()["none"]
        books = (one.full, one.cash, one.full_runoff, one.cash_runoff)
        shown = apart(((book.npv.mean, book.npv.p50) for book in books), tongue)
        effects = (
            priced.ringi(language).html().partition(words(language)["ringi"]["effects"])[2].partition("</section>")[0]
        )
        assert (said["up"] in unescape(effects)) == (said["up"] in shown)
        assert (said["up"] in unescape(page_of(priced, language))) >= bool(told_apart([priced.statement()], tongue))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_driver_is_named_first_where_it_stands_out_and_else_how_many_futures_it_takes(run: ek.Run, language: str):
    tongue, statement = Tongue(language, "JPY"), run.statement()
    assert standing_out(statement).empty, "a dozen futures tell nothing"
    told = turning(statement, "strong", tongue)
    needed = replicates_to_tell(statement.what_carries_it()["correlation"].to_numpy(), statement["none"].draws)
    assert needed > run.replicates and tongue.number(needed) in told
    page = page_of(run, language)
    first, rest = page.split("<nav")
    assert together(told) in unescape(first) and not re.search(r"<code class=\"missing\">", rest)


def test_each_heading_stands_over_its_own_picture(study: ek.Study):
    page, said = page_of(study), words()
    ladder = page[page.index('<section id="ladder">') : page.index('<section id="stories">')]
    assert 'id="ladder-' in ladder and 'id="waterfall-' not in ladder
    before = page[: page.index('id="waterfall-')]
    assert before.rindex(f"<h3>{said['heading']['waterfall']}</h3>") > before.rindex("<figure>") - 200
    assert before.rindex("<h3>") == before.index(f"<h3>{said['heading']['waterfall']}</h3>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_column_that_says_nothing_is_left_out(study: ek.Study, language: str):
    column = str(escape(words(language)["plain"]["columns"][-1]))
    with_one = ek.compare(ek.Scenario.from_toml(SCENARIO), ["none", "strong"], 2, progress=False, sponsored=True)
    for of in (study, with_one):
        is_there = any(of.statement(level).sponsored for level in of.levels if level != "none")
        glance = html(of, language).partition('<table class="glance">')[2].partition("</table>")[0]
        assert (column in glance) == is_there and (not is_there or "<td>—</td>" not in glance)
    assert column in glance, "where a sponsor is lived"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_on_a_study_that_is_cut_has_a_section_for_it(language: str, study: ek.Study):
    plain, said = ek.Scenario.from_toml(SCENARIO), words(language)["uncut"]
    cut = ek.compare(plain.later(30, {"support.events_per_month": 0.2}), ["none", "strong"], 4, progress=False)
    page = page_of(cut, language)
    section = page[page.index(f"<h3>{said['heading']}</h3>") :].partition("</table>")[0]
    less = cut.uncut.statement("strong")["unchanged"].full.npv
    assert Tongue(language, "JPY").signed(less.p50) in section and f">{said['columns'][-1]}</th>" in section
    assert said["heading"] not in page_of(study, language)
    cut.__dict__["uncut"] = cut
    assert said["missing"] in html(cut, language)


def pages_with(html: str, *tags: str) -> list[list[str]]:
    """Which boxes of these elements are on each page, in their order."""
    weasyprint = pytest.importorskip("weasyprint")
    pages = weasyprint.HTML(string=html).render().pages
    return [[box.element_tag for box in page._page_box.descendants() if box.element_tag in tags] for page in pages]


def test_on_paper_a_heading_is_on_the_page_of_its_table_and_no_few_rows_stand_alone(run: ek.Run):
    page = html(run, on_paper=True)
    style = "<style>" + page.partition("<style>")[2].partition("</style>")[0] + "</style>"
    (spread,) = re.findall(r'<div class="whole">.*?</div>', page, flags=re.DOTALL)
    spread = spread.replace("</tbody>", "<tr><td>of more levels</td></tr>" * 9 + "</tbody>")
    rows = "<table><thead><tr><th>a</th></tr></thead><tbody>" + "<tr><td>1</td></tr>" * 40 + "</tbody></table>"
    turned = False
    for lines in range(20, 50, 2):
        above = "<p>line</p>" * lines
        whole = pages_with(style + above + spread, "h3", "td")
        assert len([boxes for boxes in whole if boxes]) == 1, "heading and table are on one page"
        # each page has the head as well
        counts = [len(boxes) - 1 for boxes in pages_with(style + above + rows, "tr") if boxes]
        assert sum(counts) == 40 and min(counts) >= 3, counts
        turned = turned or len(counts) > 1
    assert turned, "some tables go over two pages"


def hindsight_of(paths: list[list[float]], left: list[float]) -> Any:
    """A statement of which only the first year and what going on leaves are known: costs, values, NPV."""
    weekly = np.zeros((len(left), 104))
    sides = {"cost": weekly + 1.0, "value": weekly.copy()}
    for replicate, (early, late) in enumerate(paths):
        sides["value"][replicate, :52], sides["value"][replicate, 52:] = early, late
    one = SimpleNamespace(
        weekly=lambda ledger, side="net", drawn=True: sides["value"] - sides["cost"] if side == "net" else sides[side],
        npv=lambda ledger="full", drawn=True, runoff=False: np.array(left),
        baseline="stopped",
    )
    accounts = {"none": one, "stopped": one}
    scenario = ek.Scenario.from_toml("company.employees = 100\nrun.weeks = 104\nrun.today = 52")
    known = SimpleNamespace(scenario=scenario, baselines=("none", "stopped"), main=lambda baseline=None: "none")
    return type("Known", (SimpleNamespace,), {"__getitem__": lambda self, name: accounts[name]})(**vars(known))


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_look_after_a_year_misleads_follows_from_the_numbers(language: str):
    tongue, said = Tongue(language, "JPY"), words(language)["why"]

    def beginning(form: str) -> str:
        return str(said[form]).rpartition("{")[0].rpartition("}")[2]

    up = why(hindsight_of([[0.1, 3.0]] * 40, [-1e6] * 22 + [1e6] * 16 + [9e7] * 2), tongue)
    assert beginning("up") in up and tongue.amount((16e6 - 22e6) / 38) in up and "18" in up and "40" in up
    assert "50 %" in up and "3.2 %" in up and beginning("down") not in up
    down = why(hindsight_of([[-0.1, 3.0]] * 40, [1e6] * 38 + [-9e7] * 2), tongue)
    assert beginning("down") in down and beginning("up") not in down and tongue.amount(1e6) in down
    assert str(said["not_yet"]).rpartition("}")[2] in down
    assert said["even"] in why(hindsight_of([[0.1, 3.0]] * 40, [1e6, 3e6] * 20), tongue)
    assert said["alone"] in why(hindsight_of([[0.1, 3.0]], [1e6]), tongue)
    assert why(hindsight_of([[2.0, 3.0]] * 4, [1.0] * 4), tongue) == "", "nobody is stopped"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_members_do_is_held_against_what_was_published(language: str):
    scenario = ek.Scenario.from_toml(SCENARIO).replace({"run.weeks": 156, "company.employees": 80})
    run = ek.simulate(scenario.replace({"helping.reluctance": 0}), replicates=4, progress=False)
    tongue, statement = Tongue(language), run.statement()
    found = {pattern.name: mean for pattern, mean in published.off(statement)}
    asked = float((run.dataset["questions"].sum("week") * 52 / run.dataset["members"].sum("week")).mean())
    assert found["questions"] == pytest.approx(asked) and asked > 0.2
    assert tongue.number(asked) in published.told(statement, tongue)
    assert together(published.told(statement, tongue)) in page_of(run, language)
    # said first, with what is left if only the value of answers were as much smaller
    first, book = page_of(run, language).partition("<nav")[0], statement["none"].full
    told = published.asked_much(statement, Tongue(language, "JPY"))
    left = book.npv.mean - book.lines["answers"].mean * (1 - 0.13 / asked)
    assert told and together(told) in unescape(first) and Tongue(language, "JPY").amount(left) in told
    assert not published.asked_much(run.reprice({"prices.hour_price": 0.0}).statement(), tongue), "worth nothing"
    short = ek.simulate(scenario.replace({"run.weeks": 60}), replicates=2, progress=False).statement()
    assert not list(published.off(short)) and published.told(short, tongue) == words(language)["published"]["elsewhere"]
    assert all(tongue["pattern"].get(name) for name in published.DONE_BY_MEMBERS) or language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_item_of_the_matrix_says_what_it_is_and_how_well_it_is_known(run: ek.Run, language: str):
    page, tongue = page_of(run, language), Tongue(language, "JPY")
    matrix = run.statement().matrix()
    assert len(matrix) == 21
    for item in matrix.to_dict("records"):
        told = tongue["matrix"]["against"].format(against=tongue.gloss(item["against"]))
        assert tongue.gloss(item["treatment"]) in how(item, tongue) and told in how(item, tongue)
        assert str(escape(how(item, tongue))) in page and (not item["grades"] or item["grades"] in page)


def test_an_assumption_has_a_short_name_in_a_report(run: ek.Run):
    for language, most in (("en", 60), ("ja", 30)):
        tongue = Tongue(language)
        assert not [path for path in rows() if len(tongue.called(path)) > most]
        page = page_of(run, language)
        rests = page[page.index('<section id="rests">') : page.index('<section id="look">')]
        for name in standing_out(run.statement()).head(10)["name"]:
            assert f'<th scope="row" class="left">{escape(tongue.called(name))} <code' in rests, name


def test_each_level_of_a_study_is_held_against_itself_uncut():
    plain = ek.Scenario.from_toml(SCENARIO)
    cut, uncut = (
        ek.compare(scenario, ["none", "standard", "strong"], 6, progress=False)
        for scenario in (plain.later(30, {"support.events_per_month": 0.2}), plain)
    )
    for level in ("standard", "strong"):
        less = cut.statement(level)["none"].npv(drawn=False) - uncut.statement(level)["none"].npv(drawn=False)
        assert cut.uncut.statement(level)["unchanged"].npv(drawn=False) == pytest.approx(less)
        assert abs(less).max() > 0
    assert "unchanged" not in cut.uncut.statement("none").baselines and uncut.uncut is uncut
    today = ek.compare(cut.scenario.replace({"run.today": 20}), ["none", "strong"], 2, progress=False, from_today=True)
    assert "unchanged" in today.uncut.statement("strong").baselines


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_is_said_in_sentences_that_can_be_read(language: str):
    said, end = words(language), {"en": r"[.!?](?= |$)", "ja": "。"}[language]
    for verdict in said["plain"]["verdict"].values():
        assert len(re.findall(end, verdict)) == 1 and re.search(f"(?:{end})$", verdict), verdict
    for line in said["ringi"]["why"]["rule"]:
        for sentence in re.split(end, line):
            assert len(sentence.split()) <= 30 and len(sentence) <= 190, sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_many_members_there_are_at_the_end_is_told_with_the_change_and_without(language: str):
    plain, tongue = ek.Scenario.from_toml(SCENARIO), Tongue(language, "JPY")
    cut = ek.simulate(plain.later(20, {"support.level": "none"}), replicates=4, progress=False).uncut
    told, found = people(cut.statement(), tongue), [cut.lived.raw[name]["columns"] for name in ("level", "unchanged")]
    here, uncut = (columns[column_names().index("members")][:, -1].mean() for columns in found)
    assert here < uncut and tongue.number(here) in told and tongue.number(uncut) in told
    assert people(ek.simulate(plain, replicates=4, progress=False).statement(), tongue) != told


def test_a_change_that_pays_by_the_end_and_not_with_what_comes_after_is_not_settled(monkeypatch: pytest.MonkeyPatch):
    plain, tongue = ek.Scenario.from_toml(SCENARIO), Tongue("en", "JPY")
    cut = ek.simulate(plain.later(20, {"support.level": "none"}), replicates=4, progress=False).uncut.statement()
    said = tongue["plain"]["change"]
    for later, form in ((5.0, "yes"), (-5.0, "open")):
        books = {"full": Amount(5.0, 0.0, 5.0, 9.0), "full_runoff": Amount(later, 0.0, 5.0, 9.0)}
        books = {name: SimpleNamespace(npv=npv, chance=0.5) for name, npv in books.items()}
        monkeypatch.setitem(cut.accounts, "unchanged", SimpleNamespace(**books))
        assert uncut_text(cut, tongue).startswith(said[form])
        missed = tongue["plain"]["missing"]
        told = missed["told"].format(end=missed["yes"], later=missed["open"])
        assert uncut_text(cut, tongue).endswith(told) == (form == "open"), (
            "what a yes takes is told where it is not there"
        )
