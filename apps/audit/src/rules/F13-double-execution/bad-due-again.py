from iconservice import *

NOTICE_BLOCKS = 302400


class MooringClub(IconScoreBase):
    """Members give notice, and take out later what they have put in."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._share = DictDB('share', db, value_type=int)
        self._leaving = DictDB('leaving', db, value_type=int)
        self._leaves_at = DictDB('leaves_at', db, value_type=int)
        self._waiting = DictDB('waiting', db, value_type=int)
        self._waits_until = DictDB('waits_until', db, value_type=int)
        self._berths = ArrayDB('berths', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def join(self) -> None:
        if self._share[self.msg.sender] == 0:
            self._berths.put(self.msg.sender)
        self._share[self.msg.sender] += self.msg.value

    @external
    def give_notice(self, amount: int) -> None:
        member = self.msg.sender
        if amount <= 0 or amount > self._share[member]:
            revert('not so much')
        self._share[member] -= amount
        self._leaving[member] += amount
        self._leaves_at[member] = self.block_height + NOTICE_BLOCKS

    @external
    def give_short_notice(self, amount: int) -> None:
        member = self.msg.sender
        if amount <= 0 or amount > self._share[member]:
            revert('not so much')
        self._share[member] -= amount
        self._waiting[member] += amount
        self._waits_until[member] = self.block_height + NOTICE_BLOCKS // 10

    @external
    def leave(self) -> None:
        member = self.msg.sender
        if self._leaves_at[member] == 0 or self.block_height < self._leaves_at[member]:
            revert('not due')
        self._leaves_at[member] = self.block_height
        self.icx.transfer(member, self._leaving[member])  # expect: F13

    @external
    def leave_soon(self) -> None:
        member = self.msg.sender
        if self._waits_until[member] == 0 or self.block_height < self._waits_until[member]:
            revert('not due')
        self._waits_until[member] = 0
        self.icx.transfer(member, self._waiting[member])  # ok: F13
