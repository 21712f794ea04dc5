"""NDlib's SIS on random pairs."""

import ndlib.models.epidemics as epidemics
import networkx as nx
import yardstick
from ndlib.models.ModelConfig import Configuration

people, weeks, seed = yardstick.request()
graph = nx.empty_graph(people)
graph.add_edges_from(yardstick.pairs(people, seed).tolist())
settings = Configuration()
settings.add_model_parameter("beta", yardstick.PER_CONTACT)
settings.add_model_parameter("lambda", yardstick.LEAVING)
settings.add_model_parameter("fraction_infected", yardstick.SETTLED)
sis = epidemics.SISModel(graph, seed=seed)
sis.set_initial_status(settings)
sis.iteration(node_status=False)


def live():
    """Infected at the end of each week."""
    return [sis.iteration(node_status=False)["node_count"][1] for _ in range(weeks)]


yardstick.report("ndlib", people, weeks, live)
