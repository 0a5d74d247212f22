from iconservice import *


class Safe(IconScoreBase):
    """Once the owners lower the number that is needed, the next one who confirms has an order carried out a second time."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owners = ArrayDB('owners', db, value_type=Address)
        self._needed = VarDB('needed', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)
        self._receiver = DictDB('receiver', db, value_type=Address)
        self._amount = DictDB('amount', db, value_type=int)
        self._confirmed = DictDB('confirmed', db, value_type=bool, depth=2)
        self._executed = DictDB('executed', db, value_type=bool)
        self._orders = DictDB('orders', db, value_type=bytes)
        self._agreed = DictDB('agreed', db, value_type=bool, depth=2)

    def on_install(self, _owners: List[Address], _needed: int) -> None:
        super().on_install()
        for owner in _owners:
            self._owners.put(owner)
        self._needed.set(_needed)

    def on_update(self) -> None:
        super().on_update()

    def _only_owners(self) -> None:
        if self.msg.sender not in self._owners:
            revert('owners only')

    def _has_all(self, marks: DictDB) -> bool:
        return sum(1 for owner in self._owners if marks[owner]) >= self._needed.get()

    @external
    @payable
    def submit(self, _to: Address, _amount: int) -> None:
        self._only_owners()
        if _amount <= 0:
            revert('an order is about something')
        order = self._count.get()
        self._count.set(order + 1)
        self._receiver[order] = _to
        self._amount[order] = _amount
        self._orders[order] = b'\x00' + _to.to_bytes()

    @external
    def confirm(self, _order: int) -> None:
        self._only_owners()
        if self._receiver[_order] is None or self._confirmed[_order][self.msg.sender]:
            revert('no such order, or confirmed')
        self._confirmed[_order][self.msg.sender] = True
        if self._has_all(self._confirmed[_order]):
            self._executed[_order] = True
            self.icx.transfer(self._receiver[_order], self._amount[_order])  # expect: F13

    @external
    def revoke(self, _order: int) -> None:
        self._only_owners()
        if self._executed[_order]:
            revert('too late')
        self._confirmed[_order][self.msg.sender] = False

    @external
    def approve_in_bytes(self, _order: int) -> None:
        self._only_owners()
        record = self._orders[_order]
        if record is None or self._agreed[_order][self.msg.sender]:
            revert('no such order, or agreed')
        self._agreed[_order][self.msg.sender] = True
        if self._has_all(self._agreed[_order]):
            self.icx.transfer(Address.from_bytes(record[1:]), 10 ** 18)  # expect: F13
            self._orders[_order] = b'\x01' + record[1:]

    @external
    def withdraw_consent(self, _order: int) -> None:
        self._only_owners()
        if self._orders[_order][0] == 1:
            revert('too late')
        self._agreed[_order][self.msg.sender] = False

    @external
    def approve_open(self, _order: int) -> None:
        self._only_owners()
        if self._orders[_order][0] == 1 or self._agreed[_order][self.msg.sender]:
            revert('done, or agreed')
        self._agreed[_order][self.msg.sender] = True
        if self._has_all(self._agreed[_order]):
            self.icx.transfer(Address.from_bytes(self._orders[_order][1:]), 10 ** 18)  # ok: F13
            self._orders[_order] = b'\x01' + self._orders[_order][1:]
