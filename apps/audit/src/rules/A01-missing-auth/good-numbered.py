from iconservice import *

TAG = 'Stalls'


class TokenInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Stalls(IconScoreBase):
    """Whoever likes opens a stall: it gets the next number, so nobody's stall is replaced."""

    @eventlog(indexed=1)
    def Opened(self, _number: str):
        pass

    @eventlog(indexed=1)
    def Sold(self, _number: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._next = VarDB('next', db, value_type=int)
        self._party = DictDB('party', db, value_type=Address, depth=2)
        self._price = DictDB('price', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._next.set(1)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        number = str(self._next.get())
        self._next.set(self._next.get() + 1)
        self._party[number]['goods'] = self.msg.sender  # ok: A01
        self._party[number]['seller'] = _from  # ok: A01
        self._price[number] = _value
        self.Opened(number)

    @external
    def close(self, _number: str) -> None:
        if self._party[_number]['seller'] != self.msg.sender:
            revert('another one\'s stall')
        goods = self._party[_number]['goods']
        amount = self._price[_number]
        self._party[_number].remove('goods')
        self._party[_number].remove('seller')
        self._price.remove(_number)
        self.Sold(_number)
        self.create_interface_score(goods, TokenInterface).transfer(self.msg.sender, amount)
