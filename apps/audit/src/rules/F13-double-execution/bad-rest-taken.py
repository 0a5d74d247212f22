from iconservice import *

TAG = 'Orchard'


class Crates(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass

    @interface
    def ripe(self, _picker: Address) -> int:
        pass


class Orchard(IconScoreBase):
    """Wages of pickers, which they take in parts."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._wage = DictDB('wage', db, value_type=int)
        self._credit = DictDB('credit', db, value_type=int)
        self._usual = DictDB('usual', db, value_type=int)
        self._crates = VarDB('crates', db, value_type=Address)

    def on_install(self, crates: Address) -> None:
        super().on_install()
        self._crates.set(crates)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def hire(self, picker: Address) -> None:
        self._wage[picker] += self.msg.value

    @external
    def take(self, amount: int) -> None:
        wage = self._wage[self.msg.sender]
        if amount <= 0 or wage == 0:
            revert('nothing to take')
        taken = min(wage, amount)
        self._wage[self.msg.sender] -= wage - taken  # expect: F13
        self.icx.transfer(self.msg.sender, taken)

    @external
    def take_in_crates(self, amount: int) -> None:
        picker = self.msg.sender
        wage = self._wage[picker]
        crates = self.create_interface_score(self._crates.get(), Crates)
        bonus = crates.ripe(picker)
        if bonus > 0:
            wage += bonus
        if amount <= 0:
            revert('nothing to take')
        taken = wage if amount > wage else amount
        self._wage[picker] -= wage - taken  # expect: F13
        crates.transfer(picker, taken)

    @external
    def take_properly(self, amount: int) -> None:
        wage = self._wage[self.msg.sender]
        if amount <= 0 or wage == 0:
            revert('nothing to take')
        taken = wage if amount > wage else amount
        self._wage[self.msg.sender] = wage - taken  # ok: F13
        self.icx.transfer(self.msg.sender, taken)

    @external
    @payable
    def treat(self, friend: Address, price: int) -> None:
        """What is too much is kept for the next time."""
        if price <= 0:
            revert('nothing to pay')
        paid = min(self.msg.value, price)
        self._credit[self.msg.sender] += self.msg.value - paid  # ok: F13
        self.icx.transfer(friend, paid)

    @external
    def tip(self, friend: Address, amount: int) -> None:
        if amount < 0 or self.msg.sender != self.owner:
            revert('only the farmer')
        tip = self._usual[friend] if amount == 0 else amount
        self._usual[friend] = tip  # ok: F13
        self.icx.transfer(friend, tip)
