"""What every hub loads, before one is forked from it. What one that starts once leaves for later delays many."""

import gc
import importlib

for _name in (
    "kiosk.cli",
    "kiosk.hub.serve",
    "tests.processes",
    "alembic.config",
    "anyio._backends._asyncio",
    "encodings.idna",
    "litestar._kwargs",
    "litestar.exceptions.responses",
    "litestar.middleware._internal.exceptions",
    "litestar.middleware.allowed_hosts",
    "litestar.middleware.response_cache",
    "sqlalchemy.dialects.sqlite",
    "uvicorn.lifespan.on",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
):
    importlib.import_module(_name)

# A hub that looked for garbage among all this would copy it.
gc.freeze()
