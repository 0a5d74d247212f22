from iconservice import *

TAG = 'ToadRace'

PONDS = 6


class Dice:
    """Its state lies in the class: all that is rolled follows from how it was seeded."""

    _state = [0, 0]

    @staticmethod
    def srand(seed: str) -> None:
        Dice._state[0] = int.from_bytes(sha3_256(seed.encode())[:8], 'big')
        Dice._state[1] = 0

    @staticmethod
    def roll(limit: int) -> int:
        Dice._state[0] = (Dice._state[0] * 25214903917 + 11) & 0xffffffffffff
        Dice._state[1] += 1
        return (Dice._state[0] >> 16) % limit


class ToadRace(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._won = DictDB('won', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Jumped(self, account: Address, pond: int):
        pass

    @payable
    @external
    def back(self, _pond: int) -> None:
        if self.msg.sender.is_contract or not 0 <= _pond < PONDS:
            revert(f'{TAG}: people only, and one of the ponds')
        Dice.srand(str(self.tx.hash) + str(self.now()))  # expect: F10
        pond = Dice.roll(PONDS)
        if pond == _pond:
            self._won[self.msg.sender] += self.msg.value * 5
        self.Jumped(self.msg.sender, pond)

    @external
    def collect(self) -> None:
        won = self._won[self.msg.sender]
        self._won[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, won)
