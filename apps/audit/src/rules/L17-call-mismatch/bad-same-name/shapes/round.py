def round(width: int) -> int:
    return width // 2 * 2


def corners(width: int) -> int:
    return 0 if width > 1 else 4
