"""A real company of 165 to 285 people over two and a half years, replayed and drawn, beside its own register."""

import ekkyo as ek
import numpy as np
import pandas as pd
import pytest
from sourcegraph_extract import FIRST_DAY, REGISTER, headcount, write_extract

pytestmark = pytest.mark.skipif(not REGISTER.exists(), reason=f"no {REGISTER.name} beside the project")


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


def lived(scenario, turnover, replicates):
    scenario = scenario.replace({"company.turnover": turnover})
    return ek.simulate(scenario, replicates=replicates, at_base=True, worlds=("level",), progress=False).dataset


@pytest.fixture(scope="module")
def replayed(scenario):
    return lived(scenario, "recorded", 2)


@pytest.fixture(scope="module")
def drawn(scenario):
    return lived(scenario, "drawn", 2000)


def test_the_replayed_company_has_as_many_people_as_its_register_in_every_week(replayed, register):
    assert np.array_equal(replayed["employees"], np.tile(register, (2, 1)))


def test_the_drawn_company_hires_and_loses_people_at_the_rates_of_its_register(extract, drawn, register):
    """Measured from the first exit on; within 5 standard errors of 2,000 replicates, so a false alarm is below 1e-6.

    What the rates leave out, tenure and silo mix of people who came at other times, may move exits by 3 %.
    """
    _, lines = extract
    first = min(line["left"] for line in lines if line["left"])
    hires = sum(line["hired"] > first for line in lines)
    exits = sum(line["left"] > first for line in lines)

    total = drawn["hires"].sum("week")
    assert abs(total.mean() - hires) < 5 * total.std() / np.sqrt(2000) + 0.02 * hires
    rate = drawn["quits"].sum("week") / drawn["employees"].sum("week")
    expected = exits / register.sum()
    assert abs(rate.mean() - expected) < 5 * rate.std() / np.sqrt(2000) + 0.03 * expected


def test_the_drawn_company_arrives_where_the_register_ends(drawn, replayed, register):
    """The register ends between the 5th and 95th percentile of the drawn companies; on its way it need not stay there.

    This company hired early and fast and then shrank. At rates that never change it has no such year, loses fewer
    people because it has fewer, and so ends some 20 people higher in the median. The table says where it differs.
    """
    low, middle, high = np.percentile(drawn["employees"], [5, 50, 95], axis=0)
    weeks = pd.DataFrame(
        {
            "register": register,
            "replayed": replayed["employees"].values[0].astype(int),
            "drawn p05": low,
            "drawn p50": middle,
            "drawn p95": high,
            "inside": (low <= register) & (register <= high),
        }
    )
    quarters = weeks.groupby(register.index.to_period("Q")).last()
    print("\n" + quarters.round(0).to_string())

    assert (quarters["register"] == quarters["replayed"]).all()
    assert quarters["inside"].iloc[-1]
