"""One computed picture, the variants that augmentation makes of it, and its edges."""

import matplotlib.pyplot as plt
import numpy as np

SIZE = 96


def _scene():
    """A lit ball on a ground with a pole to its left: every pixel is a formula."""
    row, column = np.mgrid[0:SIZE, 0:SIZE] / SIZE
    scene = 0.85 - 0.25 * row
    scene = np.where(row > 0.72, 0.35 + 0.08 * np.sin(column * 60), scene)
    scene = np.where((abs(column - 0.22) < 0.03) & (row > 0.15) & (row < 0.8), 0.15, scene)
    x, y = (column - 0.62) / 0.24, (row - 0.55) / 0.24
    inside = x**2 + y**2 < 1
    light = np.sqrt(np.clip(1 - x**2 - y**2, 0, 1)) - 0.5 * x - 0.4 * y
    return np.where(inside, 0.3 + 0.4 * np.clip(light, 0, 1.5), scene)


def _rotate(image, degrees):
    angle = np.deg2rad(degrees)
    row, column = np.mgrid[0:SIZE, 0:SIZE] - SIZE / 2
    source_row = np.cos(angle) * row - np.sin(angle) * column + SIZE / 2
    source_column = np.sin(angle) * row + np.cos(angle) * column + SIZE / 2
    pick = [np.clip(np.rint(part).astype(int), 0, SIZE - 1) for part in (source_row, source_column)]
    return image[pick[0], pick[1]]


def _crop(image):
    part = image[12:84, 20:92]
    pick = np.arange(SIZE) * len(part) // SIZE
    return part[pick][:, pick]


def _edges(image):
    across, down = np.gradient(image, axis=1), np.gradient(image, axis=0)
    strength = np.hypot(across, down)
    return 1 - strength / strength.max()


def variants():
    """Name -> picture of values from 0 to 1."""
    image = _scene()
    noise = np.random.default_rng(7).normal(0, 0.08, image.shape)
    return {
        "original": image,
        "flipped": image[:, ::-1],
        "rotated by 12°": _rotate(image, 12),
        "cropped, resized": _crop(image),
        "brighter": np.clip(image * 1.35, 0, 1),
        "noise": np.clip(image + noise, 0, 1),
        "part erased": np.where(_patch(), 0.5, image),
        "edges (a feature)": _edges(image),
    }


def _patch():
    patch = np.zeros((SIZE, SIZE), dtype=bool)
    patch[30:58, 54:86] = True
    return patch


def draw(palette):
    """Eight pictures in two rows."""
    figure, panels = plt.subplots(2, 4, figsize=(7, 3.9))
    for axes, (name, image) in zip(panels.flat, variants().items(), strict=True):
        axes.imshow(image, cmap="gray", vmin=0, vmax=1, interpolation="none")
        axes.set_title(name, fontsize=9)
        axes.set_xticks([])
        axes.set_yticks([])
        for side in axes.spines.values():
            side.set_color(palette.grid)
    figure.tight_layout()
    return figure
