"""The process in which charts are drawn.

Not in the hub's own: Vega's engine takes a second to begin, and stands in the way of all else meanwhile; and should it
fall over, it must not take the waiting room with it. It starts with the first chart and ends with its parent.
"""

import atexit
import contextlib
import json
import subprocess
import sys
import threading

from kiosk import assets

PATIENCE_S = 20.0
"""For one chart; also on a slow machine it takes a second at most."""

_END_S = 2.0


class DrawingError(Exception):
    """The chart could not be drawn; its table has to do."""


class Pen:
    """Draws in a process of its own, one chart after the other; from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        atexit.register(self.close)

    def draw(self, spec: str, locale: str) -> str:
        """The SVG of a Vega-Lite specification in JSON. Raises DrawingError."""
        with self._lock:
            try:
                return self._asked(spec, locale)
            except (OSError, ValueError) as error:
                self._end()
                raise DrawingError(f"no chart could be drawn: {error}") from None

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            self._end()

    def _asked(self, spec: str, locale: str) -> str:
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise OSError("no pipes")
        impatient = threading.Timer(PATIENCE_S, process.kill)
        impatient.start()
        try:
            process.stdin.write(json.dumps([spec, locale]) + "\n")
            process.stdin.flush()
            return str(json.loads(process.stdout.readline()))
        finally:
            impatient.cancel()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "kiosk.hub.report.pen"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                # What stops the hub from the keyboard reaches it by the end of its input.
                start_new_session=True,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()
        try:
            process.wait(_END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


pen = Pen()


def main() -> None:
    """Draws whatever comes, a line each, until nothing comes any more."""
    import vl_convert

    vl_convert.register_font_directory(str(assets.path("fonts")))
    for line in sys.stdin:
        spec, locale = json.loads(line)
        svg = vl_convert.vegalite_to_svg(spec, format_locale=locale, time_format_locale=locale)
        sys.stdout.write(json.dumps(svg) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
