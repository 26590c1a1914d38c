"""Expected values for test/sensitivity: analysis of variance by statsmodels, permutation p by SciPy, importances by Optuna.

Inputs are drawn here from seeds, effects and all. Each file of test/sensitivity/expected/ has its input and what the library says of it, so
that the tests need no Python. Run in a virtual environment outside of the repository:

    python -m venv /tmp/oracles && /tmp/oracles/bin/pip install statsmodels scipy optuna scikit-learn
    /tmp/oracles/bin/python scripts/oracles/sensitivity.py
"""

import itertools
import json
import math
import random
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import optuna
import pandas as pd
import scipy.stats
import statsmodels.api as sm
from optuna.importance import FanovaImportanceEvaluator, PedAnovaImportanceEvaluator
from statsmodels.formula.api import ols

OUT = Path(__file__).parents[2] / "test" / "sensitivity" / "expected"
LIBRARIES = {name: version(name) for name in ("statsmodels", "scipy", "optuna", "scikit-learn")}
EFFECTS = {"lr": {"0.1": -0.08, "0.01": 0.02, "0.001": 0.03, "0.0001": 0.0}, "layers": {"2": -0.01, "4": 0.0, "8": 0.01}}


def line(table: pd.DataFrame, term: str, total: float, mean_square: float) -> dict:
    squares, freedom = float(table.loc[term, "sum_sq"]), float(table.loc[term, "df"])
    omega = (squares - freedom * mean_square) / (total + mean_square)
    return {"squares": squares, "freedom": freedom, "share": squares / total, "omegaSquared": omega, "pF": float(table.loc[term, "PR(>F)"])}


def anova(frame: pd.DataFrame, names: list[str], terms: list[str]) -> tuple[pd.DataFrame, float, float]:
    model = ols("y ~ " + " + ".join([f"C({name})" for name in names] + terms), data=frame).fit()
    total = float(((frame.y - frame.y.mean()) ** 2).sum())
    return sm.stats.anova_lm(model, typ=2), total, float(model.mse_resid)


def grid(seed: int, repeats: int, left_out: float, joint: float) -> dict:
    """A grid with main effects, an interaction of some size, and cells left out."""
    draw = random.Random(seed)
    levels = {"lr": list(EFFECTS["lr"]), "layers": list(EFFECTS["layers"]), "tied": ["no", "yes"]}
    rows = []
    for lr, layers, tied in itertools.product(*levels.values()):
        for _ in range(repeats):
            if draw.random() < left_out:
                continue
            effect = EFFECTS["lr"][lr] + EFFECTS["layers"][layers] + (joint if lr == "0.1" and tied == "yes" else 0)
            rows.append({"lr": lr, "layers": layers, "tied": tied, "y": 0.7 + effect + draw.gauss(0, 0.01)})
    return judged(pd.DataFrame(rows), list(levels))


def judged(frame: pd.DataFrame, names: list[str]) -> dict:
    table, total, mean_square = anova(frame, names, [])
    main = {name: line(table, f"C({name})", total, mean_square) for name in names}
    joint = {}
    for one, other in itertools.combinations(names, 2):
        term = f"C({one}):C({other})"
        table, total, mean_square = anova(frame, names, [term])
        if table.loc["Residual", "df"] >= 4:
            joint[f"{one} {other}"] = line(table, term, total, mean_square)
    return {"names": names, "rows": frame.to_dict(orient="list"), "main": main, "joint": joint}


def one_factor(seed: int, effect: float) -> dict:
    """One parameter at four values, six runs each, with the permutation p of SciPy for the same statistic."""
    draw = random.Random(seed)
    groups = [[effect * level + draw.gauss(0, 1) for _ in range(6)] for level in range(4)]

    def between(*samples: np.ndarray, axis: int) -> np.ndarray:
        whole = np.concatenate(samples, axis=axis)
        mean = whole.mean(axis=axis)
        return sum(sample.shape[axis] * (sample.mean(axis=axis) - mean) ** 2 for sample in samples)

    tested = scipy.stats.permutation_test(groups, between, permutation_type="independent", alternative="greater", n_resamples=99_999, rng=np.random.default_rng(1))
    rows = {"lr": [str(level) for level, group in enumerate(groups) for _ in group], "y": [y for group in groups for y in group]}
    return {"names": ["lr"], "rows": rows, "p": float(tested.pvalue)}


def search(seed: int, runs: int) -> dict:
    """A random search of which Optuna says what mattered."""
    draw = random.Random(seed)
    weights = [draw.choice([(0.10, 0.05, 0.02), (0.02, 0.10, 0.05), (0.05, 0.02, 0.12)])][0]
    space = {
        "lr": optuna.distributions.FloatDistribution(1e-5, 1e-1, log=True),
        "dropout": optuna.distributions.FloatDistribution(0, 0.5),
        "optimizer": optuna.distributions.CategoricalDistribution(["adam", "sgd", "lamb"]),
        "nothing": optuna.distributions.FloatDistribution(0, 1),
    }
    study = optuna.create_study(direction="maximize")
    rows = []
    for _ in range(runs):
        given = {"lr": 10 ** draw.uniform(-5, -1), "dropout": draw.uniform(0, 0.5), "optimizer": draw.choice(["adam", "sgd", "lamb"]), "nothing": draw.random()}
        y = 0.8 - weights[0] * abs(math.log10(given["lr"]) + 3) - weights[1] * 4 * given["dropout"] + weights[2] * 1.5 * (given["optimizer"] == "adam") + draw.gauss(0, 0.01)
        study.add_trial(optuna.trial.create_trial(params=given, distributions=space, value=y))
        rows.append({**{key: str(value) for key, value in given.items()}, "y": y})
    fanova = [optuna.importance.get_param_importances(study, evaluator=FanovaImportanceEvaluator(seed=each)) for each in range(5)]
    ped = optuna.importance.get_param_importances(study, evaluator=PedAnovaImportanceEvaluator())
    names = list(space)
    mean = {name: float(np.mean([each[name] for each in fanova])) for name in names}
    return {"names": names, "rows": pd.DataFrame(rows).to_dict(orient="list"), "fanova": mean, "pedAnova": {name: float(ped[name]) for name in names}}


def main() -> None:
    warnings.simplefilter("ignore")
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    files = {
        "grids": [grid(1, 2, 0, 0), grid(2, 3, 0, -0.04), grid(3, 1, 0, 0), grid(4, 2, 0.15, 0), grid(5, 3, 0.1, 0.03)],
        "one-factor": [one_factor(seed, effect) for seed, effect in ((1, 0), (2, 0), (3, 0.3), (4, 0.5), (5, 0.8))],
        "searches": [search(seed, runs) for seed, runs in ((1, 60), (2, 120), (3, 200), (4, 120), (5, 80))],
    }
    OUT.mkdir(parents=True, exist_ok=True)
    for name, cases in files.items():
        text = json.dumps({"made by": "scripts/oracles/sensitivity.py", "libraries": LIBRARIES, "cases": cases})
        (OUT / f"{name}.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
