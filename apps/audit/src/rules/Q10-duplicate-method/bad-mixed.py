from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, external, eventlog, payable, revert


class Meter(object):

    def __init__(self, name: str, db: IconScoreDatabase):
        self._value = VarDB(f'{name}_value', db, value_type=int)

    def read(self) -> int:
        return self._value.get()

    def write(self, value: int) -> None:
        self._value.set(value)

    def read(self) -> int:  # expect: Q10
        return max(0, self._value.get())


class PowerMeter(IconScoreBase):

    @eventlog(indexed=1)
    def Measured(self, by: Address, value: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._meter = Meter('main', db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @property
    def reading(self) -> int:
        return self._meter.read()

    @external
    def measure(self, value: int) -> None:
        if self.msg.sender != self.owner:
            revert('meter: owner only')
        if value <= self.reading:
            revert('meter: it only counts up')
        self._meter.write(value)
        self.Measured(self.msg.sender, value)

    @external(readonly=True)
    def reading(self) -> int:  # expect: Q10
        return self._meter.read()
