from iconservice import *


class Refusal:
    """Words a failure and ends the call, in place of an object."""

    def __new__(cls, reason):
        revert(f'Ferry refuses: {reason}', 41)


class Timetable:

    def __init__(self, db: IconScoreDatabase) -> None:
        self._berths = DictDB('berths', db, value_type=str)

    def berth_of(self, line: str) -> dict:
        if not self._berths[line]:
            Refusal('no such line')  # ok: D11
        try:
            return json_loads(self._berths[line])
        except ValueError as error:
            Refusal(error)  # expect: D11


class Ferry(IconScoreBase):
    """Sells passages; each failure goes through one of two helpers, which are handed constant texts as well."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._timetable = Timetable(db)
        self._fare = VarDB('fare', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _refuse(self, reason) -> None:
        revert(f'Ferry: {reason}')  # ok: D11

    @payable
    @external
    def board(self, _line: str) -> None:
        if self.msg.value != self._fare.get():
            self._refuse('pay the fare')  # ok: D11
        berth = self._timetable.berth_of(_line)
        try:
            self.icx.transfer(Address.from_string(berth['keeper']), self.msg.value)
        except Exception as failure:
            self._refuse(failure)  # expect: D11

    @external
    def setFare(self, _fare: int) -> None:
        if self.msg.sender != self.owner or _fare <= 0:
            self._refuse('the owner alone sets a fare above zero')  # ok: D11
        self._fare.set(_fare)
