from iconservice import *

TAG = 'Regatta'


class Regatta(IconScoreBase):
    """Who was thrown out stays out; who is in may be entered again, and what they paid is lost."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._state = DictDB('state', db, value_type=str)
        self._stake = DictDB('stake', db, value_type=int)
        self._berth = DictDB('berth', db, value_type=str)
        self._caution = DictDB('caution', db, value_type=int)
        self._season = DictDB('season', db, value_type=str)
        self._fee = DictDB('fee', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def enter(self, boat: int) -> None:
        if self._state[boat] == 'SUNK':
            revert('Regatta: sunk')
        self._state[boat] = 'RACING'
        self._stake[boat] = self.msg.value  # expect: A01

    @external
    @payable
    def moor(self, boat: int) -> None:
        if self._berth[boat] == 'TAKEN':
            revert('Regatta: taken')
        self._berth[boat] = 'TAKEN'
        self._caution[boat] = self.msg.value  # ok: A01

    @external
    @payable
    def renew(self, boat: int) -> None:
        if self._season[boat] != 'OVER':
            revert('Regatta: not yet')
        self._season[boat] = 'ON'
        self._fee[boat] = self.msg.value  # ok: A01

    @external
    def sink(self, boat: int) -> None:
        if self.msg.sender != self.owner:
            revert('Regatta: only the owner')
        self._state[boat] = 'SUNK'
        self._season[boat] = 'OVER'
        self._berth[boat] = ''
        self.icx.transfer(self.owner, self._stake[boat] + self._caution[boat] + self._fee[boat])
