"""The event loop's own writes: what comes on one line goes out on all others. Prints its port."""

import asyncio
import sys


class Fan(asyncio.Protocol):
    """A line; its first byte says whether it listens."""

    listening: list[asyncio.Transport]

    def __init__(self, listening: list[asyncio.Transport]) -> None:
        self.listening = listening
        self._line: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Kept."""
        assert isinstance(transport, asyncio.Transport)
        self._line = transport

    def data_received(self, data: bytes) -> None:
        """Told to all who listen."""
        if data == b"L":
            self.listening.append(self._line)
            self._line.write(b"ok")
        else:
            for line in self.listening:
                line.write(data)


async def main() -> None:
    """Serves until killed."""
    listening: list[asyncio.Transport] = []
    server = await asyncio.get_running_loop().create_server(lambda: Fan(listening), "127.0.0.1", 0, backlog=1024)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
