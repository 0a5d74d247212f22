from iconservice import json_dumps


def pack(dish: str, price: int) -> str:
    return json_dumps({'dish': dish, 'price': price})
