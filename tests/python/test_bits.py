"""The same inputs give the same bits: on any number of threads, with wider instructions, and as last committed."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build/release"
GOLDEN = ROOT / "tests/golden/columns.txt"


def hashes(program: str, threads: int = 1) -> str:
    binary = BUILD / program
    if not binary.exists():
        pytest.skip(f"{program} is not built here; ./dev test builds it")
    return subprocess.run([binary, str(threads)], check=True, capture_output=True, text=True).stdout


def test_every_column_is_as_committed():
    assert hashes("same_bits") == GOLDEN.read_text(), "the numbers changed: run ./dev golden and say why in the commit"


@pytest.mark.parametrize("threads", [2, 3, 8, 16])
def test_every_column_is_the_same_on_any_number_of_threads(threads):
    assert hashes("same_bits", threads) == hashes("same_bits")


WIDER = {"avx2": {"avx2", "fma"}, "avx512": {"avx512f", "avx512dq", "avx512vl"}}


@pytest.mark.parametrize(("wide", "flags"), WIDER.items())
def test_every_column_is_the_same_with_wider_instructions(wide, flags):
    if not flags <= set(Path("/proc/cpuinfo").read_text().split()):
        pytest.skip(f"this processor has no {wide}")
    assert hashes(f"same_bits_{wide}") == hashes("same_bits")
