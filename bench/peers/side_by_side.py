"""The word-of-mouth yardstick side by side: `./dev bench --peers`. Prints a page of tables, docs/peers.md.

Every program has a process of its own and one thread. Rounds go through all programs before the next one begins, so
that whatever else the machine does falls on all of them; the page is written anew after every round. Other people's
packages live in environments of their own under build/peers.
"""

from __future__ import annotations

import argparse
import sys

from agreeing import TOO_FAR, agreement
from measuring import measured
from programs import OURS, PEERS, ROOT
from telling import page

PAGE = ROOT / "docs/peers.md"


def main() -> int:
    """Measures, tells, and fails where a program tells another story."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("--rounds", type=int, default=5, help="runs of everything; at least 2")
    asked.add_argument("--only", nargs="+", choices=[peer.name for peer in PEERS], help="beside ours; writes no page")
    told = asked.parse_args()
    if told.rounds < 2:
        asked.error("a spread needs at least two rounds")

    peers = [peer for peer in PEERS if not told.only or peer.name in (OURS, *told.only)]
    for session in measured(peers, told.rounds):
        agreed = list(agreement(session))
        text = page(session, agreed)
        if not told.only:
            PAGE.write_text(text)
    print(text)
    return any(abs(far) >= TOO_FAR for _, _, far in agreed)


if __name__ == "__main__":
    sys.exit(main())
