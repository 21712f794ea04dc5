"""What is said before a long run, and the figure of time and memory."""

from __future__ import annotations

import itertools
from pathlib import Path
from types import SimpleNamespace

import ekkyo as ek
import pytest
from ekkyo import benching, fitting, foreseeing
from ekkyo.errors import RequestError
from ekkyo.figures_of_size import time_and_memory
from ekkyo.plan import Plan, worlds_called
from matplotlib.image import imread

PILOT = {"employees": 1000, "weeks": 10, "seconds": 0.5, "bytes_per_employee": 100.0, "peak_rss_bytes": 2e8}


def test_a_size_is_foreseen_in_proportion():
    assert benching.foresee(4000, 20, PILOT) == (4.0, 400_000.0)


def test_what_cannot_fit_is_refused_and_what_would_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(benching, "memory_there", lambda: 1e9)
    benching.check_size(9_000_000, 10, PILOT)
    with pytest.raises(RequestError, match=r"20,000,000 employees need about 2 GB .* has 1 GB: about 10,000,000 would"):
        benching.check_size(20_000_000, 10, PILOT)


def test_the_bench_tells_before_each_size_what_it_will_take():
    told: list[tuple[int, float, float]] = []
    sizes = [one["employees"] for one in benching.bench([1000, 4000], 10, 1, told=lambda *said: told.append(said))]
    assert [size for size, _, _ in told] == sizes == [1000, 4000]
    assert all(seconds > 0 for _, seconds, _ in told)


def test_growth_is_fitted_over_all_sizes():
    found = [{"employees": 10**k, "seconds": 3.0 * 10 ** (1.1 * k)} for k in range(3, 7)]
    assert benching.growth(found) == pytest.approx(1.1)
    found[1]["seconds"] *= 2
    assert benching.growth(found) < 1.1


def test_the_figure_shows_both_and_the_power_that_fits(tmp_path: Path):
    found = [PILOT, PILOT | {"employees": 100_000, "seconds": 50.0, "peak_rss_bytes": 4e8}]
    figure = time_and_memory(found)
    labels = [text.get_text() for axis in figure.axes for text in axis.get_legend().get_texts()]
    assert labels == ["measured", "size to the power of 1.00", "measured, Python included"]
    figure.savefig(tmp_path / "size.png")
    assert imread(tmp_path / "size.png").shape[0] > 100


def plan(employees: int, replicates: int) -> Plan:
    scenario = ek.Scenario([]).replace({"company.employees": employees, "company.silos": 20, "run.weeks": 52})
    scenario = scenario.replace({"run.today": 52})
    return Plan(scenario, worlds_called(scenario, ("level", "twin")), replicates)


def test_only_long_plans_are_foreseen():
    assert foreseeing.foreseen(plan(2000, 10)) == ""
    said = foreseeing.foreseen(plan(1_000_000, 200), threads=2)
    assert said.startswith("This will take about ") and " on 2 threads, and at most " in said


def test_a_plan_takes_as_long_as_its_people_and_times_say(monkeypatch: pytest.MonkeyPatch):
    clock = itertools.count(0, 3)
    monkeypatch.setattr(foreseeing, "time", SimpleNamespace(perf_counter=lambda: next(clock)))
    assert foreseeing.seconds_of(plan(20_000, 10), 1) == 3 * 2 * 10
    assert foreseeing.seconds_of(plan(200_000, 100), 2) == 3 * 20 * 100 / 2


def test_one_world_needs_the_memory_of_one():
    whole = plan(1_000_000, 1)
    alone = Plan(whole.scenario, whole.worlds[:1], 1)
    assert fitting.memory_of(alone, 1) < fitting.memory_of(whole, 1) * 0.6
