from iconservice import *

TAG = 'Arcade'


class Arcade(IconScoreBase):
    """Three prices, and whoever pays another one gets nothing for it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = DictDB('coins', db, value_type=int)
        self._days = DictDB('days', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def buy(self) -> None:
        paid = self.msg.value
        coins = 0
        if paid == 10**18:
            coins = 10
        elif paid == 5 * 10**18:  # expect: F08
            coins = 60
        self._give(coins)

    @payable
    @external
    def buyStrictly(self) -> None:
        coins = 0
        if self.msg.value == 10**18:
            coins = 10
        elif self.msg.value == 5 * 10**18:  # ok: F08
            coins = 60
        else:
            revert('Arcade: 1 or 5 ICX')
        self._give(coins)

    @payable
    @external
    def subscribe(self) -> None:
        if self.msg.value >= 30 * 10**18:
            days = 31
        elif self.msg.value >= 10 * 10**18:  # expect: F08
            days = 7
        else:
            days = 0
        self._days[self.msg.sender] = self._days[self.msg.sender] + days

    # The gift is on top: what was paid is booked whole.
    @payable
    @external
    def charge(self) -> None:
        gift = 0
        if self.msg.value >= 10 * 10**18:  # ok: F08
            gift = 10**18
        self._coins[self.msg.sender] += self.msg.value + gift

    @payable
    @external
    def buyChecked(self) -> None:
        coins = 0
        if self.msg.value == 10**18:  # ok: F08
            coins = 10
        if coins == 0:
            revert('Arcade: 1 ICX')
        self._give(coins)

    def _give(self, coins: int) -> None:
        if coins < 0:
            revert('Arcade: not that way')
        self._coins[self.msg.sender] = self._coins[self.msg.sender] + coins

    @external
    def collect(self) -> None:
        if self.msg.sender != self.owner:
            revert('Arcade: only the owner')
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))
