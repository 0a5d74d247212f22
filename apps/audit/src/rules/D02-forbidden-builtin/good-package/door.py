def open(fare: int, paid: int) -> bool:
    return paid >= fare


def label(exec: str = 'gate') -> str:
    return exec.upper()
