from iconservice import *

TAG = 'Shop'


class Counter:

    def __init__(self, db: IconScoreDatabase) -> None:
        self._sold = VarDB('sold', db, value_type=int)

    def sold(self) -> int:
        return self._sold.get()

    def add(self) -> None:
        self._sold.set(self._sold.get() + 1)


class Shop(Counter):  # expect: L13

    def on_install(self) -> None:
        self._sold.set(0)

    @external(readonly=True)
    def count(self) -> int:
        return self.sold()

    @external
    def buy(self) -> None:
        self.add()
