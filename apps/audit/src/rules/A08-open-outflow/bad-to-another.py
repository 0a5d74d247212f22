from iconservice import *

TAG = 'Reapers'


class Reapers(IconScoreBase):
    """What a reaper has earned goes to whom the caller names; that the reaper is known is asked, and the caller is not."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._reapers = DictDB('reapers', db, value_type=bool)
        self._earned = DictDB('earned', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def hire(self, _who: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Reapers: owner only')
        self._reapers[_who] = True

    @external
    @payable
    def pay(self, _who: Address) -> None:
        self._earned[_who] += self.msg.value

    @external
    def send_wage(self, _reaper: Address, _to: Address) -> None:
        if not self._reapers[_reaper]:
            revert('Reapers: unknown')
        earned = self._earned[_reaper]
        self._earned[_reaper] = 0
        self.icx.transfer(_to, earned)  # expect: A08

    @external
    def push_wage(self, _reaper: Address) -> None:
        if not self._reapers[_reaper]:
            revert('Reapers: unknown')
        earned = self._earned[_reaper]
        self._earned[_reaper] = 0
        self.icx.transfer(_reaper, earned)  # ok: A08
