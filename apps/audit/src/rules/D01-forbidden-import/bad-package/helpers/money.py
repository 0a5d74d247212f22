from math import ceil  # expect: D01

LOOP = 10 ** 18


def hours_to_loop(hours: int) -> int:
    return ceil(hours) * 2 * LOOP
