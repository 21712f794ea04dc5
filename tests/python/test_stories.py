"""A story says how a launched idea came about, and what would have been without the community; both are true."""

import re
from pathlib import Path

import ekkyo as ek
import pytest
from ekkyo import _engine, telling
from ekkyo.retelling import retold, valued
from ekkyo.stories import Stories
from ekkyo.words import LANGUAGES, words
from test_japanese import latin

INVENTIVE = """
name = "An inventive company"
[company]
employees = 300
silos = 5
[run]
weeks = 156
[support]
level = "strong"
[innovating]
approved = 0.5
lag = 6
[bonding]
displacement = 0
"""


@pytest.fixture(scope="module")
def run() -> ek.Run:
    return ek.simulate(ek.Scenario.from_toml(INVENTIVE), replicates=12, progress=False)


@pytest.fixture(scope="module")
def told(run: ek.Run) -> Stories:
    return run.stories(8)


def test_a_story_goes_from_meeting_to_idea_to_value(told: Stories):
    assert len(told) == 8
    for story in told:
        assert story.met <= (story.again or story.met) <= story.idea == story.approved == story.launched
        assert story.idea <= story.matures < story.until
        assert story.occasion in ("event", "answer", "introduction")
        assert story.one.silo != story.other.silo
    values = [story.value for story in told]
    assert values == sorted(values, reverse=True) and min(values) > 0


def test_the_tie_is_alive_when_they_have_the_idea(told: Stories):
    assert all(1 / 8 <= story.warmth <= 1 for story in told)


def test_each_is_a_launched_idea_that_succeeded(run: ek.Run, told: Stories):
    launches = run.statement().launches()
    for story in told:
        mine = launches[(launches["replicate"] == story.replicate) & (launches["week"] == story.idea)]
        assert ((mine["matures"] == story.matures) & mine["succeeded"] & (mine["sign"] == 1)).any()


def test_all_ideas_bring_what_the_statement_says_and_a_story_its_share(run: ek.Run, told: Stories):
    lines = [line["name"] for line in _engine.money_lines]
    ideas = [lines.index(name) for name in ("improvement_cash", "improvement_time", "new_business")]
    account = run.statement()["twin"]
    # nobody loses sight of old colleagues here, so no idea is only had without the community
    assert not (run.launches["level"]["sign"] < 0).any()
    in_the_run, in_all = (valued(run.scenario, run.lived, "level", runoff) for runoff in (False, True))
    assert in_the_run["value"].sum() == pytest.approx(account.drawn[ideas].sum())
    assert in_all["value"].sum() == pytest.approx(account.drawn_runoff[ideas].sum())
    assert told[0].carries == pytest.approx(told[0].value / in_the_run["value"].sum())
    assert told[0].as_valuable == 1


def test_a_story_says_what_an_idea_like_it_brings_on_average(run: ek.Run, told: Stories):
    lines = [line["name"] for line in _engine.money_lines]
    ideas = [lines.index(name) for name in ("improvement_cash", "improvement_time", "new_business")]
    # of all ideas, paid at any time, what they bring on average is what the statement expects without discounting
    undiscounted = run.reprice({"prices.discount": 0})
    usual = _engine.worths(
        undiscounted.scenario.engine, run.lived.raw["level"], run.lived.taken_at(undiscounted.scenario)
    )[:, 4]
    expected = undiscounted.statement()["twin"].expected_runoff[ideas].sum()
    assert usual.sum() == pytest.approx(expected)
    for story in told:
        assert story.usual > 0
        assert ek.say(story.usual, "JPY") in story.text() and "no promise" in story.text()
    assert told[0].usual < told[0].value, "the most valuable idea had more luck than the average"


def test_run_off_counts_only_where_it_is_asked_for(run: ek.Run, told: Stories):
    later = run.stories(3, runoff=True)
    assert later[0].value == later[0].in_all >= told[0].value
    assert "with what comes after" not in later.text()


def test_there_is_no_story_without_a_community(run: ek.Run):
    told = run.stories(world="twin")
    assert len(told) == 0 and "no story to tell" in told.text() and told.frame().empty
    assert len(run.reprice({"prices.innovation": False}).stories()) == 0


def test_stories_do_not_depend_on_threads(run: ek.Run, told: Stories):
    assert run.stories(8, threads=1).text() == run.stories(8, threads=2).text() == told.text()


def test_stories_of_a_kept_run_are_the_same(run: ek.Run, told: Stories, tmp_path: Path):
    run.save(tmp_path / "kept")
    assert ek.load(tmp_path / "kept").stories(8).text() == told.text()


def test_what_another_engine_lived_is_not_told(run: ek.Run):
    columns = run.lived.raw["level"]["columns"]
    before = columns[0, 0, 0]
    columns[0, 0, 0] += 1
    try:
        with pytest.raises(ek.RequestError, match="is not what was kept"):
            retold(run.lived, "level", [0])
    finally:
        columns[0, 0, 0] = before


def test_of_a_study_the_best_level_is_told_and_any_other_that_is_asked_for(study: ek.Study):
    best = max(study.levels[1:], key=lambda level: study.statement(level)["none"].full.npv.mean)
    assert study.stories().world == best
    assert study.stories(world="strong").world == "strong"
    with pytest.raises(ek.RequestError, match="lavish: not lived"):
        study.stories(world="lavish")
    with pytest.raises(ek.RequestError, match="at least one"):
        study.stories(0)


def test_a_sponsored_world_and_a_fork_have_stories_too(run: ek.Run):
    assert run.stories(1, world="level, sponsored")[0].world == "level, sponsored"
    assert "with strong support and a sponsor who may end it" in run.stories(1, world="level, sponsored").text()
    fork = run.fork(100, {"support.level": "none"}, progress=False)
    assert all(story.met <= story.idea for story in fork.stories(3))


@pytest.mark.parametrize("twin_lived", [True, False])
def test_two_who_are_colleagues_anyway_are_said_to_be(twin_lived: bool):
    # fourteen people of two silos, of whom everybody has most others in their old circle at any time
    scenario = ek.Scenario.from_toml(
        "company = {employees = 14, silos = 2, team_size = 1, colleagues = 12, silo_strength = 1}\n"
        'support.level = "strong"\nrun.weeks = 156\ninnovating = {approved = 20, lag = 3}\nstaffing.turnover = 0\n'
        "joining.discovery = 5\nbonding.displacement = 0\n"
    )
    worlds = ["level", "none", *(["twin"] if twin_lived else [])]
    told = ek.simulate(scenario, replicates=30, progress=False, worlds=worlds).stories(20)
    assert len(told) == 20
    kinds = {story.twin for story in told}
    assert "anyway" in kinds and "absent" not in kinds
    for story in told:
        at_the_time = [start for start, until in story.colleagues if start <= story.idea < until]
        assert bool(at_the_time) == (story.twin == "anyway")
        assert ("old colleagues at that time as well" in story.text()) == (story.twin == "anyway")


def test_whoever_left_in_the_twin_is_said_to_have_left():
    scenario = ek.Scenario.from_toml(INVENTIVE + "[staffing]\nturnover = 60\n[staying]\nfriends = 100\n")
    run = ek.simulate(scenario, replicates=12, progress=False)
    gone = [story for story in run.stories(60) if story.absent]
    assert gone
    for story in gone:
        start, until = story.absent.in_the_twin
        assert until <= story.idea
        line = telling.twin(story, "en")
        assert ("never comes" if start == until else f"having left in week {until} ") in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_sentence_can_be_told(told: Stories, language: str):
    said = words(language)["stories"]
    text = told.text(language)
    assert "{" not in text and said["rule"][:10] in text.replace("\n", "")
    facts = telling.facts(told[0], language)
    for part in ("met", "twin"):
        assert all(pattern.format(**facts) for pattern in said[part].values())
    assert str(told[0].met) in text and ek.say(told[0].value, "JPY", language) in text.replace("\n", " ")


def test_a_japanese_story_has_no_english_left(told: Stories):
    assert not latin(told.text("ja"))


def test_html_is_escaped_and_silos_have_their_names():
    silos = "".join(f'[[silo]]\nname = "{name}"\nemployees = 100\n' for name in ("R&D", "<Sales>", "Cloud"))
    scenario = ek.Scenario.from_toml(re.sub(r"\[company\][^\[]*", silos, INVENTIVE))
    told = ek.simulate(scenario, replicates=8, progress=False).stories(6)
    assert {story.one.silo for story in told} <= {"R&D", "<Sales>", "Cloud"}
    html = told._repr_html_()
    assert "<Sales>" not in html and "R&D" not in html and ("&lt;Sales&gt;" in html or "R&amp;D" in html)
    assert told.frame()["silo_of_one"].iloc[0] == told[0].one.silo


def test_of_a_real_register_nobody_is_told_by_more_than_the_silo(tmp_path: Path):
    rows = [f"p{i},{('Sales', 'Works', 'Lab')[i % 3]},{f'p{i % 3}' if i > 2 else ''},2020-01-01," for i in range(240)]
    (tmp_path / "people.csv").write_text("person,silo,manager,hired,left\n" + "\n".join(rows) + "\n", encoding="utf-8")
    file = tmp_path / "real.toml"
    file.write_text(INVENTIVE.replace("employees = 300\nsilos = 5", 'people = "people.csv"'), encoding="utf-8")
    told = ek.simulate(ek.Scenario.load(file), replicates=24, progress=False).stories(4)
    assert len(told) and all(person.number is None and person.came is None for s in told for person in (s.one, s.other))
    assert "no. " not in told.text() and "somebody of" in told.text() and "番と" not in told.text("ja")


def test_weeks_are_told_by_month_and_fiscal_year():
    scenario = ek.Scenario.from_toml('run.start = "2026-12-28"\n')
    assert telling.when(scenario, 0) == "week 0 (December 2026, FY2026 month 9)"
    assert telling.when(scenario, 1, "ja") == "第1週(2027年1月、2026年度10か月目)"
