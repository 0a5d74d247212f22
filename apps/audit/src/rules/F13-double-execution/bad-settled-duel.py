from iconservice import *

TAG = 'Duel'

STAKE = 10 ** 18


class Duel(IconScoreBase):
    """Two players each put a number under a duel; who wins takes a stake of the other, again and again."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._purse = DictDB('purse', db, value_type=int)
        self._number = DictDB('number', db, value_type=int, depth=2)
        self._winner = DictDB('winner', db, value_type=Address)
        self._state = DictDB('state', db, value_type=str)
        self._round = VarDB('round', db, value_type=int)
        self._price = DictDB('price', db, value_type=int)
        self._maker = DictDB('maker', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def fill(self) -> None:
        self._purse[self.msg.sender] += self.msg.value

    @external
    def draw(self, duel: int, number: int) -> None:
        if self._number[duel][self.msg.sender] != 0 or number <= 0:
            revert('Duel: drawn')
        self._number[duel][self.msg.sender] = number

    @external
    def finish(self, duel: int, one: Address, other: Address) -> None:
        if self._number[duel][one] == 0 or self._number[duel][other] == 0:
            revert('Duel: not drawn')
        if self._number[duel][one] > self._number[duel][other]:
            self._move(other, one)  # expect: F13
        else:
            self._move(one, other)

    @external
    def finish_once(self, duel: int, one: Address, other: Address) -> None:
        if self._number[duel][one] <= self._number[duel][other] or self._state[duel] == 'OVER':
            revert('Duel: not drawn, or over')
        self._state[duel] = 'OVER'
        self._move(other, one)  # ok: F13

    @external
    def finish_and_forget(self, duel: int, one: Address, other: Address) -> None:
        if self._number[duel][one] <= self._number[duel][other]:
            revert('Duel: not drawn')
        self._number[duel].remove(one)
        self._move(other, one)  # ok: F13

    @external
    def finish_round(self, duel: int, one: Address, other: Address) -> None:
        if self._number[duel][one] <= self._number[duel][other] or duel != self._round.get():
            revert('Duel: not drawn')
        self._round.set(duel + 1)
        self._move(other, one)  # ok: F13

    @external
    def buy(self, thing: int) -> None:
        price = self._price[thing]
        if price == 0 or self._purse[self.msg.sender] < price:
            revert('Duel: too little')
        self._purse[self.msg.sender] -= price  # ok: F13
        self._purse[self._maker[thing]] += price  # ok: F13

    @external
    def finish_by_referee(self, duel: int, one: Address, other: Address) -> None:
        if self.msg.sender != self.owner or self._number[duel][one] <= self._number[duel][other]:
            revert('Duel: only the referee')
        self._move(other, one)  # ok: F13

    def _move(self, giver: Address, taker: Address) -> None:
        if self._purse[giver] < STAKE:
            revert('Duel: too little')
        self._purse[giver] -= STAKE
        self._purse[taker] += STAKE

    @external
    def leave(self) -> None:
        amount = self._purse[self.msg.sender]
        self._purse[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
