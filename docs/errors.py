"""Writes docs/errors.md: every mistake of docs/mistakes.toml is made, and what ekkyo says to it is taken down.

`./dev docs`, or `.venv/bin/python docs/errors.py`.
"""

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from unittest.mock import patch

import ekkyo as ek
from ekkyo import cli

HERE = Path(__file__).parent
PAGE = HERE / "errors.md"
MISTAKES: list[dict[str, Any]] = tomllib.loads((HERE / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]

#: what a scenario has above what is shown, so that it is lived in no time
START = "[company]\nemployees = 50\n[run]\nweeks = 60\n"
NAMED = 'name = "A small company"\n'

HEAD = """\
# When ekkyo says no

Written by `./dev docs` from `docs/mistakes.toml`; do not edit. Each of these mistakes was made to write this page, and
a test makes them again: the messages are those you will see.

A message about a file begins with its name, line and column. A refusal leaves everything as it was, and the command
ends with exit code 2 (1 if the machine failed, 130 if you broke it off). `…` stands for what differs between machines.
"""


@contextlib.contextmanager
def own_folder(mistake: dict[str, Any]) -> Iterator[None]:
    """An empty folder with the files of a mistake."""
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        for name, text in mistake.get("files", {}).items():
            Path(name).write_text(text.lstrip() or NAMED + START, encoding="utf-8")
        yield


def said(command: str) -> tuple[str, int]:
    """What a command says on stderr, and its exit code."""
    heard, code = io.StringIO(), 0
    with (
        patch.object(sys, "argv", ["ekkyo", *shlex.split(command)]),
        patch.dict(os.environ, {"COLUMNS": "110", "TERMINAL_WIDTH": "110", "NO_COLOR": "1"}),
        contextlib.redirect_stderr(heard),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
    return heard.getvalue(), code


def edit(changes: dict[str, list[str]]) -> None:
    """What somebody does to the files of a run between two commands; * is all of one."""
    for name, (old, new) in changes.items():
        path = Path(name)
        path.write_text(new if old == "*" else path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def same_everywhere(text: str) -> str:
    """A message without what differs between machines."""
    text = re.sub(r"(this machine has|[Uu]p to|about) [\d.,]+ [kMGT]?B", r"\1 …", text)
    text = re.sub(r"[\d,]+( replicates would fit)", r"…\1", text)
    text = re.sub(r"(Usage: |Try ')[^'\n]*?ekkyo ", r"\1ekkyo ", text)
    text = re.sub(r"\b[0-9a-f]{12,20}\b", "…", text)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def provoke(mistake: dict[str, Any]) -> str:
    """Makes a mistake, and gives what is said to it.

    Raises
    ------
    AssertionError
        If nothing is said.
    """
    with own_folder(mistake):
        if "python" in mistake:
            try:
                exec(mistake["python"], {"ek": ek})
            except (ValueError, KeyError, RuntimeError) as error:
                return same_everywhere(f"{type(error).__name__}: {error}")
            raise AssertionError(f"{mistake['name']}: nothing is wrong")
        for command in mistake.get("first", []):
            message, code = said(command)
            assert code == 0, message
        edit(mistake.get("edit", {}))
        message, code = said(mistake["command"])
        assert code == 2, f"{mistake['name']}: exit code {code}: {message}"
        return same_everywhere(message)


def entry(mistake: dict[str, Any]) -> list[str]:
    """A mistake as it stands on the page."""
    lines = [f"### {mistake['name']}", ""]
    for name, text in mistake.get("files", {}).items():
        if text:
            kind = "toml" if name.endswith(".toml") else "text"
            lines += [f"`{name}`:", "", f"```{kind}", *text.strip().splitlines(), "```", ""]
    if "python" in mistake:
        lines += ["```python", *mistake["python"].strip().splitlines(), "```", "", "```text"]
    else:
        lines += ["```text", *(f"$ ekkyo {command}" for command in mistake.get("first", []))]
        lines += [f"# {what}" for what in mistake.get("edit", {}) for what in [f"{what} is changed by hand"]]
        lines += [f"$ ekkyo {mistake['command']}"]
    return [*lines, provoke(mistake), "```", "", f"{mistake['why']} *Cure:* {mistake['cure']}", ""]


def page() -> str:
    """The whole page."""
    lines = [HEAD]
    for group, mistakes in groupby(MISTAKES, key=lambda mistake: mistake["group"]):
        lines += [f"## {group}", ""]
        for mistake in mistakes:
            lines += entry(mistake)
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
