"""The yardstick in AgentPy, as its virus-spread example is written: agents on the nodes of a network."""

import agentpy
import networkx as nx
import yardstick


class Employee(agentpy.Agent):
    """Somebody with colleagues, who may be a member."""

    def setup(self):
        """Some are members at first."""
        self.is_member = self.changes = self.model.random.random() < yardstick.MEMBERS_AT_FIRST

    def decide(self):
        """From the state at the start of the week."""
        chance = yardstick.LEAVING
        if not self.is_member:
            colleagues = self.network.neighbors(self).to_list()
            inside = sum(colleague.is_member for colleague in colleagues)
            chance = yardstick.DISCOVERY + yardstick.WORD_OF_MOUTH * (inside / len(colleagues) if colleagues else 0)
        self.changes = self.model.random.random() < chance

    def act(self):
        """Join or leave."""
        if self.changes:
            self.is_member = not self.is_member


class Office(agentpy.Model):
    """Everybody, and a count of the members after each week."""

    def setup(self):
        """People, and who works with whom."""
        graph = nx.empty_graph(self.p.people)
        graph.add_edges_from(yardstick.pairs(self.p.people, self.p.seed).tolist())
        self.employees = agentpy.AgentList(self, self.p.people, Employee)
        self.network = agentpy.Network(self, graph)
        self.network.add_agents(self.employees, self.network.nodes)
        for employee in self.employees:
            employee.network = self.network
        self.members = []

    def step(self):
        """One week."""
        self.employees.decide()
        self.employees.act()
        self.members.append(sum(self.employees.is_member))


people, weeks, seed = yardstick.request()
office = Office({"people": people, "seed": seed, "steps": weeks})
office.sim_setup()


def live():
    """Members at the end of each week."""
    for _ in range(weeks):
        office.sim_step()
    return office.members


yardstick.report("agentpy", people, weeks, live)
