from iconservice import *

TAG = 'Postcards'


class Postcards(IconScoreBase):

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _tokenId: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._held = DictDB('held', db, value_type=int)
        self._motif = DictDB('motif', db, value_type=str)
        self._claimed = DictDB('claimed', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def print_card(self, to: Address, card: int, motif: str) -> None:
        if self._holder[card] is not None:
            revert('Printed')
        self._motif[card] = motif
        self._holder[card] = to
        self._held[to] += 1  # expect: A01
        self.Transfer(Address.from_prefix_and_int(AddressPrefix.EOA, 0), to, card)

    @external
    def claim_card(self, card: int) -> None:
        if self._claimed[self.msg.sender] or self._holder[card] is not None:
            revert('One card for each')
        self._claimed[self.msg.sender] = True
        self._holder[card] = self.msg.sender  # ok: A01
        self._held[self.msg.sender] += 1  # ok: A01
        self.Transfer(Address.from_prefix_and_int(AddressPrefix.EOA, 0), self.msg.sender, card)

    @payable
    @external
    def buy_card(self, card: int) -> None:
        if self._holder[card] is not None or self.msg.value != 10 ** 18:
            revert('Not for sale')
        self._holder[card] = self.msg.sender  # ok: A01
        self._held[self.msg.sender] += 1  # ok: A01
        self.Transfer(Address.from_prefix_and_int(AddressPrefix.EOA, 0), self.msg.sender, card)

    @external(readonly=True)
    def holder_of(self, card: int) -> Address:
        return self._holder[card]

    @external(readonly=True)
    def held_by(self, holder: Address) -> int:
        return self._held[holder]

    @external(readonly=True)
    def motif_of(self, card: int) -> str:
        return self._motif[card]
