"""The yardstick in NumPy and SciPy: a sparse matrix counts the colleagues inside, arrays decide for all at once."""

import numpy as np
import yardstick
from scipy.sparse import coo_array

people, weeks, seed = yardstick.request()
one, other = yardstick.pairs(people, seed).T
ones = np.ones(2 * len(one), dtype=np.float32)
colleagues = coo_array((ones, (np.r_[one, other], np.r_[other, one])), shape=(people, people)).tocsr()
known = np.maximum(colleagues.sum(axis=1), 1)
rng = np.random.default_rng([seed, 1])


def live() -> list[int]:
    """Members at the end of each week."""
    is_member = rng.random(people) < yardstick.MEMBERS_AT_FIRST
    members = []
    for _ in range(weeks):
        share = colleagues @ is_member.astype(np.float32) / known
        joins = yardstick.DISCOVERY + yardstick.WORD_OF_MOUTH * share
        is_member ^= rng.random(people) < np.where(is_member, yardstick.LEAVING, joins)
        members.append(is_member.sum())
    return members


yardstick.report("numpy", people, weeks, live)
