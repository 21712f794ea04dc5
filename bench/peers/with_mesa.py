"""The yardstick in Mesa as its own network examples are written: agents on cells, asking those around them."""

import mesa
import networkx as nx
import yardstick
from mesa.discrete_space import FixedAgent, Network


class Employee(FixedAgent):
    """Somebody with colleagues, who may be a member."""

    def __init__(self, model, cell):
        super().__init__(model)
        self.cell = cell
        self.is_member = self.changes = self.random.random() < yardstick.MEMBERS_AT_FIRST

    def decide(self):
        """From the state at the start of the week."""
        chance = yardstick.LEAVING
        if not self.is_member:
            colleagues = list(self.cell.neighborhood.agents)
            inside = sum(colleague.is_member for colleague in colleagues)
            chance = yardstick.DISCOVERY + yardstick.WORD_OF_MOUTH * (inside / len(colleagues) if colleagues else 0)
        self.changes = self.random.random() < chance

    def act(self):
        """Join or leave."""
        if self.changes:
            self.is_member = not self.is_member


class Office(mesa.Model):
    """Everybody, and a count of the members after each week."""

    def __init__(self, people, seed):
        super().__init__(seed=seed)
        graph = nx.empty_graph(people)
        graph.add_edges_from(yardstick.pairs(people, seed).tolist())
        self.network = Network(graph, capacity=1, random=self.random)
        for cell in self.network.all_cells:
            Employee(self, cell)
        count = {"members": lambda office: sum(employee.is_member for employee in office.agents)}
        self.datacollector = mesa.DataCollector(model_reporters=count)

    def step(self):
        """One week."""
        self.agents.do("decide")
        self.agents.do("act")
        self.datacollector.collect(self)


people, weeks, seed = yardstick.request()
office = Office(people, seed)


def live():
    """Members at the end of each week."""
    for _ in range(weeks):
        office.step()
    return office.datacollector.model_vars["members"]


yardstick.report("mesa", people, weeks, live)
