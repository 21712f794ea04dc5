"""The what-if panel, as those who use it see it: moved, stopped, saved, in both languages, and heard."""

import json
import re
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import ekkyo as ek
import pytest
from ekkyo import report, ringi
from ekkyo.drawing import HEIGHT
from ekkyo.tongue import Tongue
from ekkyo.whatif import SPOKEN
from ekkyo.words import LANGUAGES, words

pytestmark = pytest.mark.ui

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build/ui"
#: what the slider of support.events_per_month is called
EVENTS = "Events that an invited employee can go to"
#: what the button is called that makes a plan the basis of comparison
BASIS = {language: words(language)["whatif"]["make_basis"] for language in LANGUAGES}
#: what a price is called that stands below all levers
GUEST = "What an event costs for each guest"
#: notes, by time, every stage that is told and every change of the curve
WATCH = """() => {
    window.seen = [];
    const curve = () => [...document.querySelectorAll(".scatterlayer .js-line")].map(e => e.getAttribute("d")).join();
    const told = () => document.querySelector(".ekkyo-status").textContent;
    let line = curve(), word = told();
    new MutationObserver(() => {
        const now = [curve(), told()];
        if (now[0] !== line) window.seen.push(["curve", performance.now()]);
        if (now[1] !== word) window.seen.push([now[1], performance.now()]);
        [line, word] = now;
    }).observe(document.querySelector(".ekkyo-panel"), { subtree: true, childList: true, attributes: true,
                                                        characterData: true });
    addEventListener("keydown", () => { window.began = performance.now(); window.seen = []; }, true);
    addEventListener("click", () => { window.clicked = performance.now(); }, true);
}"""


def picture(look: Any, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    look.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def told(look: Any, words: str, seconds: float = 60) -> None:
    look.wait_for_selector(f".ekkyo-told:has-text('{words}')", timeout=1000 * seconds)


def in_sight(look: Any, selector: str) -> bool:
    """Whether all of it is in the window."""
    box, window = look.locator(selector).first.bounding_box(), look.viewport_size
    return bool(box["y"] >= 0 and box["y"] + box["height"] <= window["height"])


def price_beside_the_curve(look: Any) -> None:
    """A price that stands below all levers, and the curve that it moves, are seen at once."""
    look.wait_for_timeout(300)  # the list takes its height from the window
    slider(look, GUEST).scroll_into_view_if_needed()
    look.wait_for_timeout(300)
    for seen in (f"[role=slider][aria-label='{GUEST}']", ".ekkyo-panel .main-svg", ".ekkyo-words"):
        assert in_sight(look, seen), seen


def slider(look: Any, name: str) -> Any:
    return look.get_by_role("slider", name=name, exact=True)


def moment(look: Any, words: str) -> float:
    """Milliseconds from the key to the first time that this was seen."""
    seen = look.evaluate("() => window.seen.map(([word, when]) => [word, when - window.began])")
    return float(next(when for word, when in seen if words in word))


def faults(look: Any, within: str = ".ekkyo-panel") -> list[str]:
    """What those who hear or hardly see it would miss."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(look, context={"include": [[within]]}).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {node['html'][:200]}" for one in serious for node in one["nodes"]]


def foreign(look: Any) -> list[str]:
    """What is asked of other machines from now on."""
    asked: list[str] = []

    def note(request: Any) -> None:
        if urlsplit(request.url).hostname not in ("127.0.0.1", None) and not request.url.startswith("blob:http://127."):
            asked.append(request.url)

    look.on("request", note)
    return asked


#: the smallest letters of the picture that is open, in pixels as they are seen
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".ekkyo-pictures [role=img] svg")]
    .filter(svg => svg.getBoundingClientRect().width > 0)
    .flatMap(svg => [...svg.querySelectorAll("text")])
    .map(text => [parseFloat(getComputedStyle(text).fontSize), text.getScreenCTM()])
    .map(([size, seen]) => size * Math.hypot(seen.a, seen.b)))"""


def test_the_page_moves_refines_switches_saves_and_can_be_heard(look: Any, begun: Callable[..., str], tiny: Path):
    elsewhere = foreign(look)
    look.goto(begun("ekkyo.cli", "app", tiny, "--no-browser", "--port", 0, "--replicates", 40))
    told(look, "final")
    assert not faults(look)
    picture(look, "page-en")
    look.set_viewport_size({"width": 1280, "height": 720})
    price_beside_the_curve(look)
    picture(look, "page-prices")
    look.set_viewport_size({"width": 1280, "height": 1060})
    look.evaluate(WATCH)
    slider(look, EVENTS).press("End")
    look.wait_for_function("() => window.seen.some(([word]) => word === 'curve')")
    look.wait_for_function("() => window.seen.some(([word]) => word.includes('final'))")
    look.get_by_role("button", name=BASIS["en"]).click()
    look.get_by_placeholder("name.toml").fill("mine")
    look.get_by_placeholder("name.toml").press("Tab")
    look.set_viewport_size({"width": 1280, "height": 800})
    look.evaluate("() => scrollTo(0, 0)")
    words = look.locator(".ekkyo-words").bounding_box()
    look.get_by_role("button", name="Save as scenario").click()
    told(look, "Saved as")
    assert look.evaluate("() => scrollY") == 0 and in_sight(look, ".ekkyo-told:has-text('Saved as')")
    picture(look, "page-saved")
    look.get_by_role("button", name="Copy as code").click()
    look.locator(".ekkyo-panel textarea").wait_for()
    assert look.evaluate("() => scrollY") == 0 and in_sight(look, ".ekkyo-panel textarea")
    picture(look, "page-code")
    assert not faults(look)
    assert look.locator(".ekkyo-words").bounding_box() == words
    look.get_by_role("button", name="Close").click()
    look.locator(".ekkyo-panel textarea").wait_for(state="hidden")
    assert look.locator(".ekkyo-words").bounding_box() == words
    look.set_viewport_size({"width": 1280, "height": 1060})
    saved = ek.Scenario.load(tiny.parent / "mine.toml")
    assert saved["support.events_per_month"] > ek.Scenario.load(tiny)["support.events_per_month"]
    look.get_by_role("button", name="日本語").click()
    told(look, "確定")
    look.wait_for_selector(".ekkyo-panel[lang=ja]")
    look.wait_for_selector("[aria-label='支援レベル']")
    # Plotly's own tools speak English only
    look.locator(".ekkyo-panel .main-svg").first.hover()
    assert look.locator(".ekkyo-panel .modebar-btn").count() == 0
    assert not faults(look)
    picture(look, "page-ja")
    assert not elsewhere


def test_half_a_host_in_year_two_is_asked_as_the_start_page_says(look: Any, begun: Callable[..., str], tmp_path: Path):
    scenario = tmp_path / "company.toml"
    shipped = (ROOT / "scenarios/it-company-2000.toml").read_text(encoding="utf-8")
    scenario.write_text(shipped, encoding="utf-8")
    page = " ".join(page_of("docs/start.md").split())
    when, year, hosts, said = re.findall(
        r"At \*(.+?)\* choose \*(.+?)\*\..* At \*(.+?)\* type 0.1 .* beneath the curves: \*(.+?)…", page
    )[0]
    look.goto(begun("ekkyo.cli", "app", scenario, "--no-browser", "--port", 0, "--replicates", 16))
    told(look, "final")
    look.get_by_label(when).select_option(label=year)
    row = look.locator(".ekkyo-row", has=look.get_by_text(hosts, exact=True)).last
    row.get_by_text("15 hours, or 2 days, a week").wait_for()
    knob = slider(look, hosts)
    for _ in range(10):
        knob.press("ArrowLeft")
    row.get_by_text("0.1 full-time hosts per 1,000 employees").wait_for()
    number = look.get_by_role("textbox", name=hosts, exact=True)
    assert number.input_value() == "0.1"
    number.fill("0.15")
    number.press("Enter")
    row.get_by_text("= 11 hours, or 1.5 days, a week").wait_for()
    number.fill("0.1")
    number.press("Enter")
    row.get_by_text("= 7.6 hours, or one day, a week").wait_for()
    look.wait_for_selector(f".ekkyo-words:has-text({json.dumps(said, ensure_ascii=False)})")
    told(look, "final")
    years = look.locator(".ekkyo-panel .xaxislayer-above .xtick").all_text_contents()
    assert years == [f"year {n}" for n in range(1, 6)]
    picture(look, "page-half-a-host")
    look.get_by_placeholder("name.toml").fill("mine.toml")
    look.get_by_placeholder("name.toml").press("Tab")
    look.get_by_role("button", name="Save as scenario").click()
    told(look, "Saved as")
    block = re.search(r"<!-- change -->\s+```toml\n(.*?)```", page_of("docs/start.md"), flags=re.DOTALL)
    assert block is not None
    (tmp_path / "typed.toml").write_text(shipped + block[1], encoding="utf-8")
    assert changes(tmp_path / "mine.toml") == changes(tmp_path / "typed.toml")


def page_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def changes(path: Path) -> list[tuple[int, str, Any]]:
    return [(s.from_week, s.path, s.value) for s in ek.Scenario.load(path).engine.settings if s.from_week]


def test_a_number_far_beyond_the_scale_is_taken_at_once(look: Any, begun: Callable[..., str], tiny: Path):
    look.goto(begun("ekkyo.cli", "app", tiny, "--no-browser", "--port", 0, "--replicates", 4))
    told(look, "final")
    number = look.get_by_role("textbox", name=EVENTS, exact=True)
    for typed in ("60", "0.5", "400"):
        number.fill(typed)
        number.press("Enter")
        look.wait_for_timeout(1500)
        assert number.input_value() == typed
    # a row has one bar, the slider's
    scrolled = "e => [...e.querySelectorAll('*')].some(e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)"
    scrolled += " && e.scrollWidth > e.clientWidth)"
    rows = look.locator(".ekkyo-row")
    assert not [rows.nth(n).inner_text() for n in range(rows.count()) if rows.nth(n).evaluate(scrolled)]


def test_the_value_and_the_number_follow_while_a_slider_is_dragged(look: Any, begun: Callable[..., str], tiny: Path):
    look.goto(begun("ekkyo.cli", "app", tiny, "--no-browser", "--port", 0, "--replicates", 4))
    told(look, "final")
    knob, number = slider(look, EVENTS), look.get_by_role("textbox", name=EVENTS, exact=True)
    shown = look.locator(".ekkyo-row", has=look.get_by_text(EVENTS, exact=True)).last
    box = knob.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    look.mouse.move(x, y)
    look.mouse.down()
    seen = set[str]()
    for step in range(1, 5):
        look.mouse.move(x + 15 * step, y)
        look.wait_for_timeout(300)
        seen.add(number.input_value())
        assert f"{float(number.input_value()):.3g} events per month" in shown.inner_text()
    assert len(seen) == 4
    look.mouse.up()


def test_how_soon_it_shows_at_2000_people(look: Any, begun: Callable[..., str]):
    scenario = ROOT / "scenarios/it-company-2000.toml"
    began = time.perf_counter()
    look.goto(begun("ekkyo.cli", "app", scenario, "--no-browser", "--port", 0, "--replicates", 200))
    told(look, "futures")
    print(f"\nopened, with its first curve: {time.perf_counter() - began:.1f} s")
    told(look, "final")
    look.evaluate(WATCH)
    knob = slider(look, EVENTS)
    knob.press("End")
    look.wait_for_function("() => window.seen.some(([word]) => word.includes('final'))", timeout=60_000)
    assert moment(look, "calculating") <= moment(look, "curve") < moment(look, "final"), "what is old is not final"
    print(f"moved: first curve {moment(look, 'curve'):.0f} ms, final number {moment(look, 'final'):.0f} ms")
    picture(look, "page-2000")
    knob.press("PageDown")
    look.wait_for_function("() => window.seen.some(([word]) => word.includes('first look'))")
    look.get_by_role("button", name="Stop").click()
    told(look, "stopped")
    clicked = look.evaluate("() => window.clicked - window.began")
    print(f"stopped: {moment(look, 'stopped') - clicked:.0f} ms")
    look.wait_for_timeout(1500)
    assert look.locator(".ekkyo-told:has-text('final')").count() == 0
    picture(look, "page-stopped")


#: ends of a slider: their smallest letters, and whether the mark of the base lies on one of them
ENDS = """() => [...document.querySelectorAll(".ekkyo-row div:has(> span + span + span)")].map(marks => {
    const [least, most, base] = [...marks.children].map(one => one.getBoundingClientRect());
    const beside = end => base.right <= end.left || base.left >= end.right;
    const apart = [least, most].every(end => beside(end) || base.bottom <= end.top + 3);
    return [parseFloat(getComputedStyle(marks).fontSize), apart];
})"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_all_pictures_are_seen_at_once_and_the_ends_of_every_slider_can_be_read(
    look: Any, begun: Callable[..., str], language: str
):
    look.set_viewport_size({"width": 1280, "height": 800})
    scenario = ROOT / "scenarios/it-company-2000.toml"
    look.goto(begun("ekkyo.cli", "app", scenario, "--no-browser", "--port", 0, "--replicates", 16))
    look.get_by_role("button", name=SPOKEN[language]).click()
    told(look, words(language)["whatif"]["final"])
    look.wait_for_timeout(500)
    picture(look, f"page-1280x800-{language}")
    titles = [title.bounding_box() for title in look.locator(".ekkyo-pictures .jupyter-widget-Collapse-header").all()]
    assert len(titles) == 4 and max(box["y"] + box["height"] for box in titles) <= 800
    ends = look.evaluate(ENDS)
    assert len(ends) > 10 and all(size >= 12 and apart for size, apart in ends), ends


#: where everything stands that must not move when somebody moves something, and whether the list ends at a row's edge
PLACES = """() => {
    const place = name => {
        const {x, y, width, height} = document.querySelector(name).getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
    };
    const [list, curve, words, numbers] = [".ekkyo-sliders", ".main-svg", ".ekkyo-words", ".ekkyo-numbers"];
    const heads = [...document.querySelectorAll(".ekkyo-numbers th")].map(one => one.getBoundingClientRect().x);
    const end = document.querySelector(list).getBoundingClientRect().bottom;
    const cut = [...document.querySelectorAll(".ekkyo-row")].map(row => row.getBoundingClientRect()).filter(
        row => row.top < end - 1 && row.bottom > end + 1);
    return [[curve, words, numbers, ".jupyter-widget-Collapse-header"].map(place), heads, cut.length];
}"""


#: where each row of the list begins
ROWS = """() => [...document.querySelectorAll(".ekkyo-row")].map(row => Math.round(row.getBoundingClientRect().y))"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_jumps_when_something_is_moved_and_a_basis_keeps_the_sentence(
    look: Any, begun: Callable[..., str], language: str
):
    look.set_viewport_size({"width": 1280, "height": 800})
    scenario, said = ROOT / "scenarios/it-company-2000.toml", words(language)["whatif"]
    look.goto(begun("ekkyo.cli", "app", scenario, "--no-browser", "--port", 0, "--replicates", 16, "--lang", language))
    told(look, said["final"])
    look.wait_for_timeout(500)
    opened = look.evaluate(PLACES)
    picture(look, f"opened-1280x800-{language}")
    look.get_by_label(said["when"]).select_option(index=2)
    look.get_by_text(said["in_these"]).wait_for()
    look.wait_for_timeout(500)
    rows = look.evaluate(ROWS)
    hosts = look.get_by_role("textbox", name=Tongue(language).called("support.host_fte_per_1000"), exact=True)
    hosts.fill("0.1")
    hosts.press("Enter")
    moved = "0.2 to 0.1 full-time hosts" if language == "en" else "に半減すると"
    look.locator(".ekkyo-words", has_text=moved).wait_for()
    look.wait_for_timeout(500)
    assert look.evaluate(PLACES) == opened and opened[2] == 0 and look.evaluate(ROWS) == rows
    picture(look, f"moved-1280x800-{language}")
    table = look.locator(".ekkyo-numbers").inner_text()
    look.get_by_role("button", name=BASIS[language]).click()
    named = "0.2 → 0.1 full-time hosts per 1,000 employees in year 2 only (weeks 52 to 103)"
    named = named if language == "en" else "1,000人あたり0.2人 → 1,000人あたり0.1人、2年目だけ(第52〜103週)"
    look.locator(".ekkyo-words", has_text=named).wait_for()
    look.wait_for_timeout(500)
    named = table.replace(said["now"], said["now_basis"])
    assert look.evaluate(PLACES) == opened and look.locator(".ekkyo-numbers").inner_text() == named
    # no number is cut off
    cut = "() => [...document.querySelectorAll('.ekkyo-numbers td')].filter(e => e.scrollWidth > e.clientWidth).length"
    assert look.evaluate(cut) == 0
    picture(look, f"basis-1280x800-{language}")
    look.get_by_role("button", name=said["reset_basis"]).click()
    look.locator(".ekkyo-words", has_text=moved).wait_for()


def test_the_four_pictures_open_and_can_be_heard_in_a_narrow_window_as_well(look: Any, begun: Callable[..., str]):
    scenario = ROOT / "scenarios/it-company-2000.toml"
    look.goto(begun("ekkyo.cli", "app", scenario, "--no-browser", "--port", 0, "--replicates", 32))
    told(look, "final")
    for width in (1280, 800):
        look.set_viewport_size({"width": width, "height": 1060})
        for number, name in enumerate(
            ("Two worlds, one story", "The one-year trap", "What must be true", "The ladder")
        ):
            look.locator(f".ekkyo-pictures :text('{name}')").first.click()
            look.locator(".ekkyo-pictures [role=img] svg >> visible=true").wait_for()
            look.wait_for_timeout(500)
            picture(look, f"picture-{width}-{number}")
            # what a room reads on a slide, without scrolling to it
            top = look.locator(".ekkyo-pictures [role=img] svg >> visible=true").bounding_box()["y"]
            assert 0 <= top < 400, name
            assert width < 1280 or 12 <= look.evaluate(SMALLEST) < 100, name
            assert not faults(look)
            look.locator(f".ekkyo-pictures :text('{name}')").first.click()
        assert look.evaluate("() => document.documentElement.scrollWidth") <= width


#: whether the curve is as wide as the room it has, and as high as ever
FITS = """() => {
    const [svg, room] = [".ekkyo-panel .main-svg", ".ekkyo-panel .js-plotly-plot"].map(
        name => document.querySelector(name).getBoundingClientRect());
    return Math.abs(svg.width - room.width) < 1 && svg.height === HEIGHT;
}""".replace("HEIGHT", str(HEIGHT))


def test_the_curve_is_as_wide_as_the_window_lets_it(look: Any, begun: Callable[..., str], tiny: Path):
    look.goto(begun("ekkyo.cli", "app", tiny, "--no-browser", "--port", 0, "--replicates", 4))
    told(look, "final")
    widths = []
    for width in (1280, 800, 1280):
        look.set_viewport_size({"width": width, "height": 1060})
        look.wait_for_function(
            f"""() => {{
                const room = document.querySelector('.ekkyo-panel .js-plotly-plot').clientWidth;
                return room > {width / 2} && room < {width / 1.5} && ({FITS})();
            }}"""
        )
        widths.append(look.evaluate("() => document.querySelector('.ekkyo-panel .main-svg').clientWidth"))
    assert widths[1] < widths[0] - 200 and widths[2] == widths[0]


#: what takes the keyboard, in turn: what it is, what it is called, and whether one sees that it does
FOCUSED = """() => {
    const here = document.activeElement, near = here.closest(".ekkyo-row, .noUi-handle") ?? here;
    const style = getComputedStyle(here), lit = s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0;
    const called = here.getAttribute("aria-label") ?? here.textContent.trim();
    return [here.tagName, called || here.placeholder || here.title, lit(style) || style.boxShadow !== "none",
            here.getBoundingClientRect().x, here.getBoundingClientRect().y];
}"""


def test_every_control_is_reached_by_the_keyboard_in_the_order_it_stands(
    look: Any, begun: Callable[..., str], tiny: Path
):
    look.goto(begun("ekkyo.cli", "app", tiny, "--no-browser", "--port", 0, "--replicates", 4))
    told(look, "final")
    look.wait_for_selector(f"[aria-label='{EVENTS}']")
    # there is a plan to make the basis, and then a way back
    slider(look, EVENTS).press("End")
    look.get_by_role("button", name=BASIS["en"], disabled=False).click()
    slider(look, EVENTS).press("Home")
    look.get_by_role("button", name=BASIS["en"], disabled=False).wait_for()
    told(look, "final")
    look.get_by_text(words("en")["whatif"]["levers"], exact=True).click()
    reached: list[list[Any]] = []
    for _ in range(120):
        look.keyboard.press("Tab")
        now = look.evaluate(FOCUSED)
        if reached and (now[0] == "BODY" or now == reached[0]):
            break
        if now[0] != "BODY":
            reached.append(now)
    names = [name for _, name, *_ in reached]
    for name in ("Support level", EVENTS, "What an event costs for each guest", BASIS["en"], "Save as scenario"):
        assert name in names, names
    # nothing is left to stop
    assert "Stop" not in names
    assert (
        names.index("Support level")
        < names.index(EVENTS)
        < names.index(BASIS["en"])
        < names.index("The ladder of belief")
    )
    # every slider has its tick before it, and its number behind it
    assert [tag for tag, name, *_ in reached if name == EVENTS] == ["INPUT", "DIV", "INPUT"]
    assert not [one for one in reached if not one[2]]
    look.locator(".ekkyo-pictures [role=button]").nth(3).focus()
    look.keyboard.press("Enter")
    look.wait_for_selector(".ekkyo-pictures [role=button][aria-expanded=true]:has-text('The ladder of belief')")


def test_the_page_shows_no_source_and_runs_nothing_else(look: Any, begun: Callable[..., str], tiny: Path):
    address = begun("ekkyo.cli", "app", tiny, "--no-browser", "--port", 0, "--replicates", 4)
    sockets: list[Any] = []
    look.on("websocket", lambda socket: sockets.append(socket))
    look.goto(address)
    told(look, "final")
    assert "Scenario.load" not in look.content() and "import ekkyo" not in look.content()
    # whoever speaks to the kernel beside the page is refused
    look.evaluate(
        """async ([place, proof]) => {
            const socket = new WebSocket(place);
            await new Promise(done => socket.onopen = done);
            const header = { msg_id: "1", msg_type: "execute_request", session: "s", username: "", version: "5.3" };
            const content = { code: `open(${JSON.stringify(proof)}, "w")`, silent: false };
            socket.send(JSON.stringify({ header, content, parent_header: {}, metadata: {}, channel: "shell" }));
            await new Promise(done => setTimeout(done, 3000));
        }""",
        [sockets[0].url, str(tiny.parent / "proof")],
    )
    assert not (tiny.parent / "proof").exists()
    # and nothing of all this alarms whoever has the terminal
    assert not (tiny.parent / "server.log").read_text(encoding="utf-8")
    # without its token there is a question for it, and no panel
    with urlopen(address.partition("?")[0]) as answer:
        assert "ekkyo" not in answer.read().decode() and "login" in answer.url


@pytest.mark.parametrize(("app", "place"), [("jupyterlab.labapp", "lab/tree"), ("notebook.app", "notebooks")])
def test_it_works_in_jupyterlab_and_notebook_7(look: Any, begun: Callable[..., str], tiny: Path, app: str, place: str):
    code = f"import ekkyo as ek\nek.whatif(ek.Scenario.load({str(tiny)!r}), few=4, replicates=20)"
    cell = {"cell_type": "code", "id": "a", "execution_count": None, "metadata": {}, "outputs": [], "source": code}
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    notebook = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (tiny.parent / "what-if.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--port={port}", "--no-browser", "--allow-root", "--IdentityProvider.token=t"]
    server = f"import sys; print('http://127.0.0.1:{port}', flush=True); from {app} import main; sys.exit(main())"
    (tiny.parent / "served.py").write_text(server, encoding="utf-8")
    begun("served", *options)
    for _ in range(100):
        try:
            urlopen(f"http://127.0.0.1:{port}/api").close()
            break
        except OSError:
            time.sleep(0.2)
    look.goto(f"http://127.0.0.1:{port}/{place}/what-if.ipynb?token=t")
    look.locator(".jp-CodeCell .cm-content").first.click()
    look.wait_for_selector("[title*='Idle'], [data-status='idle'], .jp-NotebookKernelStatus", state="attached")
    look.keyboard.press("Shift+Enter")
    told(look, "final")
    before = look.locator(".ekkyo-panel table").inner_text()
    price_beside_the_curve(look)
    # its number stands beside it, however narrow a notebook is
    boxes = [one.bounding_box() for one in (slider(look, GUEST), look.get_by_role("textbox", name=GUEST, exact=True))]
    assert boxes[0]["x"] < boxes[1]["x"] and abs(boxes[0]["y"] - boxes[1]["y"]) < 30
    picture(look, place.replace("/", "-") + "-prices")
    slider(look, EVENTS).press("End")
    look.wait_for_function("before => document.querySelector('.ekkyo-panel table').innerText !== before", arg=before)
    told(look, "final")
    assert not faults(look)
    picture(look, place.replace("/", "-"))


@pytest.fixture(scope="module")
def study() -> ek.Study:
    scenario = ek.Scenario.load(ROOT / "scenarios/it-company-2000.toml")
    return ek.compare(scenario, replicates=16, progress=False, sponsored=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "page"), [("report", report.Report), ("ringi", ringi.ringi)])
def test_a_report_can_be_heard_and_read_in_a_narrow_window(
    look: Any, study: ek.Study, tmp_path: Path, language: str, name: str, page: Callable[[ek.Study, str], Any]
):
    path = tmp_path / f"{name}.html"
    page(study, language).write_html(path)
    elsewhere = foreign(look)
    look.goto(path.as_uri())
    for width in (1280, 800):
        look.set_viewport_size({"width": width, "height": 1060})
        assert not faults(look, "html")
        assert look.evaluate("() => document.documentElement.scrollWidth") <= width
        picture(look, f"{name}-{language}-{width}")
    assert [url for url in elsewhere if not url.startswith("file:")] == []
