"""Small companies that most tests share; each is lived once."""

import os

import ekkyo as ek
import pytest

SMALL = """
name = "A small company"
[company]
employees = 300
silos = 5
[run]
weeks = 104
[support]
level = "standard"
"""


@pytest.fixture(scope="session")
def small():
    return ek.Scenario.from_toml(SMALL)


@pytest.fixture(scope="session")
def run(small):
    return ek.simulate(small, replicates=20, progress=False)


@pytest.fixture(scope="session")
def statement(run):
    return run.statement()


@pytest.fixture(scope="session")
def study(small):
    return ek.compare(small, replicates=20, progress=False)


@pytest.fixture(autouse=True)
def _a_window_of_no_particular_width(monkeypatch: pytest.MonkeyPatch):
    """Lines are as long as they ever are, whatever another test's libraries have said of the window."""
    monkeypatch.delenv("COLUMNS", raising=False)
    os.unsetenv("COLUMNS")  # readline tells it only to the processes that are started
