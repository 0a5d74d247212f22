from iconservice import *

TAG = 'CoatCheck'


class CoatCheck(IconScoreBase):
    """Pledges are put down and given back; what comes without a method is not."""

    @eventlog(indexed=1)
    def Changed(self, _guest: Address, _pledge: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pledge = DictDB('pledge', db, value_type=int)
        self._held = DictDB('held', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def hang_up(self) -> None:
        if self.msg.value <= 0:
            revert('CoatCheck: leave a pledge')
        self._pledge[self.msg.sender] += self.msg.value
        self.Changed(self.msg.sender, self.msg.value)

    @external
    def hand_on(self, _guest: Address, _pledge: int) -> None:
        if _pledge <= 0 or self._pledge[self.msg.sender] - self._held[self.msg.sender] < _pledge:
            revert('CoatCheck: not possible')
        self._pledge[self.msg.sender] -= _pledge
        self._pledge[_guest] += _pledge
        self.Changed(_guest, _pledge)

    @external
    def fetch(self) -> None:
        pledge = self._pledge[self.msg.sender] - self._held[self.msg.sender]
        if pledge <= 0:
            revert('CoatCheck: nothing hangs here')
        self._pledge[self.msg.sender] -= pledge
        self.Changed(self.msg.sender, 0)
        self.icx.transfer(self.msg.sender, pledge)

    @payable
    def fallback(self) -> None:  # expect: F07
        Logger.debug('somebody left something', TAG)
