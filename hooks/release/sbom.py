"""The bill of materials (CycloneDX 1.6) of a build, made from the lock file.

It leaves out time and serial number, so that the same input gives the same file.
"""

import re
from collections.abc import Iterator
from typing import Any

_PACKAGE = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill_of_materials(lock: str, name: str, version: str) -> dict[str, Any]:
    """Return the document for a product and the packages in its lock file."""
    components = list(_components(lock))
    own = f"pkg:generic/{name}@{version}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": name,
                "version": version,
                "purl": own,
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
            }
        },
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": [component["bom-ref"] for component in components]}],
    }


def _components(lock: str) -> Iterator[dict[str, Any]]:
    packages = list(_PACKAGE.finditer(lock))
    ends = [*(match.start() for match in packages[1:]), len(lock)]
    for match, end in zip(packages, ends, strict=True):
        purl = f"pkg:pypi/{match['name'].lower().replace('_', '-')}@{match['version']}"
        yield {
            "type": "library",
            "bom-ref": purl,
            "name": match["name"],
            "version": match["version"],
            "purl": purl,
            # One package may come as several files; the lock allows each of them.
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": f"https://pypi.org/project/{match['name']}/{match['version']}/",
                    "hashes": [{"alg": "SHA-256", "content": digest}],
                }
                for digest in _HASH.findall(lock, match.start(), end)
            ],
        }
