from iconservice import *


def hash(text: str) -> int:
    return int.from_bytes(sha3_256(text.encode()), 'big')


def id(owner: Address, number: int) -> str:
    return f'{owner}/{number}'
