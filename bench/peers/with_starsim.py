"""Starsim's own SIS on its own random network of eight lasting contacts."""

import starsim as ss
import yardstick

people, weeks, seed = yardstick.request()
sis = ss.SIS(
    beta=ss.perweek(yardstick.PER_CONTACT),
    init_prev=yardstick.SETTLED,
    dur_inf=ss.expon(ss.weeks(1 / yardstick.LEAVING)),
    waning=ss.perweek(0),
    imm_boost=0,
)
contacts = ss.RandomNet(n_contacts=2 * yardstick.PAIRS_PER_PERSON, dur=ss.years(100))
sim = ss.Sim(
    n_agents=people,
    networks=contacts,
    diseases=sis,
    dt=ss.week,
    start="2026-04-01",
    dur=ss.weeks(weeks - 1),
    rand_seed=seed,
    verbose=0,
)
sim.init()


def live():
    """Infected at the end of each week."""
    sim.run()
    return sim.results.sis.n_infected


yardstick.report("starsim", people, weeks, live)
