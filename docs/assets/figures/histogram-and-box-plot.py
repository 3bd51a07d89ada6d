"""A histogram and box plots of one real variable.

Data: mean area of cell nuclei in the breast cancer data set bundled with scikit-learn
(Wisconsin diagnostic data), rounded to whole numbers: 212 malignant, 357 benign samples.
"""

import matplotlib.pyplot as plt
import numpy as np

MALIGNANT = """
1001 1326 1203 386 1297 477 1040 578 520 476 798 781 1123 783 578 659 684 799 1260 704 1404 905 913 645
1094 732 955 1088 441 899 1162 807 870 633 699 559 563 371 1104 545 532 1076 535 1033 713 1152 657 646
499 668 1130 929 584 818 1006 1245 1878 1132 1075 648 1076 728 706 1264 642 583 530 1509 682 783 982
1077 1761 573 1138 1192 749 810 1075 506 678 813 432 964 1157 1214 1686 886 985 565 737 833 2250 1311
767 711 1041 610 477 671 589 1024 1148 643 952 1685 598 717 904 1290 2499 948 611 579 1230 1223 761 503
895 1319 1670 1306 921 1155 1364 1206 928 1169 602 1207 713 774 745 1288 933 948 759 928 1419 1491 999
1102 1138 1145 805 431 1217 1247 1027 1274 1264 814 827 793 919 1092 1747 1194 759 2010 717 1293 1234
1546 1482 840 1386 1335 362 665 1174 745 1407 994 992 720 803 685 1250 1110 600 929 990 982 1384 1191
931 2501 980 816 1167 858 1007 1068 1320 596 1682 731 557 702 1052 1214 1841 1299 1308 630 717 1347 1479
1261 858 1265
"""
BENIGN = """
566 520 274 524 202 449 561 428 572 438 409 527 224 312 222 261 269 394 250 502 244 471 559 506 402 520
443 466 652 663 552 555 451 294 413 144 459 298 336 412 467 396 290 480 630 334 231 439 245 403 641 554
589 674 456 762 424 400 385 288 398 512 355 433 690 640 585 519 204 300 382 539 460 880 449 367 420 464
690 358 686 464 373 350 227 302 526 509 402 318 420 429 464 507 288 516 461 482 295 529 726 428 432 321
569 561 313 546 641 330 684 496 396 387 280 603 624 575 476 389 590 338 542 512 347 406 407 346 561 512
345 633 388 290 436 397 572 587 427 517 489 441 516 394 396 651 687 514 433 492 583 364 633 334 471 334
403 417 537 246 566 531 419 665 504 409 221 482 461 244 477 324 505 458 490 616 446 514 387 390 464 514
311 641 280 374 420 322 445 669 403 427 421 385 486 512 594 241 279 492 546 497 838 552 458 712 579 788
338 562 581 386 373 448 463 542 462 597 392 322 234 446 609 558 508 378 432 443 525 508 469 370 800 514
466 400 373 269 694 434 271 495 380 410 656 408 575 290 307 334 360 381 501 468 674 509 611 593 606 372
586 341 441 675 660 432 442 644 493 557 415 538 520 291 646 413 537 543 537 286 409 289 450 687 465 359
507 618 599 405 455 603 546 571 747 477 666 420 466 992 477 539 681 486 480 689 476 249 272 453 366 820
426 681 659 391 493 494 258 388 571 293 221 551 468 594 445 423 416 576 366 406 179 170 403 656 669 538
585 573 325 321 286 362 360 378 508 264 514 321 312 271 657 404 600 386 181
"""


def _plain(axes, palette):
    """Axes without a frame, in the palette's colors."""
    axes.tick_params(colors=palette.text, length=0, labelsize=9)
    for side in axes.spines.values():
        side.set_visible(False)


def draw(palette):
    """Left: all values, with mean and median. Right: the two groups."""
    groups = [np.array(text.split(), dtype=float) for text in (BENIGN, MALIGNANT)]
    values = np.concatenate(groups)
    mean, median = values.mean(), np.median(values)
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.6), width_ratios=(1.15, 1))
    left.hist(values, bins=30, color=palette.colors[0])
    top = left.get_ylim()[1]
    for place, name, style, height, color in (
        (median, f"median {median:.0f}", "-", 0.97, palette.colors[2]),
        (mean, f"mean {mean:.0f}", "--", 0.86, palette.colors[1]),
    ):
        left.axvline(place, color=color, linestyle=style, linewidth=1.8)
        left.text(mean + 60, top * height, name, color=color, va="top", fontsize=10)
    left.set_xlabel("mean area of cell nuclei")
    left.set_ylabel("samples")
    left.set_title("Histogram: skewed to the right", fontsize=10)
    box = right.boxplot(
        groups,
        widths=0.5,
        patch_artist=True,
        medianprops={"color": palette.text, "linewidth": 1.8},
        whiskerprops={"color": palette.muted},
        capprops={"color": palette.muted},
        flierprops={"marker": "o", "markersize": 3, "markeredgecolor": palette.colors[1]},
    )
    for patch, color in zip(box["boxes"], (palette.colors[2], palette.colors[3]), strict=True):
        patch.set(facecolor=color, edgecolor=palette.muted, alpha=0.75)
    right.set_xticks([1, 2], ["benign", "malignant"])
    right.set_ylabel("mean area")
    right.set_title("Box plot: the groups differ", fontsize=10)
    for axes in (left, right):
        _plain(axes, palette)
        axes.grid(axis="y", color=palette.grid, linewidth=0.6)
        axes.set_axisbelow(True)
    figure.tight_layout()
    return figure
