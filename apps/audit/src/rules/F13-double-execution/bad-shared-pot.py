from iconservice import *


class Work:
    HANDED_IN = 1
    GOOD = 2
    PAID = 3


class GrantOffice(IconScoreBase):
    """Works are paid out of the fund of their call, which several works share."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._fund = DictDB('fund', db, value_type=int)
        self._call_of = DictDB('call_of', db, value_type=int)
        self._author = DictDB('author', db, value_type=Address)
        self._grant = DictDB('grant', db, value_type=int)
        self._state = DictDB('state', db, value_type=int)
        self._paid_at = DictDB('paid_at', db, value_type=int)
        self._stipend = DictDB('stipend', db, value_type=int)
        self._works = VarDB('works', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def endow(self, call: int) -> None:
        self._fund[call] += self.msg.value

    @external
    def hand_in(self, call: int) -> None:
        work = self._works.get() + 1
        self._works.set(work)
        self._call_of[work] = call
        self._author[work] = self.msg.sender
        self._state[work] = Work.HANDED_IN

    @external
    def judge(self, work: int, grant: int, stipend: int) -> None:
        if self.msg.sender != self.owner or grant <= 0 or stipend <= 0:
            revert('not possible')
        if self._state[work] != Work.HANDED_IN:
            revert('judged before')
        self._grant[work] = grant
        self._stipend[work] = stipend
        self._state[work] = Work.GOOD

    def _draw(self, work: int, amount: int) -> None:
        call = self._call_of[work]
        if amount > self._fund[call]:
            revert('the fund is empty')
        self._fund[call] -= amount

    @external
    def pay_out(self, work: int) -> None:
        if self._state[work] != Work.GOOD:
            revert('no grant')
        self._draw(work, self._grant[work])
        self._paid_at[work] = self.block_height
        self.icx.transfer(self._author[work], self._grant[work])  # expect: F13

    @external
    def pay_and_close(self, work: int) -> None:
        if self._state[work] != Work.GOOD:
            revert('no grant')
        self._draw(work, self._grant[work])
        self._state[work] = Work.PAID
        self.icx.transfer(self._author[work], self._grant[work])  # ok: F13

    @external
    def pay_month(self, work: int) -> None:
        if self._state[work] != Work.GOOD or self.block_height < self._paid_at[work] + 1296000:
            revert('not due')
        self._draw(work, self._stipend[work])
        self._paid_at[work] = self.block_height
        self.icx.transfer(self._author[work], self._stipend[work])  # ok: F13
