"""The pictures nobody forgets: the one-year trap, and what must be true."""

from __future__ import annotations

import math
import re

import ekkyo as ek
import numpy as np
import pandas as pd
import pytest
from ekkyo import figures_of_decisions, figures_of_hindsight, figures_of_need, figures_of_stories
from ekkyo.amounts import say_share
from ekkyo.courses import change_of, on_the_way
from ekkyo.exhibits import exhibits
from ekkyo.figures import COST, VALUE
from ekkyo.frames import ladder_data, minutes_and_ideas_data, one_year_data, shown_level
from ekkyo.hindsight import CELLS, ONE_YEAR, Hindsight, hindsight
from ekkyo.ladder import COMPARED, RUNGS
from ekkyo.ladder import comes_to as ladder_comes_to
from ekkyo.looking import one_year_told
from ekkyo.misleading import bearing, comes_to, misled, why
from ekkyo.need import Need, need
from ekkyo.report import html
from ekkyo.tongue import Tongue
from ekkyo.words import LANGUAGES, words
from matplotlib.figure import Figure
from matplotlib.text import Text
from test_stories import INVENTIVE


def test_all_four_cells_add_up_to_all_replicates(study: ek.Study):
    for _, part in one_year_data(study).groupby(["level", "ledger"]):
        assert list(part["verdict"]) == list(CELLS)
        assert part["share"].sum() == pytest.approx(1)
        for half in (part[:2], part[2:]):
            assert half["of_verdict"].sum() == pytest.approx(1) or half["share"].sum() == 0


def test_the_picture_and_the_statement_judge_by_the_same_rule(study: ek.Study, run: ek.Run):
    for statement in (run.statement(), study.statement("strong")):
        for ledger, verdicts in statement.one_year().verdicts.items():
            assert hindsight(statement, ledger).shares == verdicts  # type: ignore[arg-type]
        assert statement.to_dict()["one_year"] == {"against": "stopped", **statement.one_year().verdicts}


def test_without_a_world_that_stops_the_truth_is_taken_against_nobody_paying(study: ek.Study):
    alone = ek.Study(study.scenario, study.lived, study.levels).statement("strong")
    alone.baselines = ("none",)
    found = hindsight(alone)
    assert found.against == "none"
    assert np.array_equal(found.pays, alone["none"].npv(runoff=True) > 0)


def test_each_path_ends_where_its_future_is_counted_and_is_drawn_by_its_verdict(run: ek.Run):
    statement = run.statement()
    seen = hindsight(statement)
    assert seen.against == "stopped" and not seen.paths[:, : ONE_YEAR - 1].any(), "the first year is lived either way"
    assert seen.paths[:, -1] == pytest.approx(statement["stopped"].npv())
    assert np.array_equal(seen.ends > 0, seen.pays)
    left, _ = figures_of_hindsight.one_year(run).axes
    drawn = {tuple(line.get_ydata()): line for line in left.lines if len(line.get_ydata()) == run.scenario.weeks + 1}
    lines = {future: drawn[(*seen.paths[future], seen.ends[future])] for future in figures_of_hindsight.chosen(seen)}
    assert len(lines) == len(drawn)
    for future, line in lines.items():
        look = ("-", VALUE) if seen.goes_on[future] else ("--", COST)
        assert (line.get_linestyle(), line.get_color()) == look
    low, high = left.get_ylim()
    ends = {line.get_ydata()[0]: line for line in left.lines if line.get_marker() == "o" and len(line.get_xdata()) == 1}
    for future in lines:
        if low <= seen.ends[future] <= high:
            assert (ends[seen.ends[future]].get_markerfacecolor() != "white") == seen.pays[future]


def looked_back(on: list[bool], ends: list[float]) -> Hindsight:
    """So many verdicts and ends, with paths that run there evenly."""
    goes_on, left = np.array(on), np.array(ends)
    paths = left[:, None] * np.linspace(0, 1, 104)
    return Hindsight("full", "stopped", goes_on, left > 0, paths, left)


def test_the_futures_that_are_drawn_stand_for_all():
    # 180 of 200 are stopped, a third of those would have paid
    seen = looked_back([False] * 180 + [True] * 20, [*np.linspace(-100, 50, 180), *np.linspace(-1, 19, 20)])
    picked = figures_of_hindsight.chosen(seen)
    assert len(picked) == len(set(picked)) == figures_of_hindsight.DRAWN
    stopped = picked[~seen.goes_on[picked]]
    assert len(stopped) == 11 and np.mean(seen.pays[stopped]) == pytest.approx(np.mean(seen.pays[:180]), abs=0.05)
    assert np.median(seen.ends[stopped]) == pytest.approx(np.median(seen.ends[:180]), abs=2)
    # a verdict that one in two hundred has is drawn, and one that nobody has is not
    rare = looked_back([False] * 199 + [True], [1.0] * 200)
    assert np.sum(rare.goes_on[figures_of_hindsight.chosen(rare)]) == 1
    assert len(figures_of_hindsight.chosen(looked_back([True] * 5, [1.0] * 5))) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_counts_all_futures_and_the_sentences_say_the_same(
    run: ek.Run, language: str, monkeypatch: pytest.MonkeyPatch
):
    seen = looked_back([False] * 11 + [True] * 9, [-5.0] * 8 + [7.0] * 3 + [6.0] * 5 + [-4.0] * 4)
    monkeypatch.setattr(figures_of_hindsight, "hindsight", lambda *_: seen)
    _, right = figures_of_hindsight.one_year(run, language=language).axes
    said, texts = words(language)["figure"], [text.get_text() for text in right.texts]
    numbers = {text.get_text(): text.get_position() for text in right.texts if text.get_text().isdigit()}
    assert set(numbers) == {"8", "3", "5", "4"} and right.get_title() == said["of_all"].format(all=20)
    places = {text.get_text(): text.get_position() for text in right.texts}
    for number, row, column in (
        ("5", "looked_good", "better"), ("4", "looked_good", "worse"),
        ("3", "looked_bad", "better"), ("8", "looked_bad", "worse"),
    ):  # fmt: skip
        assert numbers[number][0] == pytest.approx(places[said["stopped"][column]][0])
        assert numbers[number][1] == pytest.approx(places[said[row]][1])
    for sentence in (
        said["stopped"]["stopped"].format(many=11, count=3),
        said["stopped"]["continued"].format(many=9, count=4),
    ):
        assert sentence in "\n".join(texts)
    thick = [patch for patch in right.patches if patch.get_linewidth() > 1]
    assert len(thick) == 2, "the two in which the look was wrong"
    monkeypatch.setattr(figures_of_hindsight, "hindsight", lambda *_: looked_back([False] * 4, [1.0] * 4))
    _, right = figures_of_hindsight.one_year(run, language=language).axes
    assert said["no_continued"] in right.texts[-1].get_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_the_trap_lie_on_others_and_one_far_future_flattens_no_other(
    run: ek.Run, language: str, monkeypatch: pytest.MonkeyPatch
):
    far = looked_back([False] * 200, [*np.linspace(-20, 10, 191), *[1e6] * 9])
    monkeypatch.setattr(figures_of_hindsight, "hindsight", lambda *_: far)
    figure = figures_of_hindsight.one_year(run, language=language)
    left, right = figure.axes
    low, high = left.get_ylim()
    assert high < 20, "the frame is that of the middle nine tenths"
    beyond = [line for line in left.lines if line.get_marker() in ("^", "v") and len(line.get_xdata())]
    assert {mark.get_ydata()[0] for mark in beyond} <= {low, high}
    drawn = figures_of_hindsight.chosen(far)
    lines = np.column_stack([far.paths, far.ends])[drawn]
    assert len(beyond) == np.sum(np.any((lines < low) | (lines > high), axis=1)) > 0
    figure.draw_without_rendering()
    shown = [text for axis in (left, right) for text in [*axis.texts, axis.title] if text.get_text()]
    boxes = [text.get_window_extent() for text in shown]
    for i, one in enumerate(boxes):
        assert one.x1 < figure.bbox.x1 and one.y0 > figure.bbox.y0
        assert not [shown[j].get_text() for j, other in enumerate(boxes[:i]) if one.overlaps(other)], shown[
            i
        ].get_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_trap_says_against_what_and_how_many_stand_for_all(run: ek.Run, study: ek.Study, language: str):
    said = words(language)["one_year"]
    told = figures_of_hindsight.facts(run, language)
    assert (told["truth"], told["begins"]) == (said["stopping"], said["from_zero"])
    assert (told["drawn"], told["replicates"]) == (len(figures_of_hindsight.chosen(hindsight(run.statement()))), 20)
    assert all(str(of) in exhibits(run, language)["one_year"]["caption"] for of in told.values())
    alone = ek.Study(study.scenario, study.lived, study.levels)
    for level in alone.levels:
        alone.statement(level).baselines = ("none",)
    told = figures_of_hindsight.facts(alone, language)
    assert (told["truth"], told["begins"]) == (Tongue(language).against("none"), "")
    title = figures_of_hindsight.one_year(alone, language=language).axes[0].get_title(loc="left")
    assert Tongue(language).against("none") in title


def test_what_is_counted_elsewhere_is_what_the_table_counts(run: ek.Run):
    statement, tongue = run.statement(), Tongue("en", "JPY")
    counts = hindsight(statement).counts
    stopped = counts["stops_rightly"] + counts["stops_wrongly"]
    told = why(statement, tongue)
    assert (
        f"the {stopped} futures that are stopped" in told
        and f"beats stopping in {counts['stops_wrongly']} of these" in told
    )
    told = one_year_told(statement, tongue)
    assert f"stops {stopped} of the {run.replicates} futures, {counts['stops_rightly']} rightly" in told


@pytest.mark.parametrize(
    ("verdicts", "how"),
    [
        # stops 136 rightly and 54 wrongly, goes on with 10 rightly: that a look is never wrong ten times is no chance
        ((136, 54, 10, 0), "helps"),
        # five of seven that are continued rightly may be chance
        ((136, 54, 5, 2), "little"),
        ((100, 0, 30, 70), "misleads"),
        # where nearly all are worth going on with, whoever stops most of them is misled
        ((5, 150, 45, 0), "misleads"),
        ((20, 0, 0, 0), "little"),
    ],
)
def test_a_look_is_held_against_what_is_right_without_looking(verdicts: tuple[int, int, int, int], how: str):
    rightly_stopped, wrongly_stopped, rightly_on, wrongly_on = verdicts
    on = [False] * (rightly_stopped + wrongly_stopped) + [True] * (rightly_on + wrongly_on)
    ends = [-1.0] * rightly_stopped + [1.0] * (wrongly_stopped + rightly_on) + [-1.0] * wrongly_on
    seen = looked_back(on, ends)
    right, better = rightly_stopped + rightly_on, wrongly_stopped + rightly_on
    assert seen.rules == {"right": right, "stops": sum(verdicts) - better, "goes_on": better}
    assert bearing(seen) == how
    for language in LANGUAGES:
        told = comes_to(seen, Tongue(language))
        assert words(language)["look"][how] in told and Tongue(language).against("stopped") in told
        assert all(str(count) in told for count in (right, better, sum(verdicts) - better, sum(verdicts)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_counts_come_to_stands_first_beneath_the_trap_and_on_the_first_page(run: ek.Run, language: str):
    told = misled(run.statement(), Tongue(language, "JPY"))
    assert told == comes_to(hindsight(run.statement()), Tongue(language, "JPY")) != ""
    assert exhibits(run, language)["one_year"]["caption"].startswith(told)
    page = html(run, language)
    # on the page, what belongs together in Japanese is not broken
    first = re.sub(r"\u2060|<wbr>", "", page[page.index('id="answer"') : page.index("<nav")])
    assert told in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_says_in_itself_against_what_and_whether_afterwards_is_counted(run: ek.Run, language: str):
    said, tongue = words(language)["figure"], Tongue(language)
    (left, right), level = figures_of_hindsight.one_year(run, language=language).axes, shown_level(run)
    against = {"level": tongue.level(level), "against": tongue.against("stopped")}
    assert left.get_title(loc="left") == said["stopped"]["title"].format(**against)
    assert said["turned_out"] in {text.get_text() for text in right.texts}
    need_of = figures_of_need.minutes_and_ideas(run, language)
    (legend,) = need_of.legends
    assert legend.get_title().get_text() == said["by_end"].format(against=tongue.against("none"))
    # what is held against something else has another verb
    assert len({said[form]["better"] for form in ("stopped", "whole")} | {said["pays"]}) == 3


@pytest.fixture(scope="module")
def halved() -> ek.Run:
    plain = ek.Scenario.from_toml(INVENTIVE)
    half = plain.later(60, {"support.events_per_month": plain["support.events_per_month"] / 2})
    return ek.simulate(half, replicates=12, progress=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_names_what_changes_on_the_way_and_time_lines_mark_its_weeks(halved: ek.Run, language: str):
    said, tongue = words(language)["figure"], Tongue(language)
    named = said["changed"].format(change=change_of(halved.scenario, tongue))
    drawn: dict[str, Figure] = {
        "one_year": figures_of_hindsight.one_year(halved, language=language),
        "need": figures_of_need.minutes_and_ideas(halved, language),
        "ladder": figures_of_decisions.ladder(halved, language=language),
        "story": figures_of_stories.story(halved.stories(1)[0], language),
    }
    for name, figure in drawn.items():
        assert named in "\n".join(text.get_text() for text in figure.findobj(Text)), name
    for name in ("one_year", "story"):
        bars = [line for axis in drawn[name].axes for line in axis.lines if line.get_label() == said["changed_weeks"]]
        assert [tuple(bar.get_xdata()) for bar in bars] == [(60, halved.scenario.weeks)], name
        (legend,) = drawn[name].legends
        assert said["changed_weeks"] in {text.get_text() for text in legend.get_texts()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_levels_only_what_they_are_changed_to_is_named_and_it_stays_within_the_picture(language: str):
    plain = ek.Scenario.from_toml("company.employees = 60\nrun.weeks = 80\nsupport.level = 'standard'")
    later = plain.later(52, {"support.host_fte_per_1000": 0.1, "support.events_per_month": 0.1})
    study, tongue = ek.compare(later, ["grassroots", "standard"], 4, progress=False), Tongue(language)
    (told,) = on_the_way(study.scenario, tongue, in_all_levels=True)
    for figure in (
        figures_of_hindsight.one_year(study, language=language),
        figures_of_need.minutes_and_ideas(study, language),
        figures_of_decisions.ladder(study, language=language),
    ):
        figure.draw_without_rendering()
        lines = [text for text in figure.findobj(Text) if told[:20] in text.get_text()]
        assert re.sub(r"\s", "", told) in re.sub(r"\s", "", lines[0].get_text())
        box = Text.get_window_extent(lines[0])
        assert figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1 and box.y1 <= figure.bbox.y1


@pytest.mark.parametrize("left", [[-50.0, 1.0], [-1.0, 50.0]])
def test_what_is_said_of_the_first_year_does_not_lie_on_its_lines(
    run: ek.Run, left: list[float], monkeypatch: pytest.MonkeyPatch
):
    seen = looked_back([False] * 40, [*np.linspace(*left, 40)])
    monkeypatch.setattr(figures_of_hindsight, "hindsight", lambda *_: seen)
    figure = figures_of_hindsight.one_year(run)
    axis = figure.axes[0]
    figure.draw_without_rendering()
    (same,) = (text for text in axis.texts if text.get_text() == words()["figure"]["same"])
    box, zero = Text.get_window_extent(same), axis.transData.transform((0, 0))[1]
    assert not box.y0 <= zero <= box.y1


def test_a_plan_that_does_not_change_names_no_change(run: ek.Run):
    for figure in (figures_of_hindsight.one_year(run), figures_of_decisions.ladder(run)):
        assert figure.get_suptitle() == ""
        assert words()["figure"]["changed_weeks"] not in {text.get_text() for text in figure.legends[0].get_texts()}


def test_the_ladder_says_who_claims_most_and_whose_sign_is_the_same(run: ek.Run):
    names = [rung.rung for rung in RUNGS]
    table = pd.DataFrame({"level": "standard", "rung": names, "name": [f"as {name}" for name in names], "npv": 5.0})
    table.loc[table["rung"] == "thecr", "npv"] = 60.0
    table.loc[table["rung"].isin(["cash", "answers_sceptical", "brochure"]), "npv"] = -1.0
    told = ladder_comes_to(table, "standard", "none", Tongue("en", "JPY"))
    others = len(RUNGS) - len(COMPARED)
    assert "“as thecr” claims most, 60 JPY (12 times as much)" in told
    assert (
        f"in {len(COMPARED) - 2} of the {len(COMPARED) - 1} other fair" in told
        and f"{others - 2} of the {others} un" in told
    )
    # nothing is so many times a loss
    table.loc[table["rung"] == "full", "npv"] = -5.0
    told = ladder_comes_to(table, "standard", "none", Tongue("en", "JPY"))
    assert "times as much" not in told and f"in 1 of the {len(COMPARED) - 1} other fair rungs and in 2 of" in told
    for language in LANGUAGES:
        tongue, level = Tongue(language, "JPY"), shown_level(run)
        told = ladder_comes_to(ladder_data(run, language), level, "none", tongue)
        assert exhibits(run, language)["ladder"]["caption"].startswith(told)


def test_without_a_second_year_there_is_no_trap():
    scenario = ek.Scenario.from_toml("company.employees = 60\nrun.weeks = 40\nrun.today = 20\nsupport.level = 'strong'")
    run = ek.simulate(scenario, replicates=2, progress=False)
    assert "one_year" not in exhibits(run) and 'id="one_year-' not in html(run)
    assert run.to_dict()["one_year"] is None and misled(run.statement(), Tongue()) == ""
    with pytest.raises(ek.RequestError, match="more than 52 weeks"):
        run.plot.one_year()


def test_on_the_line_the_npv_is_zero_and_at_the_mean_it_is_that_of_the_statement(study: ek.Study):
    for level in study.levels[1:]:
        told, npv = need(study.statement(level)), study.statement(level)["none"].full.npv.mean
        assert float(told.npv(told.minutes.mean(), told.ideas.mean())) == pytest.approx(npv)
        scale = abs(told.fixed)
        assert told.minute > 0
        for minutes in (0.0, 10.0, 100.0) if told.idea > 0 else ():
            assert float(told.npv(minutes, told.ideas_needed(minutes))) == pytest.approx(0, abs=1e-9 * scale)
        for ideas in (0.0, 1.0):
            assert float(told.npv(told.minutes_needed(ideas), ideas)) == pytest.approx(0, abs=1e-9 * scale)


def test_the_drawn_line_is_where_the_npv_is_zero(study: ek.Study):
    zero = words()["figure"]["zero"]
    for level, axis in zip(study.levels[1:], figures_of_need.minutes_and_ideas(study).axes, strict=True):
        (line,) = (line for line in axis.lines if line.get_label() == zero)
        told = need(study.statement(level))
        x, y = (np.asarray(along) for along in line.get_data())
        assert told.npv(x, y) == pytest.approx(0, abs=1e-9 * abs(told.fixed))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_be_true_is_read_aloud_and_says_how_many_lie_outside(study: ek.Study, language: str):
    said, tongue = words(language), Tongue(language)
    axes = figures_of_need.minutes_and_ideas(study, language).axes
    told = figures_of_need.facts(study, language)
    for level, axis in zip(study.levels[1:], axes, strict=True):
        (you,) = (text for text in axis.texts if text.get_text() == said["figure"]["you"])
        (mark,) = (line for line in axis.lines if len(line.get_xdata()) == 1)
        assert mark.get_markerfacecolor() == "none", "the line is seen through it"
        need_here = need(study.statement(level))
        assert axis.get_title() == said["figure"]["here"].format(
            level=tongue.level(level),
            share=say_share(need_here.chance),
            minutes=tongue.number(need_here.minutes.mean()),
            ideas=tongue.number(need_here.ideas.mean()),
        )
        axis.figure.draw_without_rendering()
        (zero,) = (line for line in axis.lines if line.get_label() == said["figure"]["zero"])
        box, across = Text.get_window_extent(you), axis.transData.transform(np.column_stack(zero.get_data()))
        assert not any(box.contains(*point) for point in across), "nor does its name lie on the line"
        assert axis.yaxis.get_major_formatter()(0.5) == "0.5", "ideas per year, and not years for one"
        (dots,) = (line for line in axis.lines if line.get_label() == said["figure"]["replicate"])
        (left, right), (low, high) = axis.get_xlim(), axis.get_ylim()
        x, y = dots.get_data()
        count = int(np.sum((x < left) | (x > right) | (y < low) | (y > high)))
        here = {"level": tongue.level(level), "count": count, "replicates": len(x)}
        assert said["minutes_and_ideas"]["of_level"].format(**here) in told["outside"]
    row = minutes_and_ideas_data(study).set_index("level").loc[shown_level(study)]
    assert tongue.level(shown_level(study)) in told["read"] and tongue.number(row["minutes"]) in told["read"]
    assert all(of in exhibits(study, language)["minutes_and_ideas"]["caption"] for of in told.values())


@pytest.mark.parametrize(
    ("fixed", "minute", "idea", "ideas", "ends"),
    [
        (-51.0, 2.0, 10.0, 0.5, "it takes 23 minutes with these ideas, or 3.1 ideas a year with these minutes"),
        (-10.0, 2.0, 10.0, 0.5, "that is enough to be above zero by the end on average"),
        (-50.0, 2.0, 0.0, 0.5, "it takes 25 minutes, as more ideas do not help"),
        (-50.0, 0.0, 10.0, 0.5, "it takes 5.0 ideas a year, as more minutes do not help"),
        (-50.0, 0.0, 0.0, 0.0, "neither more minutes nor more ideas would bring it above zero by the end"),
    ],
)
def test_what_it_takes_to_pay_is_said_in_a_sentence(fixed: float, minute: float, idea: float, ideas: float, ends: str):
    told = Need(np.full(4, 10.0), np.full(4, ideas), fixed, minute, idea, 0.5)
    often = "0.5 ideas a year come off (one every 2.0 years)" if ideas else "no more ideas come off than without"
    said = figures_of_need.read("standard", told, Tongue())
    assert said.startswith(f"standard: for each member 10 minutes a week are saved, and {often}; ")
    assert said.endswith(f"{ends}.") and "nan" not in said + figures_of_need.read("standard", told, Tongue("ja"))


def test_minutes_are_worth_what_the_statement_says_of_time(study: ek.Study):
    statement = study.statement("strong")
    told, lines = need(statement), statement["none"].full.lines
    saved = sum(lines[name].mean for name in ("answers", "goodwill", "learning", "carried"))
    assert told.minute * told.minutes.mean() == pytest.approx(saved)
    assert told.above == np.mean(told.npv(told.minutes, told.ideas) > 0)


def test_without_innovation_only_minutes_help(run: ek.Run):
    off = run.reprice({"prices.innovation": False})
    told = need(off.statement())
    assert told.idea == 0 and not told.ideas.any() and math.isnan(told.ideas_needed(5))
    row = minutes_and_ideas_data(off).iloc[0]
    assert row["years"] == np.inf and row["minutes_needed"] >= 0
    assert off.plot.minutes_and_ideas()._repr_png_().startswith(b"\x89PNG")
    free = run.reprice({"prices.hour_price": 0.0})
    assert math.isnan(need(free.statement()).minutes_needed(1))
    assert free.plot.minutes_and_ideas()._repr_png_().startswith(b"\x89PNG")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_alternative_text_and_the_table_carry_the_numbers(study: ek.Study, language: str):
    found, level = exhibits(study, language), Tongue(language).level(shown_level(study))
    for name in ("one_year", "minutes_and_ideas"):
        alt, rows = found[name]["alt"], found[name]["numbers"]["rows"]
        assert not re.search(r"[{}]|\bnan\b", alt + found[name]["caption"])
        full = words(language)["name"]["full"]
        spoken = [row for row in rows if name != "one_year" or row[:2] == [level, full]]
        assert len(spoken) == (4 if name == "one_year" else 3)
        assert all(cell in alt for row in spoken for cell in row[:-1])
    page = html(study, language)
    assert f"<h2>{words(language)['pictures']['one_year']}</h2>" in page and 'id="one_year-' in page
    assert f"<h3>{words(language)['pictures']['minutes_and_ideas']}</h3>" in page
