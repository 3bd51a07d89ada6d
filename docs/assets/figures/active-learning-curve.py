"""Accuracy against the number of labels: margin sampling and random choice on Iris.

Softmax regression in NumPy. Every repeat draws its own pool and test set; both
strategies start from the same six labeled flowers, two of each kind.
"""

import matplotlib.pyplot as plt
import numpy as np

# Fisher's Iris measurements as in scikit-learn: four lengths for each of 150
# flowers in tenths of a centimeter, two digits each, 50 flowers of each kind.
MEASURES = (
    "5135140249301402473213024631150250361402543917044634140350341502442914024931150154371502483416024830"
    "1401433011015840120257441504543913045135140357381703513815035434170251371504463610025133170548341902"
    "5030160250341604523515025234140247321602483116025434150452411501554214024931150250321202553513024936"
    "1401443013025134150250351303452313034432130250351606513819044830140351381602463214025337150250331402"
    "7032471464324515693149155523401365284615572845136333471649243310662946135227391450203510593042156022"
    "4010612947145629361367314414563045155827411062224515562539115932481861284013632549156128471264294313"
    "6630441468284814673050176029451557263510552438115524371058273912602751165430451560344516673147156323"
    "4413563041135525401355264412613046145826401250233310562742135730421257294213622943135125301157284113"
    "6333602558275119713059216329561865305822763066214925451773296318672558187236612565325120642753196830"
    "5521572550205828512464325323653055187738672277266923602250156932572356284920772867206327491867335721"
    "7232601862284818613049186428562172305816742861197938642064285622632851156126561477306123633456246431"
    "5518603048186931542167315624693151235827511968325923673357256730522363255019653052206234542359305118"
)
REPEATS, POOL, FIRST, LAST = 30, 100, 6, 40


def _iris():
    numbers = [int(MEASURES[place : place + 2]) for place in range(0, len(MEASURES), 2)]
    return np.array(numbers, dtype=float).reshape(150, 4) / 10, np.repeat(np.arange(3), 50)


def _softmax(scores):
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def _fit(x, y, steps=150, rate=0.5, decay=0.005):
    weights, wanted = np.zeros((x.shape[1], 3)), np.eye(3)[y]
    for _ in range(steps):
        weights -= rate * (x.T @ (_softmax(x @ weights) - wanted) / len(y) + decay * weights)
    return weights


def _run(x, y, draw, choose):
    """Test accuracy after each new label."""
    order = draw.permutation(150)
    pool, test = order[:POOL], order[POOL:]
    labeled = [int(i) for kind in range(3) for i in pool[y[pool] == kind][:2]]
    found = []
    while True:
        weights = _fit(x[labeled], y[labeled])
        found.append(float(np.mean((x[test] @ weights).argmax(axis=1) == y[test])))
        if len(labeled) == LAST:
            return found
        rest = np.setdiff1d(pool, labeled)
        labeled.append(int(rest[choose(_softmax(x[rest] @ weights), draw)]))


def _margin(chances, draw):
    best = np.sort(chances, axis=1)
    return np.argmin(best[:, -1] - best[:, -2])


def _random(chances, draw):
    return draw.integers(len(chances))


def measure():
    """Strategy -> mean accuracy for FIRST to LAST labels."""
    x, y = _iris()
    x = np.column_stack([(x - x.mean(axis=0)) / x.std(axis=0), np.ones(150)])
    return {
        name: np.mean([_run(x, y, np.random.default_rng(seed), choose) for seed in range(REPEATS)], axis=0)
        for name, choose in (("least certain flower first", _margin), ("random order", _random))
    }


def draw(palette):
    """Two learning curves."""
    figure, axes = plt.subplots(figsize=(7, 3.6))
    labels = range(FIRST, LAST + 1)
    for (name, scores), color, line in zip(measure().items(), palette.colors, ("-", "--"), strict=False):
        axes.plot(labels, scores, line, color=color, linewidth=2, label=name)
    axes.set_xlabel("labeled flowers")
    axes.set_ylabel("accuracy on 50 other flowers")
    axes.tick_params(colors=palette.text)
    axes.grid(color=palette.grid, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.legend(loc="lower right")
    figure.tight_layout()
    return figure
