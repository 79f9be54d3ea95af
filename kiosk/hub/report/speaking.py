"""Numbers, days and names as a page's language writes them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_interval, get_day_names
from babel.numbers import format_decimal, format_percent

from kiosk.hub.desk.languages import Words
from kiosk.hub.report.card import Asked, Period
from kiosk.hub.report.drawing import ChartLocale
from kiosk.hub.report.periods import LABELS, Choice, days_of
from kiosk.hub.report.statistics import CONFIDENCE, Difference, Interval

SPOKEN = ("en", "es")
"""The languages of the report card."""

_LOCALES = {"en": "en_GB", "es": "es"}
_CHARTS: dict[str, ChartLocale] = {"en": "en-GB", "es": "es-ES"}


class Telling:
    """How one language writes what the report card tells."""

    def __init__(self, words: Words) -> None:
        """`words`: of one of `SPOKEN`."""
        self.words = words
        self.say = words.say
        self._locale = Locale.parse(_LOCALES[words.tag])
        self.chart_locale = _CHARTS[words.tag]

    def number(self, value: float, digits: int = 0) -> str:
        """Rounded to so many digits: 4.52, 1,204."""
        return format_decimal(value, _pattern(digits), locale=self._locale)

    def signed(self, value: float, digits: int = 2) -> str:
        """With its sign, also above zero; what is rounded to zero has none."""
        if round(value, digits) == 0:
            return self.number(0, digits)
        pattern = _pattern(digits)
        return format_decimal(value, f"+{pattern};−{pattern}", locale=self._locale)

    def percent(self, share: float) -> str:
        """A share of 1 in whole percent."""
        return format_percent(share, locale=self._locale)

    @property
    def confidence(self) -> str:
        """How certain intervals are."""
        return self.percent(CONFIDENCE)

    def interval(self, bounds: Interval, digits: int = 2) -> str:
        """From the low to the high end."""
        return f"{self.number(bounds.low, digits)} – {self.number(bounds.high, digits)}"

    def stars(self, bounds: Interval) -> str:
        """An interval of stars; what lies beyond the scale is left out."""
        return self.interval(Interval(max(1.0, bounds.low), min(5.0, bounds.high)))

    def shares(self, bounds: Interval) -> str:
        """An interval of shares, in percent."""
        return f"{self.percent(bounds.low)} – {self.percent(bounds.high)}"

    def difference(self, found: Difference) -> str:
        """With its 95 % interval."""
        low, high = (self.signed(each) for each in (found.interval.low, found.interval.high))
        return self.say("{value} ({low} to {high})", value=self.signed(found.value), low=low, high=high)

    def day(self, day: date) -> str:
        """1 Oct 2026."""
        return format_date(day, "medium", locale=self._locale)

    def period(self, period: Period) -> str:
        """1–31 Oct 2026."""
        return str(format_interval(period.first, period.last, "yMMMd", locale=self._locale))

    def moment(self, ms: int, zone: ZoneInfo) -> str:
        """The day and the time of a moment, ms UTC."""
        return format_datetime(datetime.fromtimestamp(ms / 1000, UTC), "d MMM y, H:mm:ss", zone, locale=self._locale)

    def weekday(self, n: int) -> str:
        """Monday is 0."""
        return str(get_day_names("abbreviated", locale=self._locale)[n]).rstrip(".").capitalize()

    def language(self, tag: str) -> str:
        """The language's name in this one; its tag where nobody knows it."""
        try:
            name = Locale.parse(tag, sep="-").get_display_name(self._locale)
        except (ValueError, UnknownLocaleError):
            return tag
        return name[0].upper() + name[1:] if name else tag

    def choice(self, choice: Choice) -> str:
        """A period's name."""
        return self.say(LABELS[choice])

    def asked(self, asked: Asked, today: date) -> str:
        """The period that is looked at, by its name where it has one."""
        for choice in Choice:
            if days_of(choice, today) == (asked.first, asked.last):
                return self.choice(choice)
        return self.period(Period(asked.first, asked.last))


def _pattern(digits: int) -> str:
    return "#,##0" + ("." + "0" * digits if digits else "")
