"""Reads the body of a request without ever holding more than is allowed, compressed or not."""

import zlib
from typing import Any

from litestar import Request
from litestar.exceptions import ClientException, HTTPException
from litestar.status_codes import HTTP_413_REQUEST_ENTITY_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE

_GZIP = 16 + zlib.MAX_WBITS


async def read_body(request: Request[Any, Any, Any], limit: int) -> bytes:
    """The body, unzipped if it says that it is gzip; `limit` in bytes holds before and after unzipping.

    Raises HTTPException 413 for more, 415 for another encoding, 400 for what is no gzip.
    """
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip"):
        raise HTTPException(
            f"Content-Encoding {encoding[:20]!r} is not understood",
            status_code=HTTP_415_UNSUPPORTED_MEDIA_TYPE,
        )
    unzip = zlib.decompressobj(_GZIP) if encoding == "gzip" else None
    got = 0
    body = bytearray()
    async for chunk in request.stream():
        got += len(chunk)
        if got > limit:
            raise _too_large(limit)
        try:
            # One byte more than allowed is enough to know; the rest of a bomb is never unpacked.
            body += chunk if unzip is None else unzip.decompress(chunk, limit + 1 - len(body))
        except zlib.error:
            raise ClientException("the body is not gzip") from None
        if len(body) > limit or (unzip is not None and unzip.unconsumed_tail):
            raise _too_large(limit)
    if unzip is not None and not unzip.eof:
        raise ClientException("the gzip body ends too early")
    return bytes(body)


def _too_large(limit: int) -> HTTPException:
    return HTTPException(f"the body is larger than {limit} bytes", status_code=HTTP_413_REQUEST_ENTITY_TOO_LARGE)
