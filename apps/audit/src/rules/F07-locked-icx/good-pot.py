from iconservice import *

TAG = 'QuizNight'


class QuizNight(IconScoreBase):
    """What comes without a method raises the prize: the host adds to a stake what nobody paid for it."""

    @eventlog(indexed=1)
    def Changed(self, _team: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._stake = DictDB('stake', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def join(self) -> None:
        if self.msg.value != 10**18:
            revert('QuizNight: 1 ICX')
        self._stake[self.msg.sender] += self.msg.value
        self.Changed(self.msg.sender, self.msg.value)

    @external
    def award(self, _team: Address, _prize: int) -> None:
        if self.msg.sender != self.owner or _prize <= 0:
            revert('QuizNight: only the host')
        self._stake[_team] += _prize
        self.Changed(_team, _prize)

    @external
    def leave(self) -> None:
        stake = self._stake[self.msg.sender]
        if stake <= 0:
            revert('QuizNight: nothing is left')
        self._stake[self.msg.sender] = 0
        self.Changed(self.msg.sender, 0)
        self.icx.transfer(self.msg.sender, stake)

    @payable
    def fallback(self) -> None:  # ok: F07
        pass
