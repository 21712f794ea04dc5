"""What stands around the sliders and the curve of a what-if: headings, switches, buttons, and what is told."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import anywidget
import ipywidgets as w
import traitlets

from .controls import askable
from .drawing import HEIGHT
from .resting import Rests
from .tongue import Tongue
from .whatif import SPOKEN
from .words import words

#: stands between what a parameter is called and its path, where another slider is chosen
NAMED = " · "

#: what a notebook has above and below its cells, in pixels; the sliders are as high as the rest of the window
CHROME = 120

#: and no lower than this
LEAST = 400

#: gives every slider, tick and field of a row the name that stands beside it, for those who hear the page
NAMING = """
function name(panel) {
    for (const row of panel.querySelectorAll(".ekkyo-row")) {
        const said = row.querySelector(".ekkyo-name")?.textContent ?? "";
        for (const part of row.querySelectorAll("input, select, textarea, [role=slider]"))
            if (part.getAttribute("aria-label") !== said) part.setAttribute("aria-label", said);
    }
    // a title that opens a picture is a button, which Jupyter's own is to a mouse only
    for (const title of panel.querySelectorAll(".jupyter-widget-Collapse-header")) {
        title.setAttribute("aria-expanded", title.parentElement.classList.contains("jupyter-widget-Collapse-open"));
        if (title.tabIndex === 0) continue;
        title.tabIndex = 0;
        title.setAttribute("role", "button");
        title.addEventListener("keydown", pressed => {
            if (pressed.key !== "Enter" && pressed.key !== " ") return;
            pressed.preventDefault();
            title.click();
        });
        // whoever opens a picture sees it without looking for it
        title.addEventListener("click", () => setTimeout(() => {
            if (title.parentElement.classList.contains("jupyter-widget-Collapse-open")) title.scrollIntoView();
        }, 100));
    }
    for (const told of panel.querySelectorAll(".ekkyo-told")) told.setAttribute("role", "status");
}
// the list ends where a row does, as far down as the window lets it
function edge(panel) {
    const list = panel.querySelector(".ekkyo-sliders"), top = list.getBoundingClientRect().top - list.scrollTop;
    const most = Math.max(LEAST, innerHeight - CHROME);
    const ends = [...list.querySelectorAll(".ekkyo-row")].map(row => row.getBoundingClientRect().bottom - top);
    list.style.setProperty("--ekkyo-rows", `${Math.max(...ends.filter(end => end <= most))}px`);
}
function render({ model, el }) {
    model.set("is_seen", true);
    model.save_changes();
    let asked = false;
    const see = () => {
        asked = false;
        const panel = el.closest(".ekkyo-panel");
        if (!panel) return;
        panel.lang = model.get("language");
        for (const curve of panel.querySelectorAll(".js-plotly-plot")) {
            curve.setAttribute("role", "figure");
            curve.setAttribute("aria-label", model.get("curve"));
            fitted.observe(curve);
        }
        name(panel);
        edge(panel);
    };
    // the curve hears of the window only, and the room beside the sliders changes without it as well
    const fitted = new ResizeObserver(() => dispatchEvent(new Event("resize")));
    const soon = () => { if (!asked) { asked = true; setTimeout(see, 50); } };
    const watch = new MutationObserver(soon);
    watch.observe(document.body, { childList: true, subtree: true });
    addEventListener("resize", soon);
    model.on("change:language", soon);
    model.on("change:curve", soon);
    soon();
    return () => { watch.disconnect(); fitted.disconnect(); removeEventListener("resize", soon); };
}
export default { render };
""".replace("CHROME", str(CHROME)).replace("LEAST", str(LEAST))


class Naming(anywidget.AnyWidget):
    """Names the controls and the curve of the panel it stands in, and says which language it speaks."""

    _esm = NAMING
    # the sliders scroll beside the curve and stay beside it, for which what stands around the panel must not scroll;
    # the grey of a closed title is too pale on grey; a curve that fits itself anew keeps its height; whoever moves by
    # keyboard sees where, for which the name stands three times, above Jupyter's own "none"; a picture has its room
    # before it is drawn, so that one can go to it at once; all titles stand beside each other, above
    # the picture that is open
    _css = f"""
        :is(.ekkyo-panel, .ekkyo-beside),
        :is(.jp-OutputArea, .jp-OutputArea-child, .jp-OutputArea-output):has(.ekkyo-panel) {{
            overflow: visible !important;
        }}
        .ekkyo-sliders {{
            position: sticky;
            top: 0;
            align-self: flex-start;
            max-height: var(--ekkyo-rows, max({LEAST}px, calc(100vh - {CHROME}px)));
            overflow: hidden auto;
            overscroll-behavior: contain;
            scrollbar-width: thin;
            scrollbar-gutter: stable;
        }}
        .ekkyo-sliders > * {{ flex-shrink: 0; }}
        .ekkyo-pictures {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(min(290px, 100%), 1fr)); }}
        .ekkyo-pictures .jupyter-widget-Collapse {{ display: contents; }}
        .ekkyo-pictures .jupyter-widget-Collapse-contents {{ order: 1; grid-column: 1 / -1; }}
        .ekkyo-pictures .jupyter-widget-Collapse-header {{ color: var(--jp-ui-font-color0, #1b1f24) !important; }}
        .ekkyo-pictures .jupyter-widget-Collapse-open .jupyter-widget-Collapse-contents {{ min-height: 55em; }}
        .ekkyo-over {{
            z-index: 5;
            flex-shrink: 0;
            margin-right: 1em !important;
            padding: .5em;
            border: 1px solid #57606a;
            background: var(--jp-layout-color0, white);
        }}
        .ekkyo-words {{ min-height: 9.2em; flex-shrink: 0; }}
        .ekkyo-words > div {{ font-size: 105%; line-height: 1.4 !important; }}
        .ekkyo-line {{ height: 1.6em; flex-shrink: 0; }}
        .ekkyo-line > div {{ line-height: 1.6 !important; white-space: nowrap; text-overflow: ellipsis; }}
        .ekkyo-status {{ min-width: 0; white-space: nowrap; text-overflow: ellipsis; }}
        .ekkyo-numbers {{ width: 100%; font-size: 92%; table-layout: fixed; border-spacing: .3em 0; line-height: 1.3; }}
        .ekkyo-numbers caption {{ text-align: left; opacity: .8; white-space: nowrap; overflow: hidden; }}
        .ekkyo-numbers th {{ text-align: left; }}
        .ekkyo-numbers :is(th, td) {{ white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }}
        .ekkyo-numbers :is(th, td):first-child {{ width: 25%; }}
        .ekkyo-numbers :is(th, td):last-child {{ width: 33.5%; }}
        .ekkyo-panel.ekkyo-panel.ekkyo-panel :focus-visible {{
            outline: 2px solid #0969da !important;
            outline-offset: 1px;
        }}
        .ekkyo-panel .js-plotly-plot {{ height: {HEIGHT}px; }}
    """
    language = traitlets.Unicode("en").tag(sync=True)
    curve = traitlets.Unicode("").tag(sync=True)
    #: whether a browser shows the panel
    is_seen = traitlets.Bool(False).tag(sync=True)


class Furniture:
    """Everything of the panel but its sliders and its curve; `speak` says all of it in another language."""

    def __init__(self, boxes: dict[str, Any], curve: Any, pictures: Any, add: Callable[[str], object]):
        self.naming = Naming(layout=w.Layout(height="0", margin="0"))
        self.switch = w.ToggleButtons(options=[(name, language) for language, name in SPOKEN.items()], **_narrow())
        self.ledger = w.ToggleButtons(options=["full", "cash"], **_narrow())
        self.headings = {name: w.HTML() for name in boxes}
        self.adding = w.Combobox(ensure_option=False, layout=w.Layout(width="30em"))
        self.adding.observe(lambda change: self._added(change["new"], add), "value")
        buttons = (w.Button(layout=w.Layout(width="auto")) for _ in range(8))
        self.stop, self.make_basis, self.reset_basis, self.save, self.code, self.shut, self.undo, self.back = buttons
        self.name = w.Text(layout=w.Layout(width="9em"))
        self.text = w.Textarea(layout=w.Layout(width="98%", height="12em"))
        self.in_all = w.Button(layout=w.Layout(width="auto", align_self="flex-start", margin="0 0 .6em 1.9em"))
        self.numbers, self.status, self.told, self.notice = w.HTML(), w.HTML(), w.HTML(), w.HTML()
        self.words, self.given = w.HTML(), w.HTML()
        self.words.add_class("ekkyo-words")
        self.told.add_class("ekkyo-line")
        for told in (self.words, self.status, self.told, self.given, self.notice):
            told.add_class("ekkyo-told")
        self.title = w.HTML()
        apart = {"justify_content": "space-between", "align_items": "center"}
        left: list[Any] = [w.HBox([self.title, w.HBox([self.undo, self.back])], layout=_wrapped(**apart))]
        for name, box in boxes.items():
            left += [self.headings[name], box]
        kept = w.HBox([self.code, self.save, self.name], layout=_wrapped())
        switches = w.HBox([self.ledger, kept, self.switch], layout=_wrapped(**apart))
        self.status.add_class("ekkyo-status")
        far = w.HBox([self.status, self.stop], layout=w.Layout(align_items="center", flex="1 1 20em"))
        buttons = w.HBox([far, w.HBox([self.make_basis, self.reset_basis])], layout=_wrapped(**apart))
        # a text to copy lies over the curve until it is closed: it is seen without scrolling, and nothing moves
        message = w.HBox([self.given, self.shut], layout=w.Layout(justify_content="space-between", grid_gap="1em"))
        self.over = w.VBox([message, self.text], layout=w.Layout(display="none"))
        self.over.add_class("ekkyo-over")
        over = w.VBox([self.over], layout=w.Layout(height="0", overflow="visible"))
        self.shut.on_click(lambda _: self.hush())
        right = [switches, self.told, over, curve, self.notice, self.words, buttons, self.numbers, self.naming]
        # side by side even in a narrow notebook, so that whoever moves a slider sees the curve
        left_side = w.VBox([*left, self.adding], layout=w.Layout(flex="1 1 0", min_width="20em", max_width="38em"))
        left_side.add_class("ekkyo-sliders")
        beside = w.HBox([left_side, w.VBox(right, layout=w.Layout(flex="1.4 1 0", min_width="26em"))])
        beside.add_class("ekkyo-beside")
        # pictures have all the width, so that a room can read them
        self.widget = w.VBox([beside, pictures])
        self.widget.add_class("ekkyo-panel")

    def speak(self, language: str, carried: Rests | None) -> None:
        """Says everything in this language."""
        said, names = words(language)["whatif"], words(language)["name"]
        self.naming.language = self.switch.value = language
        for name in ("levers", "prices", "others"):
            self.headings[name].value = f"<b>{escape(said[name])}</b>"
        self.carry(carried)
        ledger = self.ledger.value
        self.ledger.options = [(names["full"], "full"), (names["cash"], "cash")]
        self.ledger.value = ledger
        self.adding.options = [f"{Tongue(language).called(path)}{NAMED}{path}" for path in askable()]
        self.adding.placeholder, self.name.placeholder = said["add"], said["file"]
        for button in ("stop", "make_basis", "reset_basis", "save", "code", "in_all", "undo", "back"):
            getattr(self, button).description = said[button]
        self.shut.description = said["close"]

    def carry(self, carried: Rests | None) -> None:
        """Says what stands first among what nobody knows; before that is known, only what it is."""
        tongue = Tongue(self.naming.language)
        told = carried.heading(tongue) if carried else tongue["whatif"]["unsettled"]
        self.headings["carries"].value = f"<b>{escape(told)}</b>"

    def tell(self, message: str) -> None:
        """Says what a button did, in a line of its own that covers nothing."""
        told = escape(message)
        self.told.value = f'<span title="{told}">{told}</span>'

    def give(self, message: str, text: str) -> None:
        """Gives a text to copy, until somebody closes it."""
        self.given.value, self.text.value = escape(message), text
        self.over.layout.display = ""

    def hush(self) -> None:
        """Takes away what a button said or gave."""
        self.told.value = self.given.value = self.text.value = ""
        self.over.layout.display = "none"

    def _added(self, chosen: str, add: Callable[[str], object]) -> None:
        path = chosen.rpartition(NAMED)[2]
        if path in askable():
            add(path)
            self.adding.value = ""


def _wrapped(**more: str) -> Any:
    """Goes on below where there is too little room."""
    return w.Layout(flex_flow="wrap", **more)


def _narrow() -> dict[str, Any]:
    return {"style": {"button_width": "auto"}}
