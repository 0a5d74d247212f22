from iconservice import *

TAG = 'Library'


class Library(IconScoreBase):
    """Readers pay a caution, from which a fine is taken; who takes it is asked of nobody."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._caution = DictDB('caution', db, value_type=int)
        self._standing = DictDB('standing', db, value_type=str)
        self._overdue = DictDB('overdue', db, value_type=int)
        self._charged = DictDB('charged', db, value_type=int)
        self._blocked = DictDB('blocked', db, value_type=int)
        self._fine = VarDB('fine', db, value_type=int)
        self._common = VarDB('common', db, value_type=int)

    def on_install(self, fine: int) -> None:
        super().on_install()
        self._fine.set(fine)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def enrol(self, card: int) -> None:
        if self._standing[card] != '':
            revert('Library: taken')
        self._standing[card] = 'GOOD'
        self._caution[card] = self.msg.value

    @external
    def fine(self, card: int) -> None:
        rest = self._caution[card]
        fine = self._fine.get()
        if self._standing[card] != 'GOOD' or rest < fine:
            revert('Library: no such reader')
        self._caution[card] = rest - fine  # expect: A03
        self._common.set(self._common.get() + fine)

    @external
    def deduct(self, card: int, amount: int) -> None:
        if amount <= 0 or self._caution[card] < amount:
            revert('Library: no such amount')
        self._caution[card] -= amount  # expect: A03

    @external
    def fine_by_desk(self, card: int) -> None:
        if self.msg.sender != self.owner:
            revert('Library: only the desk')
        self._caution[card] -= self._fine.get()  # ok: A03

    @external
    def fine_once(self, card: int) -> None:
        if self._standing[card] != 'LATE':
            revert('Library: not late')
        self._standing[card] = 'GOOD'
        self._caution[card] -= self._fine.get()  # ok: A03

    @external
    def fine_overdue(self, card: int) -> None:
        if self._overdue[card] == 0 or self._overdue[card] > self.block_height:
            revert('Library: not overdue')
        self._caution[card] -= self._fine.get()  # ok: A03

    @external
    def charge_monthly(self, card: int) -> None:
        if self._charged[card] + 1296000 > self.block_height:
            revert('Library: charged already')
        self._charged[card] = self.block_height
        self._caution[card] -= self._fine.get()  # ok: A03

    @external
    def set_aside(self, card: int) -> None:
        self._caution[card] -= self._fine.get()  # ok: A03
        self._blocked[card] += self._fine.get()

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('Library: only the desk')
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))

    @external(readonly=True)
    def blocked(self, card: int) -> int:
        return self._blocked[card]
