"""Make something once for all tests of a run, in however many processes they run."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def made_once(own: Path, name: str, make: Callable[[Path], Path]) -> Path:
    """Return a folder that is made by whoever comes first; nobody may change it.

    Args:
        own: the folder of this process for temporary files, see ``tmp_path_factory.getbasetemp``.
        name: what is made; the same name is made once.
        make: makes it in a folder that does not exist yet.
    """
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    target = shared / name / "site"
    with _alone(shared / f"{name}.lock"):
        if not target.exists():
            new = shared / f"{name}-unfinished"
            new.mkdir(exist_ok=True)
            make(new / "site")
            new.rename(target.parent)
    return target


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes waiting."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
