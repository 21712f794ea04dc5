"""A change that costs instructions, or saves them, says so: a few kernels are counted and held against the last."""

import importlib.util
import json
from pathlib import Path

import pytest

GATE = Path(__file__).parents[2] / "bench/gate/gate.py"

spec = importlib.util.spec_from_file_location("gate", GATE)
gate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(gate)


def test_kernels_take_as_many_instructions_as_committed():
    if reason := gate.why_not():
        pytest.skip(reason)
    committed = json.loads(gate.COMMITTED.read_text())["instructions"]
    assert not gate.off(gate.counted(), committed), "run bench/gate/gate.py --write and say in the commit why"


def test_a_kernel_that_takes_three_percent_more_is_told_and_one_that_takes_one_is_not():
    told = ["a: 1,030 instructions, +3.0% of the committed 1,000"]
    assert gate.off({"a": 1030, "b": 1010}, {"a": 1000, "b": 1000}) == told
    assert gate.off({"a": 960}, {"a": 1000, "c": 1}) == [
        "c: committed, not counted",
        "a: 960 instructions, -4.0% of the committed 1,000",
    ]
