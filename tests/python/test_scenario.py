import ekkyo as ek
import pytest


def same(a, b):
    return a.to_toml() == b.to_toml()


def test_a_scenario_survives_being_written_and_read(small, tmp_path):
    (tmp_path / "again.toml").write_text(small.to_toml(), encoding="utf-8")
    assert same(small, ek.Scenario.load(tmp_path / "again.toml"))


def test_replacing_leaves_the_original_alone(small):
    before = small.to_toml()
    bigger = small.replace({"company.employees": 20_000, "support.level": "strong"})
    assert (bigger["company.employees"], bigger["support.level"]) == (20_000, "strong")
    assert small.to_toml() == before


def test_a_new_level_keeps_the_levers_that_the_scenario_sets_itself(small):
    own = small.replace({"support.host_fte": 0.5})
    strong = own.replace({"support.level": "strong"})
    assert strong["support.host_fte"] == 0.5
    assert strong["support.events_per_month"] > own["support.events_per_month"]


def test_none_takes_a_line_away(small):
    assert same(small.replace({"support.host_fte": 0.5}).replace({"support.host_fte": None}), small)


def test_a_number_may_be_unknown(small):
    unsure = small.replace({"joining.discovery": {"low": 0.01, "base": 0.1, "high": 0.3}})
    assert unsure["joining.discovery"] == 0.1
    assert unsure.own_spreads() == {"joining.discovery"}
    assert same(unsure, ek.Scenario.from_toml(unsure.to_toml()))


def test_a_scenario_keeps_the_words_it_was_written_in():
    text = "# ours\ncompany.employees = 40\n"
    assert ek.Scenario.from_toml(text).source == text


def test_all_faults_are_named_at_once_with_their_places():
    with pytest.raises(ek.ScenarioError) as caught:
        ek.Scenario.from_toml("[company]\nemployees = 0\n[joining]\ndiscovry = 1\n", path="ours.toml")
    places = [(fault.file, fault.line) for fault in caught.value.faults]
    assert places == [("ours.toml", 2), ("ours.toml", 4)]
    assert "ours.toml:4:" in str(caught.value)


@pytest.mark.parametrize("values", [{"joining.discovry": 1}, {"company.employees": -1}, {"support.level": "stronk"}])
def test_what_cannot_be_set_is_refused(small, values):
    with pytest.raises(ek.ScenarioError, match=next(iter(values))):
        small.replace(values)


def test_a_missing_file_is_a_fault(tmp_path):
    with pytest.raises(ek.ScenarioError, match=r"nowhere\.toml"):
        ek.Scenario.load(tmp_path / "nowhere.toml")


def test_a_scenario_says_what_it_is(small):
    assert repr(small) == "A small company: 300 employees in 5 silos, support standard, 104 weeks."
    listed = '[[silo]]\nname = "A"\nemployees = 30\n[[silo]]\nname = "B"\nemployees = 12\n'
    assert "42 employees in 2 silos" in repr(ek.Scenario.from_toml(listed))
    client = '[[silo]]\nname = "C"\nemployees = 500\noutside = true\n'
    opened = ek.Scenario.from_toml(listed + client)
    assert "42 employees in 2 silos, and 500 people of other companies (in 1 silo outside)" in repr(opened)
    assert "従業員42人・2部門、社外500人・1組織" in opened.sentence("ja")
    assert ek.Scenario.from_toml(opened.to_toml()).people() == opened.people()
    assert "A small company" in small._repr_html_()


def test_every_parameter_is_explained():
    table = ek.parameters()
    assert table["name"].is_unique
    assert (table["text"].str.len() > 10).all()
    plausible = table.dropna(subset="low")
    assert ((plausible["low"] <= plausible["base"]) & (plausible["base"] <= plausible["high"])).all()
    assert (plausible["source"].str.len() > 0).all()
    assert plausible["grade"].isin(["A", "B", "C"]).all()


def test_every_default_is_what_an_empty_scenario_has():
    empty = ek.Scenario.from_toml("")
    table = ek.parameters().query("section != 'silo'")
    wrong = [row["name"] for row in table.to_dict("records") if empty[row["name"]] != row["default"]]
    assert wrong == []


def test_every_column_and_every_line_of_money_is_explained_in_two_languages():
    for table in (ek.ledger_columns(), ek.money_lines()):
        assert (table["text"].str.len() > 3).all()
        assert (table["ja"].str.len() > 0).all()
