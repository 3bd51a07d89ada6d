"""Encodings of a column that says nothing, and what a linear model seems to learn from it.

Data: disease progression in the diabetes data set bundled with scikit-learn (442 patients).
The category is invented: each patient gets one of k codes at random, so no code can predict.
"""

import matplotlib.pyplot as plt
import numpy as np

TARGET = """
151 75 141 206 135 97 138 63 110 310 101 69 179 185 118 171 166 144 97 168 68 49 68 245 184 202 137 85
131 283 129 59 341 87 65 102 265 276 252 90 100 55 61 92 259 53 190 142 75 142 155 225 59 104 182 128 52
37 170 170 61 144 52 128 71 163 150 97 160 178 48 270 202 111 85 42 170 200 252 113 143 51 52 210 65 141
55 134 42 111 98 164 48 96 90 162 150 279 92 83 128 102 302 198 95 53 134 144 232 81 104 59 246 297 258
229 275 281 179 200 200 173 180 84 121 161 99 109 115 268 274 158 107 83 103 272 85 280 336 281 118 317
235 60 174 259 178 128 96 126 288 88 292 71 197 186 25 84 96 195 53 217 172 131 214 59 70 220 268 152 47
74 295 101 151 127 237 225 81 151 107 64 138 185 265 101 137 143 141 79 292 178 91 116 86 122 72 129 142
90 158 39 196 222 277 99 196 202 155 77 191 70 73 49 65 263 248 296 214 185 78 93 252 150 77 208 77 108
160 53 220 154 259 90 246 124 67 72 257 262 275 177 71 47 187 125 78 51 258 215 303 243 91 150 310 153
346 63 89 50 39 103 308 116 145 74 45 115 264 87 202 127 182 241 66 94 283 64 102 200 265 94 230 181 156
233 60 219 80 68 332 248 84 200 55 85 89 31 129 83 275 65 198 236 253 124 44 172 114 142 109 180 144 163
147 97 220 190 109 191 122 230 242 248 249 192 131 237 78 135 244 199 270 164 72 96 306 91 214 95 216
263 178 113 200 139 139 88 148 88 243 71 77 109 272 60 54 221 90 311 281 182 321 58 262 206 233 242 123
167 63 197 71 168 140 217 121 235 245 40 52 104 132 88 69 219 72 201 110 51 277 63 118 69 273 258 43 198
242 232 175 93 168 275 293 281 72 140 189 181 209 136 261 113 131 174 257 55 84 42 146 212 233 91 111
152 120 67 310 94 183 66 173 72 49 64 48 178 104 132 220 57
"""


def _plain(axes, palette):
    """Axes without a frame, in the palette's colors."""
    axes.tick_params(colors=palette.text, length=0, labelsize=9)
    for side in axes.spines.values():
        side.set_visible(False)


CODES = (2, 5, 10, 20, 40, 60, 80, 100, 120)
REPEATS = 60
FOLDS = 5


def r_squared(truth, guess):
    """Share of the variance that the guess explains."""
    return 1 - ((truth - guess) ** 2).sum() / ((truth - truth.mean()) ** 2).sum()


def means(codes, target, wanted):
    """Mean target of each wanted code; codes never seen get the overall mean."""
    known = {code: target[codes == code].mean() for code in np.unique(codes)}
    return np.array([known.get(code, target.mean()) for code in wanted])


def fitted(feature, target, wanted):
    """A linear model on one column, applied to the wanted values."""
    slope, start = np.polyfit(feature, target, 1)
    return start + slope * wanted


def measure():
    """Curve -> mean R squared for each number of codes."""
    target = np.array(TARGET.split(), dtype=float)
    draw_codes = np.random.default_rng(7)
    names = ("naive, training", "naive, test", "out-of-fold, training", "out-of-fold, test")
    found = {name: [] for name in names}
    for count in CODES:
        scores = []
        for _ in range(REPEATS):
            order = draw_codes.permutation(len(target))
            codes = draw_codes.integers(count, size=len(target))
            train, test = order[:300], order[300:]
            y, kinds = target[train], codes[train]
            naive = means(kinds, y, kinds)
            part = np.arange(len(train)) % FOLDS
            honest = np.empty(len(train))
            for fold in range(FOLDS):
                inside = part == fold
                honest[inside] = means(kinds[~inside], y[~inside], kinds[inside])
            later = means(kinds, y, codes[test])
            scores.append(
                (
                    r_squared(y, fitted(naive, y, naive)),
                    r_squared(target[test], fitted(naive, y, later)),
                    r_squared(y, fitted(honest, y, honest)),
                    r_squared(target[test], fitted(honest, y, later)),
                )
            )
        for name, score in zip(names, np.mean(scores, axis=0), strict=True):
            found[name].append(score)
    return found


def draw(palette):
    """Left: width of each encoding. Right: scores of naive and out-of-fold encoding."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.8))
    widths = {
        "one-hot": [count for count in CODES],
        "binary": [int(np.ceil(np.log2(count + 1))) for count in CODES],
        "target, ordinal": [1 for _ in CODES],
    }
    for (name, columns), color in zip(widths.items(), palette.colors, strict=False):
        left.plot(CODES, columns, color=color, linewidth=2)
        left.text(CODES[-1], columns[-1] * 1.12, name, color=color, ha="right", va="bottom", fontsize=9)
    left.set_yscale("log")
    left.set_ylim(0.7, 260)
    left.set_yticks([1, 10, 100], ["1", "10", "100"])
    left.minorticks_off()
    left.set_xlabel("categories in the column")
    left.set_title("columns after encoding", fontsize=10)
    styles = (
        (palette.colors[1], "-"),
        (palette.colors[1], "--"),
        (palette.colors[2], "-"),
        (palette.colors[2], "--"),
    )
    for (name, scores), (color, style) in zip(measure().items(), styles, strict=True):
        right.plot(CODES, scores, color=color, linestyle=style, linewidth=2, label=name)
    right.axhline(0, color=palette.muted, linewidth=0.8)
    right.set_xlabel("random categories")
    right.set_title("R² of a linear model", fontsize=10)
    right.legend(fontsize=8, loc="best")
    for axes in (left, right):
        _plain(axes, palette)
        axes.grid(color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
    figure.tight_layout()
    return figure
