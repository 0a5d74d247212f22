PERCENT = 100


def reduced(price: int, discount: int) -> int:
    return price * (PERCENT - discount) // PERCENT
