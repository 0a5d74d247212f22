from iconservice import *

TAG = 'Kitty'


class Kitty(IconScoreBase):
    """Numbers of members, and a few fixed names beside them: no member can be called so."""

    @eventlog(indexed=1)
    def Paid(self, _member: int, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._paid = DictDB('paid', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def share(self, _member: int) -> int:
        return self._paid[_member] + self._paid['bonus']  # ok: S07

    @external
    @payable
    def pay(self, _member: int) -> None:
        if self.msg.value <= 0:
            revert('nothing came')
        self._paid[_member] += self.msg.value  # ok: S07
        self._paid['all'] += self.msg.value  # ok: S07
        self.Paid(_member, self.msg.value)

    @external
    def empty(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        amount = self._paid['all']
        self._paid['all'] = 0
        self.Paid(0, amount)
        self.icx.transfer(self.owner, amount)
