from iconservice import *
from ..checks import positive
from ...shared.money import in_loops  # expect: L15


def total(count: int, price: int) -> int:
    return in_loops(positive(count) * positive(price))
