"""Token cost of a RAG answer over the number of chunks, in input tokens of the larger model."""

import matplotlib.pyplot as plt
import numpy as np

SYSTEM, QUESTION, CHUNK = 400, 50, 300  # tokens
OUTPUT = 5.0  # assumed price of an output token, an input token being 1
EMBED = 0.02  # assumed price of an embedded token
SMALL = 0.15  # assumed price of a smaller model, the larger being 1
CHUNKS = np.arange(1, 31)


def cost(answer, price=1.0):
    """Units per answer for each number of chunks."""
    model = SYSTEM + QUESTION + CHUNKS * CHUNK + answer * OUTPUT
    return model * price + QUESTION * EMBED


def draw(palette):
    figure, axes = plt.subplots(figsize=(7, 3.6))
    axes.plot(CHUNKS, cost(600), "-", color=palette.colors[1], linewidth=2, label="answer of 600 tokens")
    axes.plot(CHUNKS, cost(250), "-", color=palette.colors[0], linewidth=2, label="answer of 250 tokens")
    axes.plot(
        CHUNKS, cost(250, SMALL), "-", color=palette.colors[2], linewidth=2, label="250 tokens, smaller model"
    )
    for chunks in (5, 20):
        value = cost(250)[chunks - 1]
        axes.plot([chunks], [value], "o", color=palette.colors[0], markersize=7)
        axes.text(chunks + 0.4, value - 700, f"{value:,.0f}", color=palette.text)
    axes.set_ylim(0, 14_000)
    axes.set_xlabel("chunks handed to the model")
    axes.set_ylabel("units per answer")
    axes.grid(linewidth=0.6)
    axes.legend(loc="upper left", labelcolor=palette.text)
    return figure
