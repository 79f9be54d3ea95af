"""The report card's pages in Spanish."""

import re
from pathlib import Path

from kiosk import hub as package
from kiosk.hub.desk.languages import words
from kiosk.hub.desk.pages import PAGES
from kiosk.hub.report.periods import LABELS
from kiosk.visits.rating import SCALE, TOPIC_LABELS

HERE = Path(package.__file__).parent
TEMPLATES = ("manage", "top", "report", "report_period", "comments", "flags")
SAID = re.compile(r"""say\(\s*(?:text, )?"((?:[^"\\]|\\.)+)"|text = "([^"]+)"|PHONES = "([^"]+)"|problem="([^"]+)\"""")


def texts() -> set[str]:
    """Everything that these pages say."""
    files = [HERE / "desk" / "templates" / f"{name}.html" for name in TEMPLATES]
    files += (HERE / "report").glob("*.py")
    found = {next(filter(None, match)) for file in files for match in SAID.findall(file.read_text())}
    return found | {*LABELS.values(), *SCALE.values(), *TOPIC_LABELS.values(), *(page.title for page in PAGES)}


def test_every_text_is_said_in_spanish_with_the_same_values() -> None:
    spanish = words("es")
    found = texts()
    assert len(found) > 100
    alike = {"No"}
    for text in sorted(found - alike):
        names = set(re.findall(r"{\w+}", text))
        said = spanish.say(text, **{name[1:-1]: name for name in names})
        assert said != text, f"not translated: {text}"
        assert set(re.findall(r"{\w+}", said)) == names
