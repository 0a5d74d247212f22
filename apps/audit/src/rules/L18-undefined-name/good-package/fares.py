from iconservice import *

ADULT = 1200
CHILD = 600
_HIDDEN = 1


def fare(adults: int, children: int) -> int:
    if adults < 0 or children < 0 or adults + children == 0:
        revert('nobody travels')
    return adults * ADULT + children * CHILD
