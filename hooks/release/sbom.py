"""The bill of materials (CycloneDX 1.6) of a build, made from the lock file.

It leaves out time and serial number, so that the same input gives the same file.
"""

import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from typing import Any

Component = dict[str, Any]

_PACKAGE = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_EXPRESSION = re.compile(r" (?:AND|OR|WITH) ")
_KNOWN = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MPL-2.0"}
# What packages write that do not yet state an SPDX expression.
_SPDX = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# The package whose rules are part of the site's style sheet.
_THEME = "mkdocs-material"
_STYLE_SHEET = re.compile(r"assets/stylesheets/website\.[0-9a-f]{8}\.css")
_STYLE_LICENCE = "EUPL-1.2 AND MIT"


def bill_of_materials(lock: str, name: str, version: str, site: Mapping[str, str]) -> dict[str, Any]:
    """Return the document for a product, the packages in its lock file and what it delivers of them.

    Args:
        lock: the text of the lock file.
        name: of the product.
        version: of the product.
        site: path and SHA-256 of every file in the built site.
    """
    components = list(_components(lock))
    for component in components:
        if component["name"] == _THEME and (files := list(_delivered(component, site))):
            component["components"] = files
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
                "licenses": _licences("EUPL-1.2"),
            }
        },
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": [component["bom-ref"] for component in components]}],
    }


def _components(lock: str) -> Iterator[Component]:
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
            "licenses": _licences(_licence_of(match["name"])),
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


def _licences(spdx: str) -> list[dict[str, Any]]:
    if not spdx:
        return []
    return [{"expression": spdx}] if _EXPRESSION.search(spdx) else [{"license": {"id": spdx}}]


def _licence_of(package: str) -> str:
    """Return the licence of an installed package as SPDX expression; nothing if it does not say."""
    try:
        stated = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        return ""
    if "License-Expression" in stated:
        return str(stated["License-Expression"])
    classifiers = [text.rpartition(" :: ")[2] for text in stated.get_all("Classifier") or []]
    names = [*(stated.get_all("License") or []), *classifiers]
    found = [_SPDX.get(name, name) for name in names]
    if spdx := next((name for name in found if name in _KNOWN), ""):
        return spdx
    return _kind_of_bsd(package) if "BSD License" in names else ""


def _kind_of_bsd(package: str) -> str:
    """Tell the two BSD licences apart by the clause that only one of them has."""
    for file in metadata.files(package) or ():
        if "LICENSE" in file.name.upper():
            return "BSD-3-Clause" if "Neither the name" in file.read_text() else "BSD-2-Clause"
    return ""


def _delivered(theme: Component, site: Mapping[str, str]) -> Iterator[Component]:
    """Yield the files of the site that hold something of the theme."""
    for path, digest in sorted(site.items()):
        if _STYLE_SHEET.fullmatch(path):
            yield {
                "type": "file",
                "bom-ref": f"{theme['bom-ref']}#{path}",
                "name": path,
                "hashes": [{"alg": "SHA-256", "content": digest}],
                "licenses": _licences(_STYLE_LICENCE),
            }
