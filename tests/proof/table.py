"""Integer loops whose answer is known, by hand: the whole function's answer, then its source."""

HALT = (
    "while n % 12 != 5: n += 1",
    "i = x % 10\nwhile i != 3: i = (i + 7) % 10",
    "while n != 0: n //= -2",
    "i = 0\nwhile i < n: i += 1",
    "while n > 0: n -= 1",
    "while n > 0: n //= 2",
    "while n != 0 and n > 0: n = n // 10",
    "i = 0\nwhile i * i < n: i += 1",
    "while x > 0:\n    x = x + y\n    y = y - 1",
    "while b > 0:\n    t = a % b\n    a = b\n    b = t",
    (
        "lo = 0\nhi = n\nwhile lo < hi:\n    m = (lo + hi) // 2\n    if m * m < k:\n"
        "        lo = m + 1\n    else:\n        hi = m"
    ),
    "while x > 0 and y > 0:\n    if a > 0:\n        x -= 1\n    else:\n        y -= 1",
    "i = n\nwhile i > 0:\n    j = n\n    while j > 0:\n        j -= 1\n    i -= 1",
    "while x > 0:\n    x -= 1\n    y = n\n    while y > 0: y -= 1",
    "while x != y and x > 0 and y > 0:\n    if x > y:\n        x -= y\n    else:\n        y -= x",
    "y = 1\nwhile x > 0:\n    x -= y\n    y += 1",
    "while x >= 0: x = -2 * x + 10",
    "while x > 0:\n    if x % 2 == 0:\n        x = x // 2\n    else:\n        x = x - 1",
    "while n > 100 and n < 200: n += 1",
    "while x < 10:\n    x += 1\n    if x == 5:\n        x += 1",
    "i = 10\nwhile i: i -= 1",
    "while True:\n    n -= 1\n    if n < 0: break",
    "while n > 0:\n    n -= 1\n    if n == 3: continue\n    n -= 1",
    (
        "c = 1\nwhile c > 0:\n    if n > 100:\n        n -= 10\n        c -= 1\n"
        "    else:\n        n += 11\n        c += 1"
    ),
    "while x >= 0:\n    x = x + y\n    y = -2 * y - 1",
    "while x > 0:\n    x += y\n    y += z\n    z -= 1",
    "if d > 0:\n    while n >= d: n -= d",
    "if a == b:\n    while x >= 0 or y >= 0:\n        x = x + a - b - 1\n        y = y + b - a - 1",
    "x = 1 if n else -1\nwhile a < 9 and b < 9:\n    a += x\n    b -= x",
    "while abs(n) > 3: n = n - 1 if n > 0 else n + 1",
    "while n % 7 != 0: n = n - n % 7",
    "s = 0\nwhile s <= n:\n    s = 2 * s + 1",
    "while x > y:\n    y += 1\n    if y > 10: x -= 1",
)

LOOP = (
    "while True: pass",
    "while n > 0: pass",
    "while n > 0: n += 1",
    "while n != 0: n -= 1",
    "while n != 0: n -= 2",
    "while x >= 0: x = x + c",
    "while n > 1: n = n * 2",
    "i = 0\nwhile i < n: x = 1",
    "while i < 9:\n    if i != 5: i += 1",
    "while i <= 10:\n    if i > 6: i += 2",
    "while x > 0:\n    x = x + y\n    y = y + 1",
    (
        "up = 0\nwhile 0 <= i <= 10:\n    if i == 10: up = 0\n    if i == 0: up = 1\n"
        "    if up == 1:\n        i += 1\n    else:\n        i -= 1"
    ),
    "while True:\n    t = x\n    x = -y\n    y = t",
    (
        "n = 0\nx = 0\ny = 1\nz = 6\nwhile x == n * n * n:\n    n += 1\n    x += y\n"
        "    y += z\n    z += 6"
    ),
    "x = 1\ny = 1\nwhile 1 + x * z - x - z * y == 0:\n    x = x * z + 1\n    y = y * z",
    "while n >= d: n -= d",
    "while a != b:\n    if a > b:\n        a -= b\n    else:\n        b -= a",
    (
        "lo = 0\nhi = n\nwhile lo < hi:\n    m = (lo + hi) // 2\n    if m < k:\n"
        "        lo = m\n    else:\n        hi = m"
    ),
    "while n < 0: n = n // 2",
    "while n != 1:\n    if n % 2 == 0:\n        n = n // 2\n    else:\n        n = 3 * n + 1",
    "while x < 100:\n    if x % 2 == 0: continue\n    x += 1",
    "while n % 7 != 0: n = n - 7",
    "i = n\nwhile i > 0:\n    j = i\n    while j != 0: j -= 2\n    i -= 1",
    "while x > 0 and y < 0:\n    if x > y:\n        y = ~x\n    else:\n        x -= 1",
    "while x * x > 0: x = -x",
    "s = 1\nt = 1\nwhile t * t - 4 * s + 2 * t + 1 == 0:\n    t += 2\n    s += t",
    "while i < n:\n    i = i + 1\n    n = n + 1",
    "while n > 0:\n    n = n - 1\n    if n == 5: n = 6",
    "while x != y:\n    x += 1\n    y += 1",
    "while 1:\n    if n == 10: break\n    n = n + 2",
)


def source(body: str) -> str:
    """A function of a few integers with this body."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"def f(n, x, y, z, a, b, c, d, k, i):\n{lines}"
