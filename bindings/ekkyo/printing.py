"""From what is to be said to a file: HTML that stands alone, and tagged PDF."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from .amounts import Amount, say_share
from .errors import RequestError
from .lines import UNITS
from .tongue import Tongue


def together(text: str) -> str:
    """A sentence of which no line ends between a number and its unit."""
    told = re.sub(r"(?<=\d) (?=%|k\b|M\b|bn\b)", "\N{NO-BREAK SPACE}", text)
    return re.sub(rf"(?<=[\d万億兆])(?=[{UNITS}])", "\N{WORD JOINER}", told)


def cells(x: Amount | None, tongue: Tongue) -> Markup:
    """An amount as three cells: its mean, its middle, and the middle nine tenths."""
    if x is None:
        return Markup("")
    shown = Markup('<td>{}</td><td class="spread">{}</td><td class="spread">{}</td>')
    mean, middle, low, high = (tongue.money(value) for value in (x.mean, x.p50, x.p05, x.p95))
    return shown.format(mean, middle, tongue.between(low, high))


def signed(x: float) -> str:
    """A correlation for reading."""
    return "0.00" if abs(x) < 0.005 else f"{x:+.2f}".replace("-", "−")


def rendered(template: str, pieces: dict[str, Any], tongue: Tongue) -> str:
    """A template of the package with everything that it shows."""
    text = files("ekkyo").joinpath(f"templates/{template}").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters |= {"money": tongue.money, "number": tongue.number, "share": say_share, "weeks": tongue.weeks}
    environment.filters |= {"cells": lambda x: cells(x, tongue), "signed": signed, "together": together}
    environment.filters["to"] = tongue.between
    return environment.from_string(text).render(pieces)


def write_text(text: str, path: Path) -> None:
    """Writes a text, whole or not at all."""
    written = path.with_name(path.name + ".tmp")
    written.write_text(text, encoding="utf-8")
    written.replace(path)


def write_pages(told: Callable[[], str], path: Path) -> None:
    """Writes a document as a tagged PDF (PDF/UA-1), whole or not at all; it is told only where it can be written."""
    html = _weasyprint()
    _write(html(string=told()).render(pdf_variant="pdf/ua-1"), path)


def write_page(pages: Iterable[str], path: Path) -> None:
    """Writes the first of several forms of a document that fits one page as a tagged PDF (PDF/UA-1).

    Raises
    ------
    RequestError
        Where none fits.
    """
    html = _weasyprint()
    for page in pages:
        document = html(string=page).render(pdf_variant="pdf/ua-1")
        if len(document.pages) == 1:
            _write(document, path)
            return
    raise RequestError(f"{path}: there is more to say than one page of A4 has room for; shorten names, or ask for HTML")


def _write(document: Any, path: Path) -> None:
    written = path.with_name(path.name + ".tmp")
    document.write_pdf(written, pdf_variant="pdf/ua-1")
    written.replace(path)


def _weasyprint() -> Any:
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        get = f"{sys.executable} -m pip install weasyprint; apt install libpangoft2-1.0-0"
        needs = f"--pdf needs WeasyPrint and the library Pango: {get}"
        raise RequestError(f"{needs} ({error})") from None
    return HTML
