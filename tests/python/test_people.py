"""What single people carry beside ideas is told with its other world, and never only what looks good."""

from dataclasses import replace
from html import escape, unescape
from pathlib import Path

import ekkyo as ek
import numpy as np
import pytest
from ekkyo import _engine
from ekkyo.printing import together
from ekkyo.reliving import COLUMNS, chosen, middle
from ekkyo.report import html
from ekkyo.stories import KINDS, Stories
from ekkyo.tables import column_names
from ekkyo.words import LANGUAGES, words
from test_japanese import latin

PEOPLE = KINDS[1:]

#: friends hold and certificates move so many that there are all kinds of stories
RESTLESS = """
name = "A restless company"
[company]
employees = 400
silos = 5
[run]
weeks = 156
[support]
level = "strong"
[staffing]
turnover = 40
[staying]
friends = 60
certificate = 80
[recalling]
fit = 1
[learning]
pace = 20
reach = 50
carried = 50
[recruiting]
referrals = 2
hired = 30
[joining]
discovery = 5
[meeting]
attendance = 40
[certifying]
group_attempts = 20
"""


@pytest.fixture(scope="module")
def run() -> ek.Run:
    return ek.simulate(ek.Scenario.from_toml(RESTLESS), replicates=5, progress=False)


@pytest.fixture(scope="module")
def told(run: ek.Run) -> Stories:
    return run.stories(4, of="all")


def line(run: ek.Run, replicate: int, *names: str) -> float:
    """What lines of money come to in a replicate, discounted, against the world without a community."""
    lines = [one["name"] for one in _engine.money_lines]
    drawn = run.statement()["twin"].drawn
    return float(drawn[[lines.index(name) for name in names], run.lived.replicates.index(replicate)].sum())


def test_all_of_a_kind_come_to_what_the_ledger_says(run: ek.Run, told: Stories):
    answers, found, favours, lessons, carried, _, referrals, stays = (told.lives[kind] for kind in PEOPLE)
    assert answers.replicate == found.replicate and found.value > 0
    assert answers.value + found.value == pytest.approx(line(run, answers.replicate, "answers"))
    assert lessons.value == pytest.approx(line(run, lessons.replicate, "learning"))
    assert carried.value == pytest.approx(line(run, carried.replicate, "carried"))
    assert referrals.value == pytest.approx(line(run, referrals.replicate, "recruiting"))
    assert favours.value == pytest.approx(line(run, favours.replicate, "goodwill"))
    both = line(run, stays.replicate, "replacement_cash", "replacement_time")
    assert stays.value == pytest.approx(both)
    assert all(life.gained > 4 for life in told.lives.values())


def test_the_life_told_is_the_one_in_the_middle(run: ek.Run, told: Stories):
    for kind in PEOPLE:
        of_each = run.lived.more("level", "twin", column_names().index(COLUMNS[kind])).sum(axis=1)
        mine = of_each[run.lived.replicates.index(told.lives[kind].replicate)]
        assert mine == np.median(of_each)
        assert middle(run.lived, "level", kind) == told.lives[kind].replicate


def test_an_answer_carries_its_chain_and_what_the_problem_takes_without(told: Stories):
    answers = told.of("answers")
    assert len(answers) == 5
    for story in answers:
        assert isinstance(story, ek.Help) and story.here.solved == "community" and story.here.posted
        assert story.joined <= story.week and story.other is not None and story.other.number != story.one.number
        assert story.saved == story.without.hours - story.here.hours
        assert story.asking > 0 and story.answering > 0
        assert story.one.here.start <= story.week < story.one.here.until
    values = [story.value for story in answers][:4]
    assert values == sorted(values, reverse=True) and values[-1] > 0
    assert answers[-1].saved < answers[-1].asking + answers[-1].answering, "one that was not worth it"


def test_where_nobody_quits_certificates_come_to_what_the_ledger_says():
    # both worlds then have the same people, and the same exams anyway
    scenario = ek.Scenario.from_toml(RESTLESS).replace({"staffing.turnover": 0})
    run = ek.simulate(scenario, replicates=3, progress=False)
    told = run.stories(2, of="certificates")
    life = told.lives["certificates"]
    assert life.value == pytest.approx(line(run, life.replicate, "certificates"), rel=1e-6)
    assert life.gained > 4 and life.lost > 4


def test_whoever_finds_or_has_learned_it_asks_nobody(told: Stories):
    for kind, solved in (("found", {"archive", "reading"}), ("lessons", {"oneself"}), ("carried", {"team"})):
        for story in told.of(kind):
            assert isinstance(story, ek.Help) and story.here.solved in solved and story.here.hours == 0
            assert story.saved == story.without.hours > 0 and story.value > 0 and story.answering == 0
            assert (story.joined is None) == (kind == "carried") == (story.other is not None)


def test_a_lesson_tells_who_showed_it_and_when(told: Stories):
    for story in (*told.of("lessons"), *told.of("carried")):
        learned, pupil = story.learned, story.other or story.one
        assert learned is not None and learned.times + learned.events > 0
        assert (learned.times > 0) == (learned.last is not None)
        if learned.last is not None:
            assert learned.last < story.week and learned.teacher.number != pupil.number
    assert any(story.learned.teacher for story in told.of("lessons"))


def test_an_exam_is_told_with_what_it_cost_and_one_that_was_failed(told: Stories):
    *passed, failed = told.of("certificates")
    assert len(passed) == 4
    for exam in passed:
        assert isinstance(exam, ek.Exam) and exam.passed and exam.value > 0
        assert exam.joined <= exam.week and (exam.cost > 0) == exam.besides == (exam.hours > 0)
    assert failed.besides and not failed.passed and failed.value == -failed.cost < 0
    assert told.lives["certificates"].lost > 0


def test_a_referral_is_by_a_member_of_a_quarter_at_most_before(told: Stories):
    for referral in told.of("referrals"):
        assert isinstance(referral, ek.Referral) and referral.joined <= referral.recommended
        assert 0 <= referral.week - referral.recommended < 13 and referral.hires >= 1
        assert (referral.other is not None) == (referral.hires == 1)
        assert referral.other is None or referral.other.came == referral.week
    assert [one.week for one in told.of("referrals")] == sorted(one.week for one in told.of("referrals"))


def test_an_hour_has_the_price_of_an_hour_at_its_week(run: ek.Run, told: Stories):
    story = told.of("answers")[0]
    place = run.lived.replicates.index(story.replicate)
    taken = [float(x) for x in run.lived.taken_at(run.scenario)[place]]
    prices = _engine.unit_prices(run.scenario.engine, taken)
    assert story.value == pytest.approx(story.saved * prices["hour"] * prices["today"][story.week], rel=1e-4)


def test_a_friend_who_does_a_favour_was_met_before(told: Stories):
    *helped, lost = told.of("favours")
    for story in helped:
        assert story.here.solved == "friend" and story.here.asked and story.saved > 0
        assert story.met <= story.week and story.occasion in words("en")["stories"]["met"]
    assert lost.value < 0 or lost.asking > 0


def test_whoever_stays_leaves_sooner_without_and_the_reverse_is_told_too(told: Stories):
    *stayed, went = told.of("stays")
    assert len(stayed) == 4
    for story in stayed:
        assert story.left_without is not None and (story.left is None or story.left > story.left_without)
        assert story.value > 0 and story.one.in_the_twin.until == story.left_without
        assert story.joined is None or story.joined <= story.week
        assert story.friends == 0 or story.met <= story.week
    assert went.value < 0 and (went.left_without is None or went.left < went.left_without)
    assert went.certified or went.resting


def test_new_prices_are_told_of_the_same_lives(run: ek.Run, told: Stories):
    dearer = run.reprice({"prices.wage_per_hour": 9000, "prices.hour_price": 100}).stories(4, of=PEOPLE)
    assert [dearer.lives[kind].replicate for kind in PEOPLE] == [told.lives[kind].replicate for kind in PEOPLE]
    assert dearer.of("answers")[0].value > told.of("answers")[0].value
    free = run.reprice({"prices.hour_price": 0, "prices.certificate": 0}).stories(2, of="all")
    assert not any(len(free.of(kind)) for kind in ("answers", "found", "lessons", "carried"))
    assert len(free.of("stays")) == 3 and not any(exam.passed for exam in free.of("certificates"))
    dear = run.reprice({"prices.hire": 0.6e6, "prices.referral_bonus": 0.7e6}).stories(2, of="referrals")
    assert len(dear) == 1 and dear[0].value < 0 and "costs more than these channels" in dear.text().replace("\n", " ")


def test_what_brings_most_and_what_costs_most_are_chosen():
    value = np.array([3.0, -1.0, 5.0, 1.0, -4.0])
    assert chosen(value, value, 2) == [2, 0, 4]
    assert chosen(value, np.maximum(value, 0), 9) == [2, 0, 3]
    assert chosen(np.array([]), np.array([]), 2) == []


def test_a_kind_is_asked_for_by_name(run: ek.Run, told: Stories):
    assert {one.of for one in run.stories(2)} <= {"ideas"} and run.stories(2).kinds == ("ideas",)
    assert run.stories(4, of="stays").text() == told.of("stays").text()
    assert told.kinds == KINDS and told[1:3].kinds == KINDS
    with pytest.raises(ek.RequestError, match="of = 'hires': stories are of ideas, answers, found"):
        run.stories(of="hires")
    frame = told.frame()
    assert list(frame["of"]) == [one.of for one in told] and frame["value"].notna().all()


def test_there_is_nothing_to_tell_without_a_community(run: ek.Run):
    told = run.stories(world="twin", of=PEOPLE)
    assert len(told) == 0 and told.frame().empty
    assert "No answers to tell of" in told.text() and "the same people leave" in " ".join(told.text().split())


def test_stories_of_people_do_not_depend_on_threads_nor_on_the_twin_being_kept(run: ek.Run, told: Stories):
    assert run.stories(4, threads=1, of="all").text() == run.stories(4, threads=2, of="all").text() == told.text()
    alone = ek.simulate(ek.Scenario.from_toml(RESTLESS), replicates=5, progress=False, worlds=["level", "none"])
    assert alone.stories(4, of="answers").text() == told.of("answers").text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_people_can_be_told(told: Stories, language: str):
    said = words(language)["stories"]
    text = told.text(language)
    assert "{" not in text and "".join(text.split()).count("".join(said["rule_of_people"].split())) == 1
    for one in told:
        assert "".join(one.text(language).split()) in "".join(text.split())
        assert (
            escape(one.text(language))
            in Stories(told, told.scenario, told.world, 5, language, KINDS, told.lives)._repr_html_()
        )
    help, stay = told.of("answers")[0], told.of("stays")[0]
    assert ek.say(help.value, "JPY", language) in help.text(language) and str(help.week) in help.text(language)
    assert ek.say(stay.value, "JPY", language) in stay.text(language)
    if language == "ja":
        assert not latin(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_turn_of_a_story_is_missing(told: Stories, language: str):
    help, stay = told.of("favours")[0], told.of("stays")[0]
    for solved in ("nobody", "stranger"):
        for asked, posted in ((True, False), (False, True), (False, False)):
            here = help.here._replace(solved=solved, asked=asked, posted=posted)
            assert "{" not in replace(help, here=here, saved=-1.0, occasion=None).text(language)
    answer = told.of("answers")[0]
    asked_before = replace(answer, here=answer.here._replace(requests=1.5)).text(language)
    straight = replace(answer, here=answer.here._replace(requests=0.0)).text(language)
    assert ek.say(1.5) in asked_before and len(asked_before) > len(straight)
    for solved in ("nobody", "stranger", "colleague"):
        for requests in (0.0, 2.0):
            without = help.without._replace(solved=solved, requests=requests)
            assert "{" not in replace(help, without=without).text(language)
    texts = {
        replace(stay, value=value, left=left, left_without=without, certified=certified, resting=True).text(language)
        for value, left, without in ((1e6, None, 9), (1e6, 20, 9), (-1e6, 9, None), (-1e6, 9, 20))
        for certified in (True, False)
    }
    assert len(texts) == 6 and not any("{" in text for text in texts)
    for one in (*told.of("lessons"), *told.of("carried")):
        for times, events in ((0, 0), (0, 1), (1, 0), (1, 1), (5, 3)):
            for occasion in ("answer", "favour"):
                learned = one.learned._replace(times=times, events=events, occasion=occasion)
                assert "{" not in replace(one, learned=learned, carries=0.5).text(language)
    found = told.of("found")[0]
    assert (
        len({replace(found, here=found.here._replace(solved=by)).text(language) for by in ("archive", "reading")}) == 2
    )
    exam, referral = told.of("certificates")[0], told.of("referrals")[0]
    exams = [(True, True, 1.0), (True, True, 1e9), (True, False, 9.0), (False, True, 0.0)]
    said = {replace(exam, besides=b, passed=p, cost=c).text(language) for b, p, c in exams}
    gone = replace(
        exam, besides=False, cost=0.0, one=exam.one._replace(in_the_twin=exam.one.in_the_twin._replace(until=0))
    )
    assert {exam.twin, gone.twin} <= {"never", "failed", "absent"} and gone.twin == "absent"
    said.add(gone.text(language))
    assert len(said) == 5 and not any("{" in text for text in said)
    said = {
        replace(referral, other=other, same=same, hires_without=hires).text(language)
        for other, same, hires in ((exam.one, True, 1), (exam.one, False, 0), (None, False, 2))
    }
    assert len(said) == 3 and not any("{" in text for text in said)
    assert "{" not in replace(stay, joined=None, other=None, occasion=None, friends=0).text(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_tells_of_people_too_and_adds_nothing_up(run: ek.Run, language: str):
    page, said = unescape(html(run, language)), words(language)["stories"]
    for kind in PEOPLE:
        assert f"<h3>{said['of'][kind]}</h3>" in page
        for one in run.stories(1, language, of=kind):
            assert together(one.text(language)) in page
    assert page.count(said["rule_of_people"]) == 1


def test_of_a_real_register_people_are_told_by_no_more_than_the_silo(tmp_path: Path):
    rows = [f"p{i},{('Sales', 'Works', 'Lab')[i % 3]},{f'p{i % 3}' if i > 2 else ''},2020-01-01," for i in range(240)]
    (tmp_path / "people.csv").write_text("person,silo,manager,hired,left\n" + "\n".join(rows) + "\n", encoding="utf-8")
    file = tmp_path / "real.toml"
    file.write_text(RESTLESS.replace("employees = 400\nsilos = 5", 'people = "people.csv"'), encoding="utf-8")
    told = ek.simulate(ek.Scenario.load(file), replicates=3, progress=False).stories(3, of=PEOPLE)
    people = [person for one in told for person in (one.one, getattr(one, "other", None)) if person]
    assert people and all(person.number is None and person.came is None for person in people)
    assert "no. " not in told.text() and "somebody of" in told.text()
    assert "社員" in told.text("ja") and "の社員1" not in told.text("ja")


def test_a_question_in_vain_is_told_as_no_favour():
    scenario = ek.Scenario.from_toml("""
        company.employees = 300
        run.weeks = 130
        support.level = "strong"
        helping.expertise = 5
        helping.reluctance = 0
    """)
    run = ek.simulate(scenario, replicates=4, progress=False)
    told = list(run.stories(3, of="favours"))
    assert all(story.saved != 0 for story in told), "what nobody answered takes as long as without a community"
