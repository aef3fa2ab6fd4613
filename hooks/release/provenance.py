"""Where the files of a release come from: an in-toto statement with SLSA provenance.

It names inputs and results by their hash and leaves out time, machine and person, so that whoever builds
the same input gets the same file and can compare it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .archive import digest

_BUILD_TYPE = "urn:integration-vor-ort:zip:1"
# Everything that has a say in what the site looks like.
_INPUTS = ("catalog.yml", "content", "hooks", "mkdocs.yml", "overrides", "pyproject.toml", "requirements.txt")
_NOT_INPUT = ("__pycache__",)


def statement(
    project: Path, folder: Path | None, subjects: Mapping[str, str], version: str, address: str
) -> dict[str, Any]:
    """Return the statement on the files of a release.

    Args:
        project: the folder of the product.
        folder: the folder of the municipality, if there is one.
        subjects: name and SHA-256 of every file of the release.
        version: of the product.
        address: the address the site is made for.
    """
    inputs = [(name, project / name) for name in _INPUTS]
    if folder:
        inputs.append(("kommune", folder))
    return {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [{"name": name, "digest": {"sha256": value}} for name, value in sorted(subjects.items())],
        "predicateType": "https://slsa.dev/provenance/v1",
        "predicate": {
            "buildDefinition": {
                "buildType": _BUILD_TYPE,
                "externalParameters": {"adresse": address, "version": version},
                "resolvedDependencies": [
                    {"name": name, "digest": {"sha256": tree_digest(path)}} for name, path in inputs
                ],
            },
            "runDetails": {"builder": {"id": "urn:integration-vor-ort:make"}},
        },
    }


def tree_digest(path: Path) -> str:
    """Return one hash for a file, or for all files below a folder with their names.

    For a folder it is the hash of the list that ``sha256sum`` prints for its files, sorted by name.
    """
    if path.is_file():
        return digest(path.read_bytes())
    lines = "".join(f"{digest(file.read_bytes())}  {name}\n" for name, file in sorted(_files(path)))
    return hashlib.sha256(lines.encode()).hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in folder.rglob("*"):
        parts = file.relative_to(folder).parts
        if file.is_file() and not any(part in _NOT_INPUT or part.startswith(".") for part in parts):
            yield "/".join(parts), file
