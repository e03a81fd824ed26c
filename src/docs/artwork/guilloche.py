"""Prints path data for the fine lines of certificate templates, in millimetres.

    guilloche.py wave   LENGTH PERIODS AMPLITUDE        a cosine along x, extremes as knots
    guilloche.py rosette RADIUS AMPLITUDE LOBES [KNOTS]  r = RADIUS + AMPLITUDE cos(LOBES t), closed

One such line, repeated with <use> at small shifts or turns (360 / LOBES / copies degrees), makes a
guilloche. Coordinates are relative with two decimals; each is taken from the rounded place before
it, so that errors do not add up.
"""

import math
import sys


def number(value):
    text = ("%.2f" % value).rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def path(knots, closed):
    """Cubic curves through knots (x, y, handle x, handle y)."""
    x, y = (round(v, 2) for v in knots[0][:2])
    out = ["M%s %s" % (number(x), number(y))]
    for a, b in zip(knots, knots[1:] + (knots[:1] if closed else [])):
        values = [number(v) for v in (a[0] + a[2] - x, a[1] + a[3] - y, b[0] - b[2] - x,
                                      b[1] - b[3] - y, b[0] - x, b[1] - y)]
        out.append("c" + values[0] + "".join(v if v[0] == "-" else " " + v for v in values[1:]))
        x, y = round(x + float(values[4]), 2), round(y + float(values[5]), 2)
    return "".join(out) + ("z" if closed else "")


def wave(length, periods, amplitude):
    half = length / periods / 2
    # 0.3642 of the half period is the handle that follows a cosine best.
    return path([(i * half, -amplitude if i % 2 else amplitude, 0.3642 * half, 0)
                 for i in range(round(2 * periods) + 1)], False)


def rosette(radius, amplitude, lobes, knots=None):
    count = int(knots or 8 * lobes)
    step = 2 * math.pi / count
    made = []
    for t in (i * step for i in range(count)):
        r, slope = radius + amplitude * math.cos(lobes * t), -amplitude * lobes * math.sin(lobes * t)
        made.append((r * math.cos(t), r * math.sin(t),
                     (slope * math.cos(t) - r * math.sin(t)) * step / 3,
                     (slope * math.sin(t) + r * math.cos(t)) * step / 3))
    return path(made, True)


if __name__ == "__main__":
    print({"wave": wave, "rosette": rosette}[sys.argv[1]](*map(float, sys.argv[2:])))
