"""Size of the weight gradient in each of 20 layers, right after initialization."""

import matplotlib.pyplot as plt
import numpy as np

LAYERS, WIDTH, ROWS = 20, 64, 256


def norms(kind, scale):
    """Mean absolute gradient of each layer's weights for a squared loss."""
    draw = np.random.default_rng(3)
    signal, weights, inputs, slopes = draw.normal(size=(ROWS, WIDTH)), [], [], []
    target = draw.normal(size=(ROWS, WIDTH))
    for _ in range(LAYERS):
        matrix = draw.normal(scale=np.sqrt(scale / WIDTH), size=(WIDTH, WIDTH))
        inputs.append(signal)
        before = signal @ matrix
        if kind == "sigmoid":
            signal = 1 / (1 + np.exp(-before))
            slopes.append(signal * (1 - signal))
        else:
            signal = np.maximum(before, 0)
            slopes.append((before > 0).astype(float))
        weights.append(matrix)
    back, found = (signal - target) / ROWS, []
    for matrix, given, slope in zip(weights[::-1], inputs[::-1], slopes[::-1], strict=True):
        back = back * slope
        found.append(np.abs(given.T @ back).mean())
        back = back @ matrix.T
    return np.array(found[::-1])


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    layers = np.arange(1, LAYERS + 1)
    runs = (
        ("ReLU, weights 2x too large: explodes", "relu", 8.0, palette.colors[1], "^"),
        ("ReLU, He initialization", "relu", 2.0, palette.colors[2], "o"),
        ("sigmoid, Xavier initialization: vanishes", "sigmoid", 1.0, palette.colors[0], "s"),
    )
    for name, kind, scale, color, mark in runs:
        axes.plot(layers, norms(kind, scale), color=color, linewidth=2, marker=mark, markersize=4, label=name)
    axes.axhline(1e-7, color=palette.accent, linewidth=1.2, linestyle=(0, (4, 3)))
    axes.text(0.8, 3e-7, "1e-7: limit of Debugger's VanishingGradient rule", color=palette.text, fontsize=8)
    axes.set_yscale("log")
    axes.set_xlim(0.5, 20.5)
    axes.set_ylim(1e-16, 1e12)
    axes.set_xticks([1, 5, 10, 15, 20])
    axes.set_xlabel("layer (1 is next to the input)")
    axes.set_ylabel("mean absolute gradient")
    axes.grid(axis="y", linewidth=0.6)
    axes.legend(loc="lower right", labelcolor=palette.text, fontsize=8)
    return figure
