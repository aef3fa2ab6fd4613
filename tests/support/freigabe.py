"""Keep the addresses of a version that is about to be released: ``python tests/support/freigabe.py``."""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from catalog.kommune.folder import load_site  # noqa: E402
from catalog.publishing.addresses import page_address  # noqa: E402
from catalog.reading.project import product_version  # noqa: E402
from catalog.site.assets import make_assets  # noqa: E402
from catalog.site.configuration import read_configuration  # noqa: E402
from catalog.site.website import Website  # noqa: E402

# How the text of the catalogue is divided is no promise.
NOT_PROMISED = ("quelltext/",)


def addresses() -> Iterator[str]:
    """Yield the address of every page of the neutral product, former ones included."""
    configuration = read_configuration(ROOT, {})
    catalog, fassung = load_site(ROOT / "catalog.yml")
    website = Website(configuration, catalog, fassung, make_assets(configuration.overrides, ""))
    for path in website.paths:
        address = page_address(path, offline=False)
        if not address.startswith(NOT_PROMISED):
            yield f"/{address}"


if __name__ == "__main__":
    target = ROOT / "tests/kommune/freigaben" / product_version() / "adressen.txt"
    target.parent.mkdir(exist_ok=True)
    target.write_text("".join(f"{address}\n" for address in sorted(addresses())), encoding="utf-8")
    print(f"{target.relative_to(ROOT)} ist geschrieben.")
