from iconservice import *

TAG = 'Pool'


class Pool(IconScoreBase):

    @eventlog(indexed=1)
    def Joined(self, _who: Address, _amount: int):
        pass

    @eventlog
    def RateChanged(self, _rate: int):
        pass

    @eventlog
    def Closed(self):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._rate = VarDB('rate', db, value_type=int)
        self._label = VarDB('label', db, value_type=int)
        self._shares = DictDB('shares', db, value_type=int)
        self._seats = DictDB('seats', db, value_type=int)
        self._members = ArrayDB('members', db, value_type=Address)
        self._operator = VarDB('operator', db, value_type=Address)
        self._closed = VarDB('closed', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()
        self._operator.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    def _only_operator(self) -> None:
        if self.msg.sender != self._operator.get():
            revert('Only the operator')

    @external(readonly=True)
    def rate(self) -> int:
        return self._rate.get()

    @external(readonly=True)
    def label(self) -> int:
        return self._label.get()

    @external(readonly=True)
    def seat(self, _who: Address) -> int:
        return self._seats[_who]

    @external(readonly=True)
    def isMember(self, _who: Address) -> bool:
        return self._shares[_who] > 0

    @external
    def setRate(self, _rate: int) -> None:
        self._only_operator()
        if _rate <= 0:
            revert('Not a rate')
        self._rate.set(_rate)
        self.RateChanged(_rate)

    @external
    def setLabel(self, _label: int) -> None:
        self._only_operator()
        self._label.set(_label)

    @external
    def close(self) -> None:
        self._closed.set(True)
        self.Closed()

    @payable
    @external
    def join(self, _seat: int, _note: str = 'none') -> None:
        if self._shares[self.msg.sender] == 0:
            self._members.put(self.msg.sender)
        self._shares[self.msg.sender] += self.msg.value
        self._seats[self.msg.sender] = _seat
        self.Joined(self.msg.sender, self.msg.value)
