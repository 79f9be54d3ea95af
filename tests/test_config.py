"""Settings: a sentence that names file, key and what is allowed, before anything is touched."""

from pathlib import Path

import pytest

from kiosk.config import Config, ConfigError, load

SHA = "0" * 64


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.toml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hub = 1\n", "hub"),
        ("[hub]\nport = 70000\n", "hub.port"),
        ("[hub]\nport = 'high'\n", "hub.port"),
        ("[hub]\nprot = 1\n", "hub.prot: there is no such key; allowed here: host, port, data"),
        ("[hubs]\n", "hubs: there is no such key; allowed here: practice, hub, tablet"),
        ("[tablet]\nletter = 'KK'\n", "tablet.letter"),
        ("[tablet]\ndevice = 'Tablet 1'\n", "tablet.device"),
        ("[tablet]\nhub = 'hub.example.org'\n", "hub: expected an address like https"),
        ("[practice]\ntimezone = 'Mars/Base'\n", "timezone: expected a time zone like Europe/London"),
        ("[practice]\nplaces = []\n", "practice.places"),
        ("[practice.hours]\nmonnday = ['08:00-12:00']\n", "hours: expected days from monday to sunday, got 'monnday'"),
        ("[practice.hours]\nmonday = ['8-12']\n", "hours: monday: expected a span like 08:00-12:30, got '8-12'"),
        ("[practice.hours]\nmonday = ['12:00-08:00']\n", "hours: monday: a span ends after it begins"),
        ("[practice.hours]\nmonday = ['08:00-12:00', '11:00-13:00']\n", "hours: monday: expected spans one after"),
        ("[practice.hours]\nmonday = []\n", "hours: expected at least one span in the week"),
        ("[hub]\ncheckout_tablet = 'front-door'\n", "checkout_tablet: expected one of hub.tablets (none is there)"),
        ("[hub]\ndatabase = 'mysql://there/hub'\n", "database: expected an address that begins with postgresql://"),
        ("[hub]\ndatabase = 'postgresql://there:high/hub'\n", "database: expected a number as the port"),
        ("[hub]\nreplica = 'postgresql://there/hub'\n", "replica: expected beside database"),
        ("[tablet]\nvolume = 101\n", "tablet.volume"),
        ("[tablet]\nspeech_volume = -1\n", "tablet.speech_volume"),
        ("[tablet]\nstaff_pin = '2580'\n", "tablet.staff_pin"),
        (
            f"[tablet]\nstaff_pin = 'scrypt${SHA[:32]}${SHA}'\n",
            "staff: expected at least one name along with staff_pin",
        ),
        ("[tablet]\nstaff = ['Maria', 'Maria']\n", "staff: expected each name once"),
        ("[practice]\nname = ''\n", "practice.name"),
        ("[practice]\nlanguages = []\n", "languages: expected one or more of en, es, zh-Hans"),
        ("[practice]\nlanguages = ['en', 'de']\n", "languages: expected one or more of en, es, zh-Hans"),
        ("[practice]\nlanguages = ['es', 'es']\n", "each once"),
        (f"[hub.tablets.front]\nname = 'x'\ntoken_sha256 = '{SHA[:-1]}'\n", "token_sha256"),
        (f"[hub.tablets.front]\nname = 'x'\ntoken_sha256 = '{SHA}'\ncolour = 1\n", "colour: there is no such key"),
        ("[hub\n", "is not TOML"),
        ("[tablet]\ntoken = 1\n", "tablet.token"),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence(file: Path, text: str, words: str) -> None:
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(file, {})
    message = str(caught.value)
    assert message.startswith(f"{file}: ")
    assert words in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_file_that_cannot_be_read_is_named(file: Path) -> None:
    with pytest.raises(ConfigError, match=r"kiosk.toml: cannot be read: No such file or directory\."):
        load(file, {})
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"kiosk.toml: is not UTF-8 text\."):
        load(file, {})


def test_without_a_file_the_defaults_hold() -> None:
    assert load(None, {"PATH": "/bin"}) == Config()


def test_the_environment_comes_before_the_file(file: Path) -> None:
    file.write_text("[hub]\nport = 1234\nhost = '192.0.2.1'\n[tablet]\ntoken = 'from the file'\n")
    environ = {"KIOSK_HUB_PORT": "4321", "KIOSK_TABLET_TOKEN": "secret", "KIOSK_TABLET_FULLSCREEN": "false"}
    config = load(file, environ)
    assert (config.hub.port, config.hub.host, config.tablet.token) == (4321, "192.0.2.1", "secret")
    assert config.tablet.fullscreen is False


def test_a_wrong_variable_is_named() -> None:
    with pytest.raises(ConfigError, match="KIOSK_HUB_PORT in the environment"):
        load(None, {"KIOSK_HUB_PORT": "70000"})


def test_a_token_does_not_show_in_the_message(file: Path) -> None:
    file.write_text("[tablet]\ntoken = 'very-secret'\nletter = 'KK'\n")
    with pytest.raises(ConfigError) as caught:
        load(file, {})
    assert "very-secret" not in str(caught.value)


@pytest.mark.parametrize("key", ["database", "replica"])
@pytest.mark.parametrize("where", ["there/hub", "there:5432/hub"])
def test_a_password_that_would_be_taken_apart_is_refused_and_not_told(file: Path, key: str, where: str) -> None:
    whole = "database = 'postgresql:///hub'\n" if key == "replica" else ""
    file.write_text(f"[hub]\n{whole}{key} = 'postgresql://hub:se@c:ret@{where}'\n")
    with pytest.raises(ConfigError, match=f"{key}: expected each @ of a user or a password to be written %40") as told:
        load(file, {})
    assert "c:ret" not in str(told.value)


@pytest.mark.parametrize(
    "address",
    ["postgresql:///hub", "postgresql://hub:s?e/c:r%40et@[::1]:5432/hub?sslmode=require", "postgresql://hub@there/hub"],
)
def test_an_address_of_a_server_may_have_all_that_belongs_to_it(file: Path, address: str) -> None:
    file.write_text(f"[hub]\ndatabase = '{address}'\n")
    assert load(file, {}).hub.database == address
