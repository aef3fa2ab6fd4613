"""Simulate the rule of disagreement: how often it finds camps, how often it sees them where there are none.

Run with ``PYTHONPATH=hooks python tests/bench/urteile.py [GROUPS PER CELL]``.  Groups are made up with a fixed
seed.  „Agreeing“ means one true value and scatter around it; „camps“ means two values far apart.  Beside our rule
stand two customary ones: the range, and the distance of the quartiles.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from catalog.werkstatt.urteile import disagree

Group = list[int]
SEED = 20261126
SIZES = (3, 5, 8, 12)
MOST = 100


def step(value: float) -> int:
    """Return the nearest step of the scale."""
    return min(MOST, max(0, round(value / 10) * 10))


def agreeing(size: int, scatter: float, chance: random.Random) -> Group:
    """Return people who mean the same and scatter around it."""
    centre = chance.uniform(0, MOST)
    return sorted(step(chance.gauss(centre, scatter)) for _ in range(size))


def camps(size: int, low: int, high: int, chance: random.Random) -> Group:
    """Return two camps: a third to a half of the people in the smaller one."""
    few = max(1, chance.choice((size // 3, size // 2)))
    centres = [low] * few + [high] * (size - few)
    return sorted(step(chance.gauss(centre, 8)) for centre in centres)


def one_dissenter(size: int, chance: random.Random) -> Group:
    """Return people who agree, and one far away from them."""
    return sorted([*(step(chance.gauss(75, 10)) for _ in range(size - 1)), step(chance.gauss(15, 8))])


def quartile(values: Group, share: float) -> float:
    """Return a quartile by linear interpolation, one of several customary definitions."""
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


RULES: dict[str, Callable[[Group], bool]] = {
    "range >= 40": lambda values: values[-1] - values[0] >= 40,
    "quartiles >= 30": lambda values: quartile(values, 0.75) - quartile(values, 0.25) >= 30,
    "ours": disagree,
}
SCENES: dict[str, Callable[[int, random.Random], Group]] = {
    "agreeing, scatter 10": lambda size, chance: agreeing(size, 10, chance),
    "agreeing, scatter 15": lambda size, chance: agreeing(size, 15, chance),
    "one dissenter": one_dissenter,
    "camps 25/75": lambda size, chance: camps(size, 25, 75, chance),
    "camps 10/90": lambda size, chance: camps(size, 10, 90, chance),
}


def shares(count: int) -> dict[str, dict[str, list[int]]]:
    """Return for each scene and rule how many percent of the groups are marked, by size of the group."""
    chance = random.Random(SEED)
    result: dict[str, dict[str, list[int]]] = {}
    for scene, make in SCENES.items():
        groups = [[make(size, chance) for _ in range(count)] for size in SIZES]
        result[scene] = {
            name: [round(100 * sum(map(rule, made)) / count) for made in groups]
            for name, rule in RULES.items()
        }
    return result


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    print(f"Marked in percent of {count} groups each, for groups of {', '.join(map(str, SIZES))}")
    for scene, rules in shares(count).items():
        for name, marked in rules.items():
            print(f"{scene:22} {name:16} {'  '.join(f'{share:3}' for share in marked)}")


if __name__ == "__main__":
    main()
