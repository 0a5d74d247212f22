from iconservice import *

BITS = 256


class SeedGift(IconScoreBase):
    """Each account on the list has one place, and each place one bit."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._share = VarDB('share', db, value_type=int)
        self._accounts = DictDB('accounts', db, value_type=Address)
        self._given = DictDB('given', db, value_type=int)
        self._sown = DictDB('sown', db, value_type=int)
        self._watered = DictDB('watered', db, value_type=int)

    def on_install(self, share: int) -> None:
        super().on_install()
        self._share.set(share)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def fill(self) -> None:
        pass

    @external
    def put_down(self, place: int, account: Address) -> None:
        if self.msg.sender != self.owner or self._accounts[place] is not None:
            revert('not possible')
        self._accounts[place] = account

    def _own(self, place: int) -> None:
        if self._accounts[place] != self.msg.sender:
            revert('not your place')

    @external
    def take(self, place: int, amount: int) -> None:
        self._own(place)
        if amount <= 0 or amount > self._share.get():
            revert('too much')
        word, bit = place // BITS, 1 << (place % BITS)
        if self._given[word] & bit:
            revert('taken before')
        self._given[place] = self._given[word] | bit  # expect: F13
        self.icx.transfer(self.msg.sender, amount)

    @external
    def sow(self, place: int, amount: int) -> None:
        self._own(place)
        if amount <= 0 or amount > self._share.get():
            revert('too much')
        word, bit = place // BITS, 1 << (place % BITS)
        if self._sown[word] & bit != 0:
            revert('sown before')
        self._sown[word] |= bit  # ok: F13
        self.icx.transfer(self.msg.sender, amount)

    @external
    def water(self, place: int, amount: int) -> None:
        self._own(place)
        if amount <= 0 or amount > self._share.get():
            revert('too much')
        word, bit = place // BITS, 1 << (place % BITS)
        before = self._watered[word]
        if before & bit > 0:
            revert('watered before')
        self._watered[word] = before + bit  # ok: F13
        self.icx.transfer(self.msg.sender, amount)
