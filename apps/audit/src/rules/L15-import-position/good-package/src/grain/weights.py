from iconservice import *
from ...limits import MOST  # ok: L15

SACK = 50


def in_sacks(kilos: int) -> int:
    if kilos <= 0 or kilos > MOST:
        revert('weight is out of range')
    return kilos // SACK
