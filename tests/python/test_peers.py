"""The word-of-mouth yardstick: visiting only those to whom something may happen gives what visiting everybody does."""

import json
import subprocess
from functools import cache
from pathlib import Path

import pytest
from scipy.stats import ttest_ind

BUILT = Path(__file__).parents[2] / "build/release"
PEOPLE, WEEKS, SEEDS = 20_000, 160, range(1, 13)

#: weeks at which members are compared, and the chance that sound programs differ at one of them
COMPARED, FALSE_ALARM = (5, 20, 50, 159), 1e-6


@cache
def lived(program: str, seed: int) -> list[int]:
    """Members at the end of each week."""
    if not (BUILT / program).exists():
        pytest.skip(f"build/release/{program} is not built; `./dev test` and `./dev bench --peers` do it")
    done = subprocess.run([BUILT / program, str(PEOPLE), str(WEEKS), str(seed)], capture_output=True, check=True)
    return json.loads(done.stdout)["members"]


@pytest.mark.parametrize("other", ["dense", "floor"])
def test_the_rare_event_verbs_and_visiting_everybody_agree(other):
    for week in COMPARED:
        ours, theirs = ([lived(program, seed)[week] for seed in SEEDS] for program in ("word_of_mouth", other))
        assert ttest_ind(ours, theirs, equal_var=False).pvalue > FALSE_ALARM / len(COMPARED), f"week {week}"


def test_the_comparison_would_see_a_tenth_of_a_difference():
    ours, theirs = ([lived(program, seed)[-1] for seed in SEEDS] for program in ("word_of_mouth", "dense"))
    more = [1.1 * members for members in theirs]
    assert ttest_ind(ours, more, equal_var=False).pvalue < FALSE_ALARM / len(COMPARED)


def test_one_seed_is_one_story():
    again = subprocess.run([BUILT / "word_of_mouth", str(PEOPLE), str(WEEKS), "1"], capture_output=True, check=True)
    assert json.loads(again.stdout)["members"] == lived("word_of_mouth", 1) != lived("word_of_mouth", 2)
