"""Two worlds, one story: what is drawn is what is told, also to whoever does not see it."""

import ekkyo as ek
import pytest
from ekkyo import lettering, telling
from ekkyo.words import LANGUAGES
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
    if language == "ja":
        seen = [text.get_text() for text in figure.findobj(lambda x: hasattr(x, "get_text"))]
        assert not {word for text in seen for word in latin(text)}
    assert run.frame.story(2)["value"].tolist() == [told[1].value]
    with pytest.raises(ek.RequestError, match="there are"):
        run.plot.story(10_000)
