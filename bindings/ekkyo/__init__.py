"""What an in-company community is worth: an agent-based simulator of people, ties and hours.

>>> import ekkyo as ek
>>> scenario = ek.Scenario.from_toml('company.employees = 200\\nsupport.level = "standard"')
>>> run = ek.simulate(scenario, replicates=5, progress=False)
>>> statement = run.statement()
"""

from importlib.metadata import version as _version

from .accounts import Account, Book, Clock
from .amounts import Amount, say, say_share, say_weeks
from .around import Around, around
from .beliefs import plausible, plot_parameter
from .benching import bench, memory_needed
from .breakeven import break_even
from .careers import Exam, Referral
from .effectiveness import incremental
from .errors import Fault, RequestError, ScenarioError, StoreError
from .exporting import export
from .mapping import BreakEvenMap, what_must_be_true
from .parts import EngineError
from .people import Help, Stay
from .run import Run, simulate
from .scenario import Scenario
from .statement import Statement
from .store import load
from .stories import Stories, Story
from .study import Study, compare
from .tables import ledger_columns, money_lines, parameters, team_parameters
from .teaming import TeamOrCommunity, team_or_community
from .validating import validate
from .verifying import Verified, verify
from .whatif import whatif

__version__ = _version("ekkyo")

__all__ = [
    "Account",
    "Amount",
    "Around",
    "Book",
    "BreakEvenMap",
    "Clock",
    "EngineError",
    "Exam",
    "Fault",
    "Help",
    "Referral",
    "RequestError",
    "Run",
    "Scenario",
    "ScenarioError",
    "Statement",
    "Stay",
    "StoreError",
    "Stories",
    "Story",
    "Study",
    "TeamOrCommunity",
    "Verified",
    "__version__",
    "around",
    "bench",
    "break_even",
    "compare",
    "export",
    "incremental",
    "ledger_columns",
    "load",
    "memory_needed",
    "money_lines",
    "parameters",
    "plausible",
    "plot_parameter",
    "say",
    "say_share",
    "say_weeks",
    "simulate",
    "team_or_community",
    "team_parameters",
    "validate",
    "verify",
    "what_must_be_true",
    "whatif",
]
