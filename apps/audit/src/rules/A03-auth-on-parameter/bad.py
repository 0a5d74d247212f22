from iconservice import *

TAG = 'TravelPot'


class TravelPot(IconScoreBase):
    """Collects ICX for a trip; the treasurer sets the limit."""

    _TREASURER = 'treasurer'
    _LIMIT = 'limit'
    _PAID = 'paid'

    @eventlog(indexed=1)
    def LimitChanged(self, _limit: int):
        pass

    @eventlog(indexed=1)
    def PaidOut(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._treasurer = VarDB(self._TREASURER, db, Address)
        self._limit = VarDB(self._LIMIT, db, int)
        self._paid = VarDB(self._PAID, db, int)

    def on_install(self) -> None:
        super().on_install()
        self._treasurer.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        self._paid.set(self._paid.get() + self.msg.value)

    @external
    def setLimit(self, _caller: Address, _limit: int) -> None:
        if _caller != self._treasurer.get():  # expect: A03
            revert('TravelPot: only the treasurer')
        if _limit <= 0:
            revert('TravelPot: limit must be positive')
        self._limit.set(_limit)
        self.LimitChanged(_limit)

    @external
    def payOut(self, _amount: int, _treasurer: Address) -> None:
        if _treasurer == self._treasurer.get():  # expect: A03
            if _amount <= 0 or _amount > self._limit.get():
                revert('TravelPot: amount out of range')
            self.PaidOut(self.msg.sender, _amount)
            self.icx.transfer(self.msg.sender, _amount)
        else:
            revert('TravelPot: only the treasurer')
