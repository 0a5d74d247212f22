from iconservice import IconScoreBase, IconScoreDatabase, VarDB, Address, external, eventlog, revert

TAG = 'TreeRings'


def bits_of(number: int) -> int:
    """How many digits it has, written in twos."""
    count = 0
    while number:  # expect: C02
        number >>= 1
        count += 1
    return count


class Growth:
    """By how much something has grown after so many years, square by square."""

    @staticmethod
    def after(years: int, rate: int) -> int:
        grown = 1
        while years != 0:  # expect: C02
            if years % 2:
                grown = grown * rate
            years = years // 2
            rate = rate * rate
        return grown


class TreeRings(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._planted = VarDB('planted', db, value_type=int)
        self._digits = VarDB('digits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._planted.set(self.block_height)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Measured(self, who: Address, girth: int):
        pass

    @external
    def weigh(self, _kilos: int) -> None:
        if _kilos > 4000:
            revert(f'{TAG}: no tree is as heavy')
        self._digits.set(bits_of(_kilos))

    @external
    def measure(self, _block: int) -> None:
        if _block - self._planted.get() > 40:
            revert(f'{TAG}: too late')
        self.Measured(self.msg.sender, Growth.after(_block - self._planted.get(), 3))

    @external(readonly=True)
    def digits(self) -> int:
        return self._digits.get()
