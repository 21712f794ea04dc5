"""Everything shows itself: as a sentence in a terminal, with a table in a notebook, in both languages."""

import re
from html import escape

import ekkyo as ek
import pytest
from ekkyo import showing
from ekkyo.words import LANGUAGES
from test_japanese import latin


@pytest.mark.parametrize("name", ["small", "run", "statement", "study"])
def test_a_sentence_in_a_terminal_and_a_table_in_a_notebook(name: str, request: pytest.FixtureRequest):
    shown = request.getfixturevalue(name)
    page, line = shown._repr_html_(), repr(shown)
    assert "\n" not in line and re.search(r"\d", line) and line.rstrip().endswith((".", ";"))
    assert page.startswith("<p>") and "<table>" in page and "<details>" in page
    assert not re.findall(r"<th(?![^>]*scope=)(?=[ >])[^>]*>", page) and not re.search(r"\bnan\b", page)


def test_a_statement_shows_both_ledgers_against_each_baseline(statement: ek.Statement):
    page = showing.statement(statement)
    assert page.count("<tr>") == 1 + 2 * len(statement.baselines)
    assert f"<td>{ek.say(statement['twin'].full.npv.p50)}</td>" in page


def test_a_study_shows_a_row_per_level_and_ledger(study: ek.Study):
    page = showing.study(study)
    assert page.count("<tr>") == 1 + 2 * len(study.levels)
    assert f"<td>{ek.say(study.table().loc['strong', 'cash_npv'])}</td>" in page


def test_a_scenario_shows_what_it_sets(small: ek.Scenario):
    page = showing.scenario(
        small.replace({"prices.wage_per_hour": 4567, "helping.fear": {"low": 1, "base": 2, "high": 4}})
    )
    assert "4567</td>" in page and "1.0 … 2.0 … 4.0" in page and "company.employees" in page
    assert escape("<b>") in showing.scenario(ek.Scenario.from_toml('name = "<b>"\ncompany.employees = 100'))


def test_what_is_compared_with_nothing_shows_its_worlds():
    scenario = ek.Scenario.from_toml("company.employees = 100\nrun.weeks = 20\nrun.today = 10")
    lone = ek.simulate(scenario, 2, progress=False, worlds=("level",))
    assert lone._repr_html_() == f"<p>{escape(repr(lone))}</p>"


def test_what_is_shown_in_japanese_has_no_english_left(study: ek.Study, statement: ek.Statement):
    assert LANGUAGES == ("en", "ja")
    for page in (showing.study(study, "ja"), showing.statement(statement, "ja")):
        text = re.sub(r"<[^>]*>|A small company", " ", page)
        assert not latin(text)
