"""Two worlds, one story: what is drawn is what is told, also to whoever does not see it."""

import ekkyo as ek
import pytest
from ekkyo import lettering, telling
from ekkyo.words import LANGUAGES, words
from matplotlib.text import Text
from test_japanese import latin
from test_stories import INVENTIVE


@pytest.fixture(scope="module")
def run() -> ek.Run:
    return ek.simulate(ek.Scenario.from_toml(INVENTIVE), replicates=12, progress=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_worlds_are_drawn_with_their_numbers_in_words(run: ek.Run, language: str):
    if lettering.fonts("ja") == ("sans-serif",):
        pytest.skip("no Japanese font is installed (apt install fonts-noto-cjk)")
    told = run.stories(2)
    figure = run.plot.story(2, language=language)
    assert figure._repr_png_().startswith(b"\x89PNG")
    label = str(figure.get_label())
    assert telling.twin(told[1], language) in label and ek.say(told[1].value, "JPY", language) in label
    (legend,) = figure.legends
    step = words(language)["stories"]["step"]
    assert [text.get_text() for text in legend.get_texts()] == [step[of] for of in ("under_way", "pays", "no_idea")]
    facts, bold = (
        telling.facts(told[1], language),
        [t.get_text() for t in figure.findobj(Text) if t.get_weight() == "bold"],
    )
    as_rare = words(language)["stories"]["as_rare"].format(**facts)
    assert as_rare in bold and not [text for text in bold if ek.say(told[1].value, "JPY", language) in text]
    if language == "ja":
        seen = [text.get_text() for text in figure.findobj(lambda x: hasattr(x, "get_text"))]
        assert not {word for text in seen for word in latin(text)}
    assert run.frame.story(2)["value"].tolist() == [told[1].value]
    with pytest.raises(ek.RequestError, match="there are"):
        run.plot.story(10_000)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_a_story_lie_on_others(run: ek.Run, language: str, monkeypatch: pytest.MonkeyPatch):
    twin = telling.twin
    # as much to say as there ever is, and twice as much
    monkeypatch.setattr(telling, "twin", lambda *told: twin(*told) * 2)
    for number in range(len(run.stories(4))):
        figure = run.plot.story(number + 1, language=language)
        figure.draw_without_rendering()
        # what is said on the time lines stands on a ground of its own; beneath it, hatching is no word
        words = [t for axis in figure.axes for t in axis.texts if len(t.get_text()) > 1]
        boxes = [text.get_window_extent() for text in words]
        for i, one in enumerate(boxes):
            assert one.y0 > figure.bbox.y0 and one.x1 < figure.bbox.x1, words[i].get_text()
            assert not [words[j].get_text() for j, other in enumerate(boxes[:i]) if one.overlaps(other)], number
