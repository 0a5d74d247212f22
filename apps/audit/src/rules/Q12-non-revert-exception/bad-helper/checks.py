from iconservice import *


class WarehouseException(Exception):

    def __init__(self, code: int, message: str):
        super().__init__(message)
        self.code = code


class NotEnough(WarehouseException):

    def __init__(self):
        super().__init__(2, 'not enough in stock')


def require(condition: bool, message: str) -> None:
    if not condition:
        raise WarehouseException(1, message)  # expect: Q12


def only_owner(func):
    @wraps(func)
    def checked(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            raise PermissionError('owner only')  # expect: Q12
        return func(self, *args, **kwargs)
    return checked
