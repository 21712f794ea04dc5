"""A real company of 165 to 285 people over two and a half years, replayed and drawn, beside its own register."""

import ekkyo as ek
import numpy as np
import pandas as pd
import pytest
from sourcegraph_extract import FIRST_DAY, REGISTER, headcount, write_extract

pytestmark = pytest.mark.skipif(not REGISTER.exists(), reason=f"the register ({REGISTER.name}) is not beside the project")


@pytest.fixture(scope="module")
def extract(tmp_path_factory):
    path = tmp_path_factory.mktemp("register") / "people.csv"
    return path, write_extract(path)


@pytest.fixture(scope="module")
def scenario(extract):
    path, lines = extract
    last_day = pd.Timestamp(max(max(line["hired"], line["left"]) for line in lines))
    weeks = (last_day - pd.Timestamp(FIRST_DAY)).days // 7
    return ek.Scenario.from_toml(f"""
        name = "A software company"
        [run]
        start = "{FIRST_DAY}"
        weeks = {weeks}
        [company]
        people = "{path}"
        [support]
        level = "standard"
    """)


@pytest.fixture(scope="module")
def register(extract, scenario):
    """The register's head count at the end of every week."""
    _, lines = extract
    ends = pd.Timestamp(FIRST_DAY) + pd.to_timedelta(7 * np.arange(scenario.weeks) + 6, unit="D")
    return pd.Series([headcount(lines, f"{day:%Y-%m-%d}") for day in ends], index=ends)


def employees(scenario, turnover, replicates):
    scenario = scenario.replace({"company.turnover": turnover})
    run = ek.simulate(scenario, replicates=replicates, at_base=True, worlds=("level",), progress=False)
    return run.dataset["employees"].values


@pytest.fixture(scope="module")
def replayed(scenario):
    return employees(scenario, "recorded", 2)


@pytest.fixture(scope="module")
def drawn(scenario):
    return employees(scenario, "drawn", 200)


def test_the_replayed_company_has_as_many_people_as_its_register_in_every_week(replayed, register):
    assert np.array_equal(replayed, np.tile(register, (2, 1)))


def test_the_drawn_company_ends_about_where_the_register_ends(drawn, replayed, register):
    """Drawn at rates that are constant, it cannot follow 2022's rise and fall, but it must arrive.

    Arriving is judged before looking: the register lies between the 5th and the 95th percentile of 200 drawn companies
    at the end of its last full quarter. The table shows the other quarters, inside or not.
    """
    low, middle, high = np.percentile(drawn, [5, 50, 95], axis=0)
    quarters = pd.DataFrame(
        {
            "register": register,
            "replayed": replayed[0].astype(int),
            "drawn p05": low,
            "drawn p50": middle,
            "drawn p95": high,
        }
    ).groupby(register.index.to_period("Q")).last()
    quarters["inside"] = quarters["register"].between(quarters["drawn p05"], quarters["drawn p95"])
    print("\n" + quarters.round(0).to_string())

    assert (quarters["register"] == quarters["replayed"]).all()
    assert quarters["inside"].iloc[-2]


def test_the_drawn_company_starts_with_the_people_of_the_register(drawn, register):
    assert abs(np.median(drawn[:, 0]) - register.iloc[0]) <= 2
