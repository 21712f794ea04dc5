"""The pictures nobody forgets: the one-year trap, and what must be true."""

from __future__ import annotations

import math
import re

import ekkyo as ek
import numpy as np
import pytest
from ekkyo import figures_of_hindsight, figures_of_need
from ekkyo.exhibits import exhibits
from ekkyo.figures import COST, VALUE
from ekkyo.frames import minutes_and_ideas_data, one_year_data, shown_level
from ekkyo.hindsight import CELLS, hindsight
from ekkyo.need import Need, need
from ekkyo.report import html
from ekkyo.tongue import Tongue
from ekkyo.words import LANGUAGES, words


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


def test_each_path_ends_at_the_npv_of_its_replicate_and_is_drawn_by_its_verdict(run: ek.Run):
    statement = run.statement()
    seen = hindsight(statement)
    assert seen.paths[:, -1] == pytest.approx(statement["none"].npv())
    left, right = figures_of_hindsight.one_year(run).axes
    drawn = {tuple(line.get_ydata()): line for line in left.lines if len(line.get_ydata()) == run.scenario.weeks}
    for verdict, dash, colour in ((True, "-", VALUE), (False, "--", COST)):
        lines = [drawn[tuple(path)] for path in seen.paths[seen.goes_on == verdict]]
        assert {(line.get_linestyle(), line.get_color()) for line in lines} <= {(dash, colour)}
    assert len(drawn) == run.replicates
    shown = {line.get_label(): len(line.get_xdata()) for line in right.lines}
    for name, cell in (("stopped", "stops_wrongly"), ("continued", "goes_on_wrongly")):
        wrong = seen.of_verdict(cell)
        assert shown.get(name, 0) == (0 if math.isnan(wrong) else round(100 * wrong))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_that_leaves_the_frame_is_marked_there_and_the_dots_say_of_how_many_they_are(
    run: ek.Run, language: str, monkeypatch: pytest.MonkeyPatch
):
    seen, said = hindsight(run.statement()), words(language)["figure"]
    (axis, _) = figures_of_hindsight.one_year(run, language=language).axes
    assert said["beyond"] not in [text.get_text() for text in axis.get_legend().get_texts()]
    # a few weeks far off, as one company in a thousand has them
    seen.paths[0, -3:] *= 100
    monkeypatch.setattr(figures_of_hindsight, "hindsight", lambda *_: seen)
    left, right = figures_of_hindsight.one_year(run, language=language).axes
    low, high = left.get_ylim()
    marks = [line for line in left.lines if line.get_marker() in ("^", "v") and len(line.get_xdata())]
    assert {mark.get_ydata()[0] for mark in marks} <= {low, high}
    assert len(marks) == np.sum(np.any((seen.paths < low) | (seen.paths > high), axis=1)) == 1
    assert said["beyond"] in [text.get_text() for text in left.get_legend().get_texts()]
    told = " ".join(text.get_text() for text in right.texts)
    for verdict in set(seen.goes_on):
        wrong = np.sum((seen.goes_on == verdict) & (seen.pays != verdict))
        many = {"many": np.sum(seen.goes_on == verdict), "all": run.replicates, "count": wrong}
        assert said["of_continued" if verdict else "of_stopped"].format(**many) in told
    assert figures_of_hindsight.facts(run) == {"drawn": 20, "replicates": 20}


def test_without_a_second_year_there_is_no_trap():
    scenario = ek.Scenario.from_toml("company.employees = 60\nrun.weeks = 40\nrun.today = 20\nsupport.level = 'strong'")
    run = ek.simulate(scenario, replicates=2, progress=False)
    assert "one_year" not in exhibits(run) and 'id="one_year-' not in html(run)
    assert run.to_dict()["one_year"] is None
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
        assert said["figure"]["you"] in [text.get_text() for text in axis.texts]
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
        (-10.0, 2.0, 10.0, 0.5, "that is enough to pay on average"),
        (-50.0, 2.0, 0.0, 0.5, "it takes 25 minutes, as more ideas do not help"),
        (-50.0, 0.0, 10.0, 0.5, "it takes 5.0 ideas a year, as more minutes do not help"),
        (-50.0, 0.0, 0.0, 0.0, "neither more minutes nor more ideas would make it pay"),
    ],
)
def test_what_it_takes_to_pay_is_said_in_a_sentence(fixed: float, minute: float, idea: float, ideas: float, ends: str):
    told = Need(np.full(4, 10.0), np.full(4, ideas), fixed, minute, idea, 0.5)
    often = "one idea comes off every 2.0 years" if ideas else "no more ideas come off than without"
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
    assert f"<h2>{words(language)['plain']['section']['look']}</h2>" in page and 'id="one_year-' in page
    assert f"<h3>{words(language)['heading']['need']}</h3>" in page
