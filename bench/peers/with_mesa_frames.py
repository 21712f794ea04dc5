"""The yardstick in mesa-frames: employees are a Polars frame. It has no network, so colleagues are a frame to join."""

import numpy as np
import polars as pl
import yardstick
from mesa_frames import AgentSetPolars, ModelDF

people, weeks, seed = yardstick.request()


class Employees(AgentSetPolars):
    """All of them, and who works with whom."""

    def __init__(self, model):
        super().__init__(model)
        self.rng = np.random.default_rng([seed, 1])
        first = self.rng.random(people) < yardstick.MEMBERS_AT_FIRST
        self += pl.DataFrame({"unique_id": np.arange(people), "is_member": first})
        one, other = yardstick.pairs(people, seed).T
        self.colleagues = pl.DataFrame({"unique_id": np.r_[one, other], "colleague": np.r_[other, one]})

    def step(self):
        """One week, from the state at its start."""
        inside = pl.col("is_member").mean().alias("share")
        who = self.agents.select(colleague="unique_id", is_member="is_member")
        shares = self.colleagues.join(who, on="colleague").group_by("unique_id").agg(inside)
        heard = self.agents.select("unique_id").join(shares, on="unique_id", how="left", maintain_order="left")
        joins = yardstick.DISCOVERY + yardstick.WORD_OF_MOUTH * heard["share"].fill_null(0)
        is_member = self.agents["is_member"].to_numpy()
        changes = self.rng.random(people) < np.where(is_member, yardstick.LEAVING, joins.to_numpy())
        self["is_member"] = pl.Series(is_member ^ changes)


class Office(ModelDF):
    """Everybody."""

    def __init__(self):
        super().__init__()
        self.agents += Employees(self)

    def step(self):
        """One week."""
        self.agents.do("step")


office = Office()


def live():
    """Members at the end of each week."""
    members = []
    for _ in range(weeks):
        office.step()
        members.append(office.agents["is_member"].popitem()[1].sum())
    return members


yardstick.report("mesa_frames", people, weeks, live)
