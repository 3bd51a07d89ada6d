"""Cost and latency per prediction against batch size on CPU and GPU: a model with stated assumptions."""

import matplotlib.pyplot as plt
import numpy as np

SIZES = np.array([1, 2, 4, 8, 16, 32, 64])
CPU_MS = 25.0  # milliseconds per prediction, one after another
GPU_FIXED, GPU_EACH = 8.0, 0.6  # milliseconds per batch, and for each prediction in it
GPU_PRICE = 4.0  # price of the GPU instance, CPU instance = 1


def measure():
    """Milliseconds per batch and relative cost per prediction, for both."""
    cpu, gpu = CPU_MS * SIZES, GPU_FIXED + GPU_EACH * SIZES
    return {
        "CPU instance": (cpu, cpu / SIZES / CPU_MS),
        "GPU instance": (gpu, GPU_PRICE * gpu / SIZES / CPU_MS),
    }


def draw(palette):
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.4), layout="constrained")
    for (name, (ms, cost)), mark, color in zip(measure().items(), "so", palette.colors, strict=False):
        left.plot(SIZES, cost, f"{mark}-", color=color, linewidth=2, label=name)
        right.plot(SIZES, ms, f"{mark}-", color=color, linewidth=2, label=name)
    left.set_ylabel("cost of one prediction (CPU = 1)")
    right.set_ylabel("milliseconds for the batch")
    for axes in (left, right):
        axes.set_xscale("log", base=2)
        axes.set_yscale("log")
        axes.set_xticks(SIZES, [str(size) for size in SIZES])
        axes.minorticks_off()
        axes.set_xlabel("batch size")
        axes.grid(linewidth=0.6)
    left.set_yticks([0.1, 0.2, 0.5, 1], ["0.1", "0.2", "0.5", "1"])
    right.set_yticks([10, 30, 100, 300, 1000], ["10", "30", "100", "300", "1,000"])
    left.legend(loc="lower left", labelcolor=palette.text)
    return figure
