"""The what-if as a web page for executives: the sliders and the curve, no code, nothing to execute."""

from __future__ import annotations

import json
import logging
import os
import socket
import sys
import warnings
import webbrowser
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from secrets import token_urlsafe
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from .asking import FIRST
from .errors import RequestError
from .scenario import Scenario
from .whatif import NEEDED, SPOKEN
from .words import words

#: only this machine can reach the page
HERE = "127.0.0.1"

#: what the page loads of all that may be installed for JupyterLab
WIDGETS = ["@voila-dashboards/widgets-manager8", "@jupyter-widgets/jupyterlab-manager", "anywidget"]

#: the template and the kernel of the page, and its script for the curve, which browsers fetch while Python still begins
TEMPLATE, CURVE = "ekkyo", "curve.js"

#: jsonschema builds a grammar of internet addresses from it at start, which takes seconds; no address is checked here
NEEDLESS = "rfc3987_syntax"


def page(
    file: Annotated[Path, typer.Argument(help="A scenario file (TOML).", show_default=False)],
    lang: Annotated[str, typer.Option(help=f"The language to begin with: {', '.join(SPOKEN)}.")] = "en",
    replicates: Annotated[int, typer.Option(min=1, help="How many the final answer rests on.")] = 200,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where on this machine; 0: any that is free.")] = 8866,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address only.")] = False,
) -> None:
    """The what-if as a web page on this machine: sliders beside the curve, no code; prints its address."""
    missing = [name for name in (*NEEDED, "voila", "ipykernel") if find_spec(name) is None]
    if missing:
        raise RequestError(f"the page needs {', '.join(missing)}: pip install 'ekkyo[app]'")
    if lang not in SPOKEN:
        raise RequestError(f"language {lang}: there are {', '.join(SPOKEN)}")
    scenario, port = Scenario.load(file), free(port)
    with TemporaryDirectory(prefix="ekkyo-") as place:
        furnish(Path(place) / "voila/templates" / TEMPLATE)
        employ(Path(place) / "kernels" / TEMPLATE)
        notebook = Path(place) / "ekkyo.ipynb"
        notebook.write_text(written(scenario, file.absolute(), lang, replicates, port), encoding="utf-8")
        serve(notebook, lang, port, not no_browser)


def furnish(template: Path) -> None:
    """Puts the template of the page where Voilà finds it, with Plotly's script beside it."""
    (plotly,) = (Path(place) for place in find_spec("plotly").submodule_search_locations or ())  # type: ignore[union-attr]
    (template / "static").mkdir(parents=True)
    (template / "conf.json").write_text(json.dumps({"base_template": "lab"}), encoding="utf-8")
    page = files("ekkyo").joinpath("templates/page.html.j2").read_text(encoding="utf-8")
    (template / "index.html.j2").write_text(page, encoding="utf-8")
    copyfile(plotly / "package_data/widgetbundle.js", template / "static" / CURVE)


def employ(kernel: Path) -> None:
    """Has the panel lived by this same Python, which speaks in the terminal of errors only."""
    kernel.mkdir(parents=True)
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", "--log-level=40"]
    about = {"argv": argv, "display_name": "ekkyo", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(about), encoding="utf-8")


def written(scenario: Scenario, file: Path, language: str, replicates: int, port: int) -> str:
    """The notebook behind the page: one cell, the panel."""
    script = f"http://{HERE}:{port}/voila/templates/{TEMPLATE}/static/{CURVE}"
    cell: dict[str, Any] = {"cell_type": "code", "id": "panel", "execution_count": None, "metadata": {}, "outputs": []}
    cell["source"] = f"""\
import sys
sys.modules[{NEEDLESS!r}] = None
import ekkyo as ek
from ekkyo.whatif import panel
panel(ek.Scenario.load({str(file)!r}), {language!r}, {min(replicates, FIRST)}, {replicates}, script={script!r})"""
    kernel = {"name": TEMPLATE, "language": "python", "display_name": "ekkyo"}
    about = {"kernelspec": kernel, "title": scenario.name or file.stem}
    return json.dumps({"cells": [cell], "metadata": about, "nbformat": 4, "nbformat_minor": 5})


def free(port: int) -> int:
    """That port, or any that is free for 0.

    Raises
    ------
    RequestError
        If something else is there.
    """
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HERE, port))
        except OSError as error:
            raise RequestError(f"port {port} cannot be used ({error.strerror}); choose another with --port") from None
        return int(tried.getsockname()[1])


def settings(language: str, port: int, token: str) -> dict[str, Any]:
    """What the server may do: show this one page to whoever has the address with its token, and move its widgets.

    Voilà itself lets a page send its kernel nothing but what widgets say. No file beside the page is served, nobody
    chooses another template, and no settings are taken from the folder it was started in.
    """
    return {
        "Voila": {"ip": HERE, "port": port, "port_retries": 0, "token": token, "open_browser": False, "log_level": 40},
        "VoilaConfiguration": {
            "template": TEMPLATE,
            "strip_sources": True,
            "show_tracebacks": False,
            "file_allowlist": ["(?!)"],
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "extension_allowlist": WIDGETS,
        },
        # whoever closes the page has done with its kernel
        "MappingKernelManager": {"cull_idle_timeout": 120, "cull_interval": 30, "cull_connected": False},
        "HTMLExporter": {"language_code": language},
    }


def has_browser() -> bool:
    """Whether a window can be opened here; one in the terminal would take it away from whoever started the page."""
    return sys.platform in ("darwin", "win32") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))


def serve(notebook: Path, language: str, port: int, browser: bool) -> None:
    """Shows the page until it is interrupted."""
    sys.modules.setdefault(NEEDLESS, None)  # type: ignore[arg-type]
    # what debuggers and older names have to say is for those who write Jupyter
    os.environ |= {"PYDEVD_DISABLE_FILE_VALIDATION": "1", "PYTHONWARNINGS": "ignore"}
    warnings.simplefilter("ignore")
    logging.getLogger("tornado").setLevel(logging.ERROR)
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (str(notebook.parent), os.environ.get("JUPYTER_PATH"))))
    from tornado.ioloop import IOLoop
    from traitlets.config import Config
    from voila.app import Voila

    token = token_urlsafe()
    address = f"http://{HERE}:{port}/?token={token}"

    def begun() -> None:
        print(words(language)["whatif"]["page"].format(address=address), flush=True)
        if browser and has_browser():
            webbrowser.open(address)

    IOLoop.current().add_callback(begun)
    Voila.launch_instance([str(notebook)], config=Config(settings(language, port, token)), config_file_paths=[])
