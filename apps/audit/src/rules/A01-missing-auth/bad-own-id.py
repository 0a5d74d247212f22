from iconservice import *

TAG = 'FerryLine'


class FerryLine(IconScoreBase):
    """Several lines share one form of key: the number of the line, which is the contract's own, stands in front of each name."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._id = VarDB('id', db, value_type=int)
        self._rate = DictDB('rate', db, value_type=int)
        self._berth = DictDB('berth', db, value_type=str)
        self._trips = DictDB('trips', db, value_type=int)

    def on_install(self, _id: int) -> None:
        super().on_install()
        self._id.set(_id)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Crossed(self, name: str, fare: int):
        pass

    def _key(self, name: str) -> str:
        return str(self._id.get()) + '|' + name

    @external
    def set_rate(self, _name: str, _rate: int) -> None:
        key = f'{self._id.get()}|{_name}'
        self._rate[key] = _rate  # expect: A01

    @external
    def set_berth(self, _name: str, _berth: str) -> None:
        self._berth[self._key(_name)] = _berth  # expect: A01

    @external
    def note_trips(self, _trips: int) -> None:
        self._trips[f'{self._id.get()}|{self.msg.sender}'] = _trips  # ok: A01

    @payable
    @external
    def cross(self, _name: str) -> None:
        fare = self._rate[self._key(_name)]
        if fare <= 0 or self.msg.value != fare:
            revert(f'{TAG}: pay the fare')
        self.Crossed(_name, fare)

    @external
    def bank(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: only the owner')
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))

    @external(readonly=True)
    def berth(self, _name: str) -> str:
        return self._berth[f'{self._id.get()}|{_name}']

    @external(readonly=True)
    def trips(self, _who: Address) -> int:
        return self._trips[f'{self._id.get()}|{_who}']
