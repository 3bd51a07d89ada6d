"""One handwritten digit and what two 3 x 3 filters find in it."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from sklearn.datasets import load_digits

FILTERS = {
    "Filter for horizontal edges": ((1, 1, 1), (0, 0, 0), (-1, -1, -1)),
    "Filter for vertical edges": ((1, 0, -1), (1, 0, -1), (1, 0, -1)),
}


def slide(image, weights):
    """The filter's weighted sum at every place, without its sign; zeros surround the image."""
    padded, weights = np.pad(image, 1), np.array(weights)
    result = np.zeros_like(image)
    for row, column in np.ndindex(*image.shape):
        result[row, column] = (padded[row : row + 3, column : column + 3] * weights).sum()
    return np.abs(result)


def draw(palette):
    """The image, then the two feature maps."""
    image = load_digits().images[7]
    maps = {"Input: 8 x 8 pixels": image} | {name: slide(image, weights) for name, weights in FILTERS.items()}
    figure, panels = plt.subplots(1, 3, figsize=(7, 2.7))
    for axes, (name, values), color in zip(
        panels, maps.items(), (palette.text, palette.colors[0], palette.colors[1]), strict=True
    ):
        fade = LinearSegmentedColormap.from_list("fade", [(*to_rgb(color), 0.04), (*to_rgb(color), 1)])
        axes.pcolormesh(values[::-1], cmap=fade, edgecolors=palette.grid, linewidth=0.4)
        axes.set_aspect("equal")
        axes.set_title(name, fontsize=9.5)
        axes.set_xticks([])
        axes.set_yticks([])
        for side in axes.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    return figure
