"""A Dask cluster as a crew: only texts and languages go out, only plain records come back.

Dask sends pickles, so a scheduler and its workers can run code in the program that connects to them: they are trusted
like a colleague's program, and belong on a network that only such people can reach.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from maeditor.domain.errors import ClusterError
from maeditor.services.crews import AHEAD, DeadlyError

if TYPE_CHECKING:
    from distributed import Client

R = TypeVar("R")

CONNECT_SECONDS = 5.0
"""How long a scheduler may take to answer, at first and after a break."""
FEWEST_AHEAD = 64
"""Texts given out at least: a cluster that grows with its work needs some to begin."""
QUIET = ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado.application", "asyncio")
"""Whose own log would stand between our sentences."""

_ADDRESS = re.compile(r"(?:(?:tcp|tls|wss?)://)?[^\s/]+:\d{1,5}")


class Cluster:
    """Reads on a cluster that is there already."""

    def __init__(self, client: Client, address: str) -> None:
        self._client, self._address = client, address
        # Two equal texts are two tasks: what is remembered of one would outlive it.
        self._executor: Executor = client.get_executor(pure=False)
        self.threads = sum(client.nthreads().values())
        """How many texts it reads at once, at present; none while no worker is there, for whom it waits."""
        self.ahead = max(FEWEST_AHEAD, AHEAD * self.threads)

    def submit(self, function: Callable[..., R], /, *args: object) -> Future[R]:
        """Have it called by a worker. Raises ClusterError where the scheduler is gone."""
        from distributed.client import ClosedClientError

        try:
            return self._executor.submit(function, *args)
        except ClosedClientError as error:
            raise self._lost() from error

    def result(self, future: Future[R]) -> R:
        """What it gave; tried again where a worker went. Raises DeadlyError where several died of it, ClusterError."""
        from distributed.scheduler import KilledWorker

        try:
            return future.result()
        except KilledWorker as error:
            raise DeadlyError from error
        except CancelledError as error:
            raise self._lost() from error
        except (ImportError, RuntimeError) as error:
            # The scheduler wraps what it could not unpickle; a worker does not.
            missing = error if isinstance(error, ImportError) else error.__cause__
            if not isinstance(missing, ImportError | AttributeError):
                raise
            raise ClusterError("cluster_without_maeditor", reason=str(missing)) from error

    def renew(self) -> None:
        """A cluster mends itself."""

    def close(self) -> None:
        """Take back what is under way and go; the cluster stays."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def _lost(self) -> ClusterError:
        return ClusterError("cluster_lost", address=self._address)


async def _greet(address: str) -> None:
    """See that a scheduler is there; a client waits for ever where something else listens. Raises OSError."""
    from distributed.comm import connect

    async with asyncio.timeout(CONNECT_SECONDS):
        comm = await connect(address, timeout=CONNECT_SECONDS)
        await comm.close()


@contextmanager
def cluster_at(address: str, begun: Callable[[int], None] = lambda _threads: None) -> Iterator[Cluster]:
    """The cluster of a scheduler, for a while; ``begun`` hears how many texts it reads at once. Raises ClusterError."""
    try:
        import dask
    except ImportError as error:
        raise ClusterError("cluster_missing") from error
    dask.config.set({"logging": dict.fromkeys(QUIET, "critical")})
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError("cluster_missing") from error
    if not _ADDRESS.fullmatch(address):
        raise ClusterError("cluster_address", address=address)
    try:
        asyncio.run(_greet(address))
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except OSError as error:
        raise ClusterError("cluster_unreachable", address=address) from error
    cluster = Cluster(client, address)
    try:
        begun(cluster.threads)
        yield cluster
    finally:
        cluster.close()
