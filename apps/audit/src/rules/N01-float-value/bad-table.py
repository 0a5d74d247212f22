from iconservice import *

TAG = 'Ferry'

FACTORS = {'bicycle': 1.5, 'car': 4.25, 'van': 7.75}
WHOLE = {'bicycle': 150, 'car': 425, 'van': 775}


class Ferry(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fare = VarDB('fare', db, value_type=int)
        self._owed = DictDB('owed', db, value_type=int)

    def on_install(self, _fare: int) -> None:
        super().on_install()
        self._fare.set(_fare)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def owed(self, _who: Address) -> int:
        return self._owed[_who]

    @external
    def board(self, _vehicle: str) -> None:
        if _vehicle not in FACTORS:
            revert('not on this ferry')
        self._owed[self.msg.sender] += int(self._fare.get() * FACTORS[_vehicle])  # expect: N01

    @external
    def board_exactly(self, _vehicle: str) -> None:
        if _vehicle not in WHOLE:
            revert('not on this ferry')
        self._owed[self.msg.sender] += self._fare.get() * WHOLE[_vehicle] // 100  # ok: N01
