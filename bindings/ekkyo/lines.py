"""Lines for a terminal, in which a letter of Chinese or Japanese takes the room of two."""

from __future__ import annotations

import re
from contextvars import ContextVar
from textwrap import TextWrapper
from unicodedata import east_asian_width

WIDE = "WF"

#: a line is no longer than this, and no window counts as narrower than that
MOST, LEAST = 100, 40

_ROOM = ContextVar("room", default=MOST)

#: stands behind a wide letter while lines are broken, so that it counts twice
_FILLED = "\x00"

#: units that stay with their number
UNITS = "万億兆円週年回人件番分時か月"

#: brackets that stay with what follows, and marks that stay with what they follow
_BEFORE, _AFTER = "「『(", "ぁぃぅぇぉっゃゅょァィゥェォッャュョー、。)」』:・%"
_LETTER = r"[\u3040-\u30ff\u3400-\u9fff]"

#: what a line may not end within: a word, or a Japanese letter with the marks around it
_PIECES = re.compile(
    rf" +|(?:(?:[{_BEFORE}]{_FILLED})*{_LETTER}{_FILLED}?|[^ \u3040-\u30ff\u3400-\u9fff]+(?:[{UNITS}]{_FILLED})*)"
    rf"(?:[{_AFTER}]{_FILLED}?)*"
)


def width(text: str) -> int:
    """How much room a text takes.

    Examples
    --------
    >>> width("NPV"), width("越境")
    (3, 4)
    """
    return sum(2 if east_asian_width(letter) in WIDE else 1 for letter in text)


def left(text: str, room: int) -> str:
    """A text at the left of so much room."""
    return text + " " * (room - width(text))


def right(text: str, room: int) -> str:
    """A text at the right of so much room."""
    return " " * (room - width(text)) + text


def cut(text: str, room: int) -> str:
    """As much of a text as there is room for."""
    while width(text) > room:
        text = text[:-1]
    return text


class _Lines(TextWrapper):
    def _split(self, text: str) -> list[str]:
        return [piece for chunk in super()._split(text) for piece in _PIECES.findall(chunk)]


def fit(columns: int) -> None:
    """From now on lines are no longer than a window is wide; in a wide one they are as long as they ever are.

    Examples
    --------
    >>> fit(44)
    >>> [width(line) for line in wrapped("越境によるイノベーション。" * 4).splitlines()]
    [44, 44, 16]
    >>> fit(200)
    """
    _ROOM.set(max(LEAST, min(MOST, columns)))


def opened(text: str) -> str:
    """With a capital at its beginning."""
    return text[0].upper() + text[1:]


def wrapped(text: str, indent: int = 0, room: int | None = None) -> str:
    """Lines of at most so much room, or as `fit` says, none of which ends between a number and its unit.

    Examples
    --------
    >>> [width(line) for line in wrapped("越境によるイノベーション。" * 8).splitlines()]
    [100, 100, 8]
    >>> wrapped("あ" * 49 + "「越境」").splitlines()[1]
    '「越境」'
    >>> wrapped("2人は260週を通じて", room=8).splitlines()
    ['2人は', '260週を', '通じて']
    """
    together = re.sub(r"(?<=\d) (?=%|k\b|M\b|bn\b)", "\N{NO-BREAK SPACE}", text)
    filled = "".join(letter + _FILLED * (east_asian_width(letter) in WIDE) for letter in together)
    margin = " " * indent
    lines = _Lines(room or _ROOM.get(), initial_indent=margin, subsequent_indent=margin)
    return lines.fill(filled).replace(_FILLED, "").replace("\N{NO-BREAK SPACE}", " ")
