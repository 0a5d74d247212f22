from iconservice import *

TAG = 'ExchangeRate'


class ExchangeRate(IconScoreBase):
    """Keeps the rate of a stable coin, posted by one feeder."""

    @eventlog(indexed=1)
    def RatePosted(self, _feeder: Address, _rate: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._feeder = VarDB('feeder', db, value_type=Address)
        self._rate = VarDB('rate', db, value_type=int)
        self._height = VarDB('height', db, value_type=int)

    def on_install(self, _feeder: Address) -> None:
        super().on_install()
        self._feeder.set(_feeder)

    def on_update(self) -> None:
        super().on_update()

    @external
    def post(self, _rate: int) -> None:
        if self.msg.sender != self._feeder.get():
            revert('ExchangeRate: feeder only')
        if _rate <= 0:
            revert('ExchangeRate: the rate must be positive')
        self._rate.set(_rate)
        self._height.set(self.block_height)
        self.RatePosted(self.msg.sender, _rate)

    @external
    def getRate(self) -> int:  # expect: Q07
        return self._rate.get()  # ok: Q08

    @external
    def isFresh(self, _blocks: int) -> bool:  # expect: Q07
        if _blocks <= 0:
            revert('ExchangeRate: blocks must be positive')
        return self.block_height - self._height.get() <= _blocks  # ok: Q08

    @external(readonly=False)
    def getFeeder(self) -> Address:  # expect: Q07
        return self._feeder.get()  # ok: Q08
