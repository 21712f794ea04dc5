import numpy as np
import pytest
from ekkyo.sampling import quantiles
from ekkyo.tables import rows
from scipy import stats

PLAUSIBLE = [path for path, row in rows().items() if row["low"] is not None]
A, B, C, D = PLAUSIBLE[:4]
TIED = [(A, B, 0.7), (B, C, -0.4)]


@pytest.mark.parametrize("correlations", [[], TIED], ids=["apart", "tied"])
def test_a_draw_is_the_same_whatever_else_is_asked_for(correlations):
    whole = quantiles(3, PLAUSIBLE, range(500), correlations)
    assert np.array_equal(quantiles(3, PLAUSIBLE, range(200), correlations), whole[:200])
    assert np.array_equal(quantiles(3, [D, B, A], range(500), correlations), whole[:, [3, 1, 0]])
    assert np.array_equal(quantiles(3, [C], [37, 411, 5, 37], correlations), whole[[37, 411, 5, 37]][:, [2]])


def test_the_numbers_stay_what_they_were():
    # worked out once: the same on every machine and with every version of what they are made with
    told = quantiles(1, ["joining.discovery"], [0, 1, 31, 32, 1000])[:, 0] * 2**32
    assert told.tolist() == [1541677193.5, 203567528.5, 2509405527.5, 2438139189.5, 407532955.5]


def test_every_path_every_seed_and_every_draw_has_a_number_of_its_own():
    taken = np.concatenate([quantiles(seed, PLAUSIBLE, range(256)).ravel() for seed in (1, 2)])
    assert len(np.unique(taken)) > 0.9999 * len(taken)
    assert 0 < taken.min() < taken.max() < 1


def test_no_draws_and_no_paths_are_no_numbers():
    assert quantiles(1, PLAUSIBLE, []).shape == (0, len(PLAUSIBLE))
    assert quantiles(1, [], range(3)).shape == (3, 0)
    with pytest.raises(ValueError, match="0 or more"):
        quantiles(1, [A], [-1])


@pytest.mark.parametrize("draws", [range(0, 32), range(64, 96), range(0, 64), range(128, 256), range(512)], ids=str)
def test_draws_in_a_row_fill_as_many_equal_slices(draws):
    slices = np.sort(np.floor(quantiles(5, PLAUSIBLE, draws) * len(draws)), axis=0)
    assert np.array_equal(slices, np.tile(np.arange(len(draws))[:, None], len(PLAUSIBLE)))


def discrepancy(column):
    ordered, n = np.sort(column), len(column)
    return max((np.arange(1, n + 1) / n - ordered).max(), (ordered - np.arange(n) / n).max())


@pytest.mark.parametrize("draws", [100, 200, 500])
def test_margins_are_more_even_than_by_chance(draws):
    uneven = [discrepancy(column) for column in quantiles(1, PLAUSIBLE, range(draws)).T]
    # independent draws come to 0.86 / sqrt(n) on average; here it is 0.24, 0.21, 0.14
    assert np.mean(uneven) < 0.3 / np.sqrt(draws)
    assert np.max(uneven) < 0.86 / np.sqrt(draws)


@pytest.mark.parametrize("draws", [64, 100, 128, 200, 500])
def test_no_two_paths_move_together_more_than_by_chance(draws):
    # 2145 pairs: the root mean square of independent draws is 1 / sqrt(n - 1), within 4 % in 99 of 100 seeds; blocks
    # of 32 add 1.6 %; the largest of them lies below 5 / sqrt(n) in 999 of 1000
    for seed in range(5):
        related = np.corrcoef(quantiles(seed, PLAUSIBLE, range(draws)).T)[np.triu_indices(len(PLAUSIBLE), 1)]
        assert np.sqrt(np.mean(related**2)) < 1.1 / np.sqrt(draws - 1)
        assert np.abs(related).max() < 5 / np.sqrt(draws)


def test_the_mean_of_a_sum_is_surer_than_with_independent_draws():
    means = [quantiles(seed, PLAUSIBLE[:10], range(200)).sum(axis=1).mean() for seed in range(100)]
    assert np.var(means) < (10 / 12 / 200) / 15
    assert abs(np.mean(means) - 5) < 4 * np.std(means) / 10


def test_rank_correlations_come_out_as_asked_for():
    taken = quantiles(2, [A, B, C, D], range(2000), TIED)
    ranks = stats.spearmanr(taken).statistic
    # the standard error of a rank correlation over 2000 draws is 0.022 at most: 3 of them
    assert ranks[0, 1] == pytest.approx(0.7, abs=0.066)
    assert ranks[1, 2] == pytest.approx(-0.4, abs=0.066)
    assert np.abs(ranks[[0, 3, 3, 3], [2, 0, 1, 2]]).max() < 0.066
    assert max(discrepancy(column) for column in taken.T) < 1.63 / np.sqrt(2000)


def test_who_is_in_no_correlation_or_in_another_stays_put():
    alone = quantiles(2, [A, B, C, D], range(100))
    tied = quantiles(2, [A, B, C, D], range(100), [(A, B, 0.5)])
    both = quantiles(2, [A, B, C, D], range(100), [(D, C, 0.9), (B, A, 0.5)])
    assert np.array_equal(alone[:, 2:], tied[:, 2:])
    assert np.array_equal(tied[:, :2], both[:, :2])
    assert not np.array_equal(alone[:, 1], tied[:, 1])


@pytest.mark.parametrize(
    "correlations", [[(A, B, 0.9), (B, C, 0.9), (A, C, -0.9)], [(A, B, 1.0)], [(A, B, -1.0), (C, D, 0.1)]]
)
def test_correlations_that_cannot_be_are_named(correlations):
    with pytest.raises(ValueError, match=f"{A} and {B}") as told:
        quantiles(1, [D], range(3), correlations)
    assert D not in str(told.value)


@pytest.mark.parametrize("correlations", [[(A, A, 0.5)], [(A, B, 0.5), (B, A, 0.5)], [(A, B, 1.5)]])
def test_a_correlation_is_between_two_paths_said_once(correlations):
    with pytest.raises(ValueError, match="between two paths, said once"):
        quantiles(1, [A], range(3), correlations)
