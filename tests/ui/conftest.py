"""Chromium, and servers to look at with it; without `./dev test --ui` these tests are skipped and say so."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

TINY = """
name = "A tiny company"
[company]
employees = 120
silos = 3
[run]
weeks = 60
[support]
level = "standard"
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if os.environ.get("EKKYO_UI") != "1":
        pytest.skip("in a real browser: ./dev test --ui")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no Chromium here: ./dev test --ui installs it")
    playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright here: ./dev test --ui installs it")
    with playwright.sync_playwright() as started:
        # root, as in CI, has no sandbox
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = started.chromium.launch(executable_path=chromium, args=options)
        yield browser
        browser.close()


@pytest.fixture
def look(browser: Any) -> Iterator[Any]:
    """A page of the size of a slide, that fails after half a minute of waiting."""
    context = browser.new_context(viewport={"width": 1280, "height": 1060})
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.toml"
    path.write_text(TINY, encoding="utf-8")
    return path


@pytest.fixture
def begun(browser: Any, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Starts a server by its Python module, and gives the first address it says."""
    servers: list[subprocess.Popen[str]] = []

    def begin(*words: object) -> str:
        command = [sys.executable, "-m", *map(str, words)]
        log = (tmp_path / "server.log").open("w+", encoding="utf-8")
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=tmp_path)
        servers.append(server)
        assert server.stdout is not None
        for line in server.stdout:
            if found := re.search(r"http://\S+", line):
                return found[0]
        log.seek(0)
        raise AssertionError(log.read())

    yield begin
    for server in servers:
        server.terminate()
        server.wait(20)
