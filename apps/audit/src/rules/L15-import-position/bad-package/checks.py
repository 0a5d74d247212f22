from iconservice import revert


def positive(number: int) -> int:
    if number <= 0:
        revert('must be positive')
    return number
