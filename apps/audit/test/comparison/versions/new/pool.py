from iconservice import *

TAG = 'Pool'


class Pool(IconScoreBase):

    @eventlog(indexed=2)
    def Joined(self, _who: Address, _amount: int):
        pass

    @eventlog
    def RateChanged(self, _rate: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rate = VarDB('rate_per_mille', db, value_type=int)
        self._label = VarDB('label', db, value_type=str)
        self._shares = DictDB('shares', db, value_type=int)
        self._seats = DictDB('seats', db, value_type=int, depth=2)
        self._operator = VarDB('operator', db, value_type=Address)
        self._closed = DictDB('closed', db, value_type=bool)
        self._fees = VarDB('fees', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._operator.set(self.msg.sender)

    def on_update(self, _season: int) -> None:
        super().on_update()

    def _guarded(self) -> bool:
        return self.msg.sender == self._operator.get()

    @external(readonly=True)
    def rate(self) -> int:
        return self._rate.get()

    @external(readonly=True)
    def label(self) -> str:
        return self._label.get()

    @external(readonly=True)
    def seat(self, _who: Address, _season: int) -> int:
        return self._seats[_who][_season]

    @external
    def setRate(self, _value: int) -> None:
        if _value <= 0:
            revert('Not a rate')
        self._rate.set(_value)
        self.RateChanged(_value)

    @external
    def setLabel(self, _label: str) -> None:
        if not self._guarded():
            revert('Only the operator')
        self._label.set(_label)

    @external
    def close(self, _season: int = 1) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._closed[_season] = True

    @payable
    @external
    def join(self, _seat: int, _note: str = '') -> None:
        self._shares[self.msg.sender] += self.msg.value
        self._seats[self.msg.sender][1] = _seat
        self.Joined(self.msg.sender, self.msg.value)

    @external
    def collect(self) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._fees.set(0)

    @external
    def nudge(self, _season: int) -> None:
        self._seats[self.msg.sender][_season] = 1
        if self.msg.sender == self.owner:
            self._fees.set(1)
