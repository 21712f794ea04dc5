"""EoN's event-driven SIS: in continuous time, from one event to the next, on random pairs."""

import random

import EoN
import networkx as nx
import numpy as np
import yardstick

people, weeks, seed = yardstick.request()
random.seed(seed)
graph = nx.empty_graph(people)
graph.add_edges_from(yardstick.pairs(people, seed).tolist())


def live():
    """Infected at the end of each week."""
    told = EoN.fast_SIS(graph, yardstick.PER_CONTACT, yardstick.LEAVING, rho=yardstick.SETTLED, tmax=weeks)
    times, infected = told[0], told[2]
    return infected[np.searchsorted(times, np.arange(1, weeks + 1), side="right") - 1]


yardstick.report("eon", people, weeks, live)
