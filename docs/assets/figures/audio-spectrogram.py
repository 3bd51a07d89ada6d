"""A computed signal as waveform, mel spectrogram and MFCCs."""

import matplotlib.pyplot as plt
import numpy as np

RATE = 8_000
FRAME, HOP = 200, 80  # 25 ms and 10 ms
BANDS, COEFFICIENTS = 26, 13


def signal():
    """Two seconds: a steady tone with overtones, a pause, then a rising tone; a little noise throughout."""
    time = np.arange(2 * RATE) / RATE
    tone = sum(np.sin(2 * np.pi * 300 * k * time) / k for k in (1, 2, 3)) * (time < 0.8)
    later = np.clip(time - 1, 0, None)
    rise = np.sin(2 * np.pi * (500 * later + 1_000 * later**2)) * (time >= 1)
    noise = np.random.default_rng(3).normal(0, 0.02, time.size)
    return time, 0.5 * tone + 0.8 * rise + noise


def _mel(frequency):
    return 2595 * np.log10(1 + frequency / 700)


def _filters():
    """Triangles of equal width on the mel scale."""
    edges = 700 * (10 ** (np.linspace(0, _mel(RATE / 2), BANDS + 2) / 2595) - 1)
    frequencies = np.fft.rfftfreq(FRAME, 1 / RATE)
    left, middle, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    return np.clip(
        np.minimum((frequencies - left) / (middle - left), (right - frequencies) / (right - middle)), 0, 1
    )


def features():
    """Log mel spectrogram (bands, frames) and MFCCs (coefficients, frames)."""
    _, wave = signal()
    starts = np.arange(0, wave.size - FRAME, HOP)
    frames = wave[starts[:, None] + np.arange(FRAME)] * np.hamming(FRAME)
    power = np.abs(np.fft.rfft(frames)) ** 2
    logs = np.log(power @ _filters().T + 1e-3).T
    order, band = np.arange(COEFFICIENTS)[:, None], np.arange(BANDS)[None, :]
    cosines = np.cos(np.pi * order * (2 * band + 1) / (2 * BANDS))  # DCT of type II
    return logs, cosines @ logs


def draw(palette):
    """Three panels over one time axis."""
    time, wave = signal()
    logs, coefficients = features()
    figure, panels = plt.subplots(3, 1, figsize=(7, 4.6), sharex=True)
    pieces = wave.reshape(400, -1)
    panels[0].fill_between(
        time[::40], pieces.min(axis=1), pieces.max(axis=1), color=palette.colors[0], linewidth=0
    )
    panels[1].imshow(
        logs, origin="lower", aspect="auto", extent=(0, 2, 0, BANDS), cmap="viridis", interpolation="none"
    )
    spread = (coefficients - coefficients.mean(axis=1, keepdims=True)) / coefficients.std(
        axis=1, keepdims=True
    )
    panels[2].imshow(
        spread,
        origin="lower",
        aspect="auto",
        extent=(0, 2, 0, COEFFICIENTS),
        cmap="viridis",
        interpolation="none",
    )
    labels = ("amplitude\n16,000 samples", "mel band\n26 × 198 values", "MFCC\n13 × 198 values")
    for axes, label in zip(panels, labels, strict=True):
        axes.set_ylabel(label, fontsize=9)
        axes.tick_params(colors=palette.text, length=0, labelsize=8)
        for side in axes.spines.values():
            side.set_visible(False)
    panels[2].set_xlabel("seconds")
    figure.tight_layout()
    return figure
