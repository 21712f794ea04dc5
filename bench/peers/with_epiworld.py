"""The SIS of epiworld, C++ under Python, on random pairs."""

import yardstick
from epiworldpy.epimodels import ModelSIS

people, weeks, seed = yardstick.request()
sis = ModelSIS("community", yardstick.SETTLED, yardstick.PER_CONTACT, yardstick.LEAVING)
one, other = yardstick.pairs(people, seed).T.tolist()
sis.agents_from_edgelist(one, other, people, False)
sis.verbose_off()


def live():
    """Infected at the end of each week."""
    sis.run(weeks, seed)
    susceptible_and_infected = sis.get_db().get_hist_total()["counts"].reshape(-1, 2)
    return susceptible_and_infected[1:, 1]


yardstick.report("epiworld", people, weeks, live)
