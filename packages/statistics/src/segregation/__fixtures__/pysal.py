"""Indices of PySAL's `segregation` for made-up counts: pip install segregation==2.5.4; python3 pysal.py > pysal.json

The counts come from a small generator, which made-counts.ts repeats. Its Atkinson index takes no other b than 1/2 in this version.
"""

import json
import warnings

warnings.filterwarnings("ignore")

import pandas as pd  # noqa: E402
import segregation  # noqa: E402
from segregation.multigroup import MultiDissim, MultiInfoTheory  # noqa: E402
from segregation.singlegroup import Atkinson, CorrelationR, Dissim, Entropy, Gini, Interaction, Isolation  # noqa: E402


def numbers(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed >> 8


def two_groups(schools, seed):
    random = numbers(seed)
    for _ in range(schools):
        total = 20 + next(random) % 900
        yield total * (next(random) % 600) // 1000, total


def three_groups(schools, seed):
    random = numbers(seed)
    return [[next(random) % 200 for _ in range(3)] for _ in range(schools)]


indices = {
    "dissimilarity": Dissim,
    "gini": Gini,
    "theil": Entropy,
    "isolation": Isolation,
    "interaction": Interaction,
    "etaSquared": CorrelationR,
    "atkinson": Atkinson,
}
found = {"program": f"PySAL segregation {segregation.__version__}", "twoGroups": [], "threeGroups": []}
for schools, seed in [(6, 1), (40, 2), (300, 3)]:
    frame = pd.DataFrame(two_groups(schools, seed), columns=["group", "total"])
    found["twoGroups"].append(
        {"schools": schools, "seed": seed}
        | {name: float(index(frame, group_pop_var="group", total_pop_var="total").statistic) for name, index in indices.items()}
    )
for schools, seed in [(5, 4), (60, 5)]:
    frame = pd.DataFrame(three_groups(schools, seed), columns=list("abc"))
    found["threeGroups"].append(
        {
            "schools": schools,
            "seed": seed,
            "theil": float(MultiInfoTheory(frame, list("abc")).statistic),
            "dissimilarity": float(MultiDissim(frame, list("abc")).statistic),
        }
    )
print(json.dumps(found, indent=2))
