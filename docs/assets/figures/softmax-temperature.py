"""Next-token probabilities at three temperatures, and the tokens that a top-P of 0.9 keeps."""

import matplotlib.pyplot as plt
import numpy as np

TOKENS = ("blue", "clear", "gray", "dark", "falling", "green", "limit", "loud")
LOGITS = np.array([3.2, 2.6, 2.0, 1.5, 0.8, 0.3, -0.2, -1.0])
TEMPERATURES = (0.3, 0.7, 1.0)
TOP_P = 0.9


def softmax(logits, temperature):
    """Probabilities after dividing the scores by the temperature."""
    scaled = logits / temperature
    weights = np.exp(scaled - scaled.max())
    return weights / weights.sum()


def kept(probabilities, top_p):
    """How many of the most likely tokens are needed to reach the share top_p."""
    return int(np.searchsorted(np.cumsum(probabilities), top_p)) + 1


def draw(palette):
    """One panel per temperature; bars beyond the top-P cut are pale."""
    figure, panels = plt.subplots(1, len(TEMPERATURES), figsize=(7, 3.6), sharex=True, sharey=True)
    places = np.arange(len(TOKENS))
    for axes, temperature in zip(panels, TEMPERATURES, strict=True):
        shares = softmax(LOGITS, temperature)
        count = kept(shares, TOP_P)
        colors = [palette.colors[0] if place < count else palette.muted for place in places]
        axes.barh(places, shares, color=colors)
        for place, share in enumerate(shares):
            axes.text(share + 0.02, place, f"{share:.2f}", va="center", fontsize=8, color=palette.text)
        axes.axhline(count - 0.5, color=palette.accent, linewidth=1.2, linestyle="--")
        axes.set_title(f"temperature {temperature}", fontsize=10)
        axes.set_xlim(0, 1.18)
        axes.set_xticks([0, 0.5, 1])
        axes.set_yticks(places, TOKENS)
        axes.tick_params(colors=palette.text, length=0)
        axes.grid(axis="x", color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)
    panels[0].invert_yaxis()
    said = f"probability of the next token; below the dashed line: cut by top P = {TOP_P}"
    panels[1].set_xlabel(said)
    figure.tight_layout()
    return figure
