import math

import numpy as np
import pytest
from ekkyo.splitting import by_draw, interval, split

CHANCE, UNKNOWN = 3.0, 2.0


def draws_of(values, per_draw):
    return np.arange(len(values)) // per_draw


def parted(values, per_draw):
    return split(values, draws_of(values, per_draw))


def lived(draws, per_draw, seed=0, chance=CHANCE, unknown=UNKNOWN):
    """A mean of 10, with so much chance within and so much not knowing between draws (standard deviations)."""
    luck = np.random.default_rng(seed)
    return (10 + unknown * luck.normal(size=(draws, 1)) + chance * luck.normal(size=(draws, per_draw))).ravel()


def test_both_parts_are_found_again():
    # 4000 draws of 4: standard errors 1.3 % for the variance of chance, 3.5 % for that of not knowing
    parts = parted(lived(4000, 4), 4)
    assert parts.chance == pytest.approx(CHANCE**2, rel=0.04)
    assert parts.unknown == pytest.approx(UNKNOWN**2, rel=0.11)
    assert parts.total == pytest.approx(CHANCE**2 + UNKNOWN**2, rel=0.05)
    assert parts.share_unknown == pytest.approx(4 / 13, rel=0.1)


def test_each_part_alone_spreads_as_it_would():
    parts = parted(lived(4000, 2), 2)
    assert (parts.unknown_p95 - parts.unknown_p05) / (2 * 1.645) == pytest.approx(UNKNOWN, rel=0.08)
    assert (parts.chance_p95 - parts.chance_p05) / (2 * 1.645) == pytest.approx(CHANCE, rel=0.05)
    assert (parts.unknown_p95 + parts.unknown_p05) / 2 == pytest.approx(10, abs=0.3)


def test_what_is_not_known_is_found_without_bias_in_small_studies():
    # 2000 studies of 25 draws of 2; the floor at 0 is hardly ever reached
    found = np.array([parted(lived(25, 2, seed, chance=1.0), 2).unknown for seed in range(2000)])
    assert abs(found.mean() - UNKNOWN**2) < 4 * found.std() / math.sqrt(len(found))


def test_all_chance_leaves_next_to_nothing_unknown():
    parts = parted(lived(2000, 4, unknown=0.0), 4)
    assert parts.share_unknown < 0.03
    parts = parted(np.tile([1.0, 3.0], 10), 2)
    assert (parts.unknown, parts.share_unknown, parts.chance) == (0, 0, 2)
    assert parts.unknown_p05 == parts.unknown_p95 == 2


def test_all_unknown_leaves_nothing_to_chance():
    parts = parted(np.repeat([1.0, 2.0, 6.0], 3), 3)
    assert (parts.chance, parts.share_unknown, parts.unknown) == (0, 1, 7)
    assert parts.chance_p05 == parts.chance_p95 == 3


def test_where_nothing_varies_there_is_no_share():
    parts = parted(np.full(8, 5.0), 2)
    assert parts.total == 0
    assert math.isnan(parts.share_unknown)
    assert parts.unknown_p05 == parts.chance_p95 == 5


@pytest.mark.parametrize("replicates, per_draw", [(10, 1), (3, 2), (5, 4), (0, 2)])
def test_what_cannot_be_split_is_not(replicates, per_draw):
    assert parted(np.arange(float(replicates)), per_draw) is None


def test_a_last_draw_that_is_not_complete_is_left_out_of_the_split_and_kept_in_the_means():
    values = np.array([1.0, 3.0, 5.0, 9.0, 100.0])
    assert parted(values, 2) == parted(values[:4], 2)
    assert by_draw(values, draws_of(values, 2)).tolist() == [2, 7, 100]


def test_means_are_over_the_last_axis():
    values = np.arange(2 * 3 * 7.0).reshape(2, 3, 7)
    held = by_draw(values, np.arange(7) // 3)
    assert held.shape == (2, 3, 3)
    assert np.allclose(held[1, 2], [values[1, 2, :3].mean(), values[1, 2, 3:6].mean(), values[1, 2, 6]])
    assert np.array_equal(by_draw(values, np.arange(7)), values)
    assert by_draw(np.empty(0), np.arange(0)).shape == (0,)


def covered(told):
    """In how many of 1000 studies of 20 draws of 5 the interval holds the true mean."""
    held = [interval(lived(20, 5, seed, chance=1.0), np.arange(100) // told) for seed in range(1000)]
    return sum(low < 10 < high for low, high in held)


def test_the_interval_of_the_mean_covers_what_it_says():
    # binomial, 900 expected with standard deviation 9.5: 4 of them, a false alarm in 16 000
    assert abs(covered(told=5) - 900) < 38
    # were replicates of one draw taken as independent, it would hold far less often
    assert covered(told=1) < 700
