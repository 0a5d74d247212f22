from iconservice import *


class RaffleRounds(IconScoreBase):
    """Each round has tickets of its own, and a place up to which they were paid back."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._price = DictDB('price', db, value_type=int)
        self._sold = DictDB('sold', db, value_type=int)
        self._holder = DictDB('holder', db, value_type=Address)
        self._off = DictDB('off', db, value_type=bool)
        self._paid_up_to = DictDB('paid_up_to', db, value_type=int)
        self._stake = DictDB('stake', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def open_round(self, number: int, price: int) -> None:
        if self.msg.sender != self.owner or price <= 0 or self._price[number] != 0:
            revert('not possible')
        self._price[number] = price

    @external
    def call_off(self, number: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        self._off[number] = True

    @external
    @payable
    def buy(self, number: int) -> None:
        if self._off[number] or self.msg.value != self._price[number] or self.msg.value == 0:
            revert('not on sale')
        place = self._sold[number]
        if place >= 20:
            revert('sold out')
        self._holder[f'{number}:{place}'] = self.msg.sender
        self._stake[f'{number}:{place}'] = self.msg.value
        self._sold[number] = place + 1

    @external
    def pay_back(self, number: int) -> None:
        if not self._off[number]:
            revert('not called off')
        first, end = self._paid_up_to[number], self._sold[number]
        for place in range(first, end):
            self.icx.transfer(self._holder[f'{number}:{place}'], self._price[number])  # expect: F01
        self._paid_up_to[number] = end

    @external
    def pay_back_first_marked(self, number: int) -> None:
        if not self._off[number]:
            revert('not called off')
        first, end = self._paid_up_to[number], self._sold[number]
        self._paid_up_to[number] = end
        for place in range(first, end):
            self.icx.transfer(self._holder[f'{number}:{place}'], self._price[number])  # ok: F01

    @external
    def pay_back_stakes(self, number: int) -> None:
        if not self._off[number]:
            revert('not called off')
        first, end = self._paid_up_to[number], self._sold[number]
        for place in range(first, end):
            stake = self._stake[f'{number}:{place}']
            self._stake[f'{number}:{place}'] = 0
            self.icx.transfer(self._holder[f'{number}:{place}'], stake)  # ok: F01
        self._paid_up_to[number] = end
