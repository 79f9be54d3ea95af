"""Eight languages: chosen by touch, live on the screen that stands, and gone with the patient."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtQuick import QQuickItem

from kiosk.config import LANGUAGES
from kiosk.tablet.language import LANGUAGES as SPOKEN
from kiosk.visits.events import Acknowledged, Arrived
from tests.tablets import PORTRAIT, Elsewhere, TabletDriver

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "assets" / "translations"


def middle(driver: TabletDriver, name: str) -> QPointF:
    driver.draw()
    item = driver.find(name)
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def choose(driver: TabletDriver, code: str) -> None:
    """By touch, through the list of all languages."""
    driver.tap("languagesButton")
    driver.tap(f"choose-{code}")
    driver.wait(lambda: driver.tablet.screens.language.spoken == code)


def test_every_language_of_the_settings_can_be_spoken() -> None:
    assert tuple(SPOKEN) == LANGUAGES
    for language in SPOKEN.values():
        assert (ROOT / "kiosk" / "tablet" / "keyboard" / language.keyboard / "main.qml").is_file()


def test_the_typeface_of_every_language_is_there_and_has_its_letters(driver: TabletDriver) -> None:
    for language in SPOKEN.values():
        assert language.family in QFontDatabase.families()
        source = ElementTree.parse(TRANSLATIONS / f"{language.code}.ts")  # noqa: S314 our own file
        text = "".join(part for translation in source.iter("translation") for part in translation.itertext())
        face = QRawFont.fromFont(QFont(language.family))
        letters = {char for char in text if char.isalpha() and not char.isascii()}
        assert {char for char in letters if not face.supportsCharacter(ord(char))} == set()


def test_a_screen_that_stands_changes_its_language(driver: TabletDriver) -> None:
    driver.tap("leaveDoor")
    assert driver.reads("How was your visit today?")
    driver.tap("language-es")
    assert driver.reads("¿Cómo fue su visita de hoy?")
    assert driver.reads("Excelente")
    assert driver.reads("English")
    driver.tap("languagesButton")
    driver.tap("backButton")
    assert driver.reads("¿Cómo fue su visita de hoy?")
    choose(driver, "zh-Hans")
    assert driver.reads("非常好")
    driver.tap("language-en")
    assert driver.reads("Excellent")


def test_upright_all_languages_are_one_tap_away(driver: TabletDriver) -> None:
    driver.turn(PORTRAIT)
    assert not driver.shows("language-es")
    choose(driver, "fr")
    assert driver.reads("Je viens d’arriver")


def test_the_arrival_says_it_and_the_next_patient_finds_the_practices_own(driver: TabletDriver) -> None:
    choose(driver, "vi")
    driver.arrive()
    assert [arrived.language for arrived in driver.kept(Arrived)] == ["vi"]
    driver.tap("doneButton")
    assert driver.screen == "welcome"
    assert driver.reads("I’ve just arrived")
    driver.arrive()
    assert [arrived.language for arrived in driver.kept(Arrived)] == ["vi", "en"]


def test_who_only_goes_back_keeps_their_language(driver: TabletDriver) -> None:
    driver.tap("language-es")
    driver.tap("arriveDoor")
    driver.tap("backButton")
    assert driver.reads("Acabo de llegar")
    driver.time_out()
    assert driver.reads("I’ve just arrived")


def test_a_list_that_nobody_chooses_from_goes(driver: TabletDriver) -> None:
    driver.tap("languagesButton")
    assert driver.shows("choose-ar")
    driver.time_out()
    assert not driver.shows("choose-ar")


def test_who_walks_away_leaves_no_language(driver: TabletDriver) -> None:
    driver.tap("leaveDoor")
    driver.tap("language-es")
    driver.time_out()
    assert driver.reads("¿Sigue ahí?")
    driver.time_out()
    assert driver.screen == "welcome"
    assert driver.reads("I’m leaving")


@pytest.mark.parametrize(
    ("code", "minutes", "words"),
    [
        ("ru", 1, "примерно 1 минута"),
        ("ru", 2, "примерно 2 минуты"),
        ("ru", 5, "примерно 5 минут"),
        ("ru", 11, "примерно 11 минут"),
        ("ar", 1, "نحو دقيقة واحدة"),
        ("ar", 2, "نحو دقيقتين"),
        ("ar", 5, "نحو 5 دقائق"),
        ("ar", 11, "نحو 11 دقيقة"),
    ],
)
def test_minutes_are_counted_as_the_language_counts(
    driver: TabletDriver, desk: Elsewhere, code: str, minutes: int, words: str
) -> None:
    choose(driver, code)
    visit = driver.arrive()
    driver.hear(desk.mint(lambda s: Acknowledged(**s, visit=visit, by="Maria", minutes=minutes)))
    assert driver.reads(words)


def test_arabic_is_mirrored(driver: TabletDriver) -> None:
    choose(driver, "ar")
    middle_of_window = driver.window.width() / 2
    assert middle(driver, "arriveDoor").x() > middle(driver, "leaveDoor").x()
    driver.tap("leaveDoor")
    assert middle(driver, "backButton").x() > middle_of_window
    stars = [middle(driver, f"star{number}").x() for number in range(1, 6)]
    assert stars == sorted(stars, reverse=True)
    assert middle(driver, "languagesButton").x() < middle_of_window


@pytest.mark.parametrize(
    ("code", "name"),
    [("ru", "Семён"), ("ar", "أحمد"), ("vi", "Nguyễn"), ("fr", "Zoé"), ("es", "Iñaki"), ("pt", "Gonçalo")],
)
def test_a_name_is_typed_on_the_keyboard_of_the_language(driver: TabletDriver, code: str, name: str) -> None:
    choose(driver, code)
    driver.tap("arriveDoor")
    # A tone is typed after its vowel.
    driver.type_in("Nguyê\u0303n" if code == "vi" else name)
    driver.tap("hereButton")
    driver.wait(lambda: driver.screen == "acknowledged")
    assert driver.kept(Arrived)[-1].name == name


def proposed(driver: TabletDriver) -> dict[str, QPoint]:
    """The signs to choose from in the list between the field and the keys, and where to tap them."""
    field = driver.find("nameField")
    above = field.mapToScene(QPointF(0, field.height())).y()
    below = min(key.mapToScene(QPointF(0, 0)).y() for key in driver.items() if _is_letter(key))
    found = {}
    for item in driver.items():
        text, place = item.property("text"), item.mapToScene(QPointF(0, 0))
        if text and above <= place.y() and place.y() + item.height() <= below:
            found[text] = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    return found


def choose_signs(driver: TabletDriver, signs: str) -> None:
    """Taps them in the list once it has them."""
    driver.wait(lambda: signs in proposed(driver), f"{signs} to choose")
    driver.touch(proposed(driver)[signs])


def arrive_as(driver: TabletDriver, name: str) -> None:
    """Goes on once that name is in the field."""
    driver.wait(lambda: driver.find("nameField").property("text") == name, f"{name} in the field")
    # The list goes down behind the keys, and the question has its room again.
    driver.wait(lambda: driver.reads("您好！怎么称呼您？"), "the question")
    driver.draw()
    signs, button = driver.find("wordCandidateView"), driver.find("hereButton")
    below = button.mapToScene(QPointF(0, button.height())).y()
    driver.wait(lambda: signs.mapToScene(QPointF(0, 0)).y() >= below, "room for the button")
    driver.tap("hereButton")
    driver.wait(lambda: driver.screen == "acknowledged")


def test_chinese_is_written_by_its_sound(driver: TabletDriver) -> None:
    choose(driver, "zh-Hans")
    driver.tap("arriveDoor")
    driver.type_in("wang")
    choose_signs(driver, "王")
    arrive_as(driver, "王")
    assert driver.kept(Arrived)[-1].name == "王"


def test_a_name_that_a_patient_put_together_in_chinese_is_not_proposed_to_the_next(driver: TabletDriver) -> None:
    seen = []
    for _ in range(2):
        choose(driver, "zh-Hans")
        driver.tap("arriveDoor")
        driver.type_in("wangxiaoming")
        driver.wait(lambda: "王晓" in proposed(driver), "signs to choose")
        driver.settle()
        seen.append(list(proposed(driver)))
        choose_signs(driver, "王晓")
        choose_signs(driver, "明")
        arrive_as(driver, "王晓明")
        driver.tap("doneButton")
        driver.wait(lambda: driver.screen == "welcome")
    assert "王晓明" not in seen[0]
    assert seen[1] == seen[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_letter_keys_are_wide_enough(driver: TabletDriver, code: str) -> None:
    choose(driver, code)
    driver.tap("arriveDoor")
    driver.wait(lambda: sum(map(_is_letter, driver.items())) > 20, "the keys")
    driver.draw()
    millimetre = float(driver.window.property("pixelsPerMm"))
    keys = [item for item in driver.items() if _is_letter(item)]
    assert min(key.width() for key in keys) >= 15 * millimetre
    assert min(key.height() for key in keys) >= 15 * millimetre


def _is_letter(item: QQuickItem) -> bool:
    key = item.property("key")
    return item.property("keyPanelDelegate") is not None and bool(key) and key < Qt.Key.Key_Escape.value


@pytest.mark.parametrize("source", sorted(TRANSLATIONS.glob("*.ts")), ids=lambda source: source.stem)
def test_what_is_filled_in_stays_to_be_filled_in(source: Path) -> None:
    for message in ElementTree.parse(source).getroot().iter("message"):  # noqa: S314 our own file
        english = message.findtext("source", "")
        translation = message.find("translation")
        assert translation is not None
        # A plural form may say its number in words: one, two.
        plural = message.get("numerus") == "yes"
        for text in [form.text or "" for form in translation] if plural else [translation.text or ""]:
            assert set(re.findall("%[1-9]", text)) == set(re.findall("%[1-9]", english)), text


def _check(folder: Path) -> subprocess.CompletedProcess[str]:
    script = ROOT / "packaging" / "translations.sh"
    return subprocess.run([str(script), "--check", str(folder)], capture_output=True, text=True, check=False)


def test_a_missing_translation_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    folder.mkdir()
    for source in TRANSLATIONS.glob("*.ts"):
        shutil.copy(source, folder)
    russian = folder / "ru.ts"
    whole = russian.read_text()
    without = re.sub(r"<message>\s*<source>Poor</source>.*?</message>\s*", "", whole, flags=re.DOTALL)
    assert without != whole
    russian.write_text(without)
    found = _check(folder)
    assert found.returncode == 1
    assert "ru.ts: not translated:\n    Poor\n" in found.stderr
    russian.unlink()
    assert "ru.ts is missing" in _check(folder).stderr
