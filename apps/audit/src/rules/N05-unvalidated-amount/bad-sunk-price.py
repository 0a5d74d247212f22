from iconservice import *

FULL_DAY = 43200


class FishMarket(IconScoreBase):
    """The price of a catch sinks from hour to hour, down to what the fisher wants at least."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._catches = VarDB('catches', db, value_type=int)
        self._fisher = DictDB('fisher', db, value_type=Address)
        self._morning = DictDB('morning', db, value_type=int)
        self._evening = DictDB('evening', db, value_type=int)
        self._landed = DictDB('landed', db, value_type=int)
        self._sold = DictDB('sold', db, value_type=bool)
        self._till = DictDB('till', db, value_type=int)
        self._deposit = DictDB('deposit', db, value_type=int)
        self._dents = DictDB('dents', db, value_type=int, depth=2)
        self._dent_count = DictDB('dent_count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def land(self, _morning: int, _evening: int) -> None:
        if _morning <= 0 or _evening >= _morning:
            revert('FishMarket: prices')
        catch = self._catches.get() + 1
        self._catches.set(catch)
        self._fisher[catch] = self.msg.sender
        self._morning[catch] = _morning
        self._evening[catch] = _evening  # expect: N05
        self._landed[catch] = self.block_height

    @external
    def land_fairly(self, _morning: int, _evening: int) -> None:
        if not 0 <= _evening < _morning:
            revert('FishMarket: prices')
        catch = self._catches.get() + 1
        self._catches.set(catch)
        self._fisher[catch] = self.msg.sender
        self._morning[catch] = _morning
        self._evening[catch] = _evening  # ok: N05
        self._landed[catch] = self.block_height

    def _price(self, _catch: int) -> int:
        hours = self.block_height - self._landed[_catch]
        if hours >= FULL_DAY:
            return self._evening[_catch]
        return self._morning[_catch] - (self._morning[_catch] - self._evening[_catch]) * hours // FULL_DAY

    @external
    @payable
    def buy(self, _catch: int) -> None:
        if self._fisher[_catch] is None or self._sold[_catch]:
            revert('FishMarket: nothing to sell')
        price = self._price(_catch)
        if self.msg.value < price:
            revert('FishMarket: too little')
        self._sold[_catch] = True
        self._till[self._fisher[_catch]] += price
        self.icx.transfer(self.msg.sender, self.msg.value - price)

    # boats that are lent

    @external
    @payable
    def lend_boat(self, _boat: int) -> None:
        if self._deposit[_boat] > 0 or self.msg.value < 10**18:
            revert('FishMarket: deposit')
        self._fisher[_boat] = self.msg.sender
        self._deposit[_boat] = self.msg.value

    @external
    def note_dent(self, _boat: int, _cost: int) -> None:
        if self._fisher[_boat] != self.msg.sender:
            revert('FishMarket: not your boat')
        if self._dent_count[_boat] >= 9:
            revert('FishMarket: a wreck')
        self._dents[_boat][self._dent_count[_boat]] = _cost  # expect: N05
        self._dent_count[_boat] += 1

    @external
    def return_boat(self, _boat: int) -> None:
        if self._fisher[_boat] != self.msg.sender or self._deposit[_boat] == 0:
            revert('FishMarket: not your boat')
        costs = 0
        for i in range(self._dent_count[_boat]):
            costs += self._dents[_boat][i]
        rest = self._deposit[_boat] - costs
        self._deposit[_boat] = 0
        self._dent_count[_boat] = 0
        self._till[self.msg.sender] += rest

    @external
    def cash(self) -> None:
        amount = self._till[self.msg.sender]
        if amount <= 0:
            revert('FishMarket: nothing there')
        self._till[self.msg.sender] = 0
        self.icx.transfer(self.msg.sender, amount)
