"""Styles, scripts and fonts."""

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from kiosk.hub.answers import Answer, says
from kiosk.hub.desk.templating import FILES, STATIC_PATH
from kiosk.hub.desk.templating import version as current_version

_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wav": "audio/wav",
}


@get(STATIC_PATH + "/{version:str}/{name:str}", opt=says({200: Answer("The file.", tuple(_TYPES.values()))}))
async def static_file(version: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """A file by name. Its address changes with its content, so it may be kept for ever; an old address is not."""
    if name not in FILES:
        raise NotFoundException("There is no such file.")
    return Response(
        FILES[name].read_bytes(),
        media_type=_TYPES[FILES[name].suffix],
        headers={
            "Cache-Control": "public, max-age=31536000, immutable" if version == current_version() else "no-store"
        },
    )
