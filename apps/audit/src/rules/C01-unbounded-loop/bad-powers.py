from iconservice import *

TAG = 'BondCurve'


class BondCurve(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._sold = VarDB('sold', db, value_type=int)
        self._price = VarDB('price', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # Newton's root takes a few dozen turns for any number, with floats as well
    def _root(self, number: int) -> int:
        last = number
        root = (number + 1) / 2
        while root < last:  # ok: C01, C02
            last = root
            root = (number / root + root) / 2
        return int(last)

    # one turn for each bond that was ever sold
    def _sum(self, number: int) -> int:
        total = 0
        step = 0
        while step < number:  # expect: C01
            step += 1
            total += step
        return total

    @external
    def sell(self, _pieces: int) -> None:
        if not 0 < _pieces <= 100:
            revert(f'{TAG}: 1 to 100 pieces')
        self._sold.set(self._sold.get() + _pieces)
        self._price.set(self._root(self._sold.get()) + self._sum(self._sold.get()))
