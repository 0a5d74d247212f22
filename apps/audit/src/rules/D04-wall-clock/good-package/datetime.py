DAY = 24 * 60 * 60 * 10 ** 6


class Calendar:

    def __init__(self, block_time: int) -> None:
        self.block_time = block_time

    def today(self) -> int:
        return self.block_time // DAY


def now(block_time: int) -> Calendar:
    return Calendar(block_time)
