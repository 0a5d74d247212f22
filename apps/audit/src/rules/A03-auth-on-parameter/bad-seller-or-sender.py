from iconservice import *

TAG = 'Stamps'


class Stamps(IconScoreBase):
    """An agent may be named where the caller stands by default; who that is, nobody asks."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._price = DictDB('price', db, value_type=int)
        self._dealers = DictDB('dealers', db, value_type=bool)
        self._margin = DictDB('margin', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def print_stamp(self, _to: Address = None) -> None:
        stamp = self._last.get() + 1
        self._last.set(stamp)
        self._holder[stamp] = _to or self.msg.sender  # ok: A03

    @external
    def offer(self, _stamp: int, _price: int, _seller: Address = None) -> None:
        seller = _seller or self.msg.sender
        if self._holder[_stamp] != seller:  # expect: A03
            revert('Stamps: not the stamp of the seller')
        if _price <= 0:
            revert('Stamps: price')
        self._price[_stamp] = _price

    @external
    def offer_own(self, _stamp: int, _price: int) -> None:
        if self._holder[_stamp] != self.msg.sender:  # ok: A03
            revert('Stamps: not your stamp')
        if _price <= 0:
            revert('Stamps: price')
        self._price[_stamp] = _price

    @external
    def end(self, _stamp: int, _holder: Address = None) -> None:
        holder = self.msg.sender if _holder is None else _holder
        if self._holder[_stamp] != holder:  # expect: A03
            revert('Stamps: not the stamp of the holder')
        self._holder.remove(_stamp)
        price = self._price[_stamp]
        self._price[_stamp] = 0
        self.icx.transfer(self.msg.sender, price)

    @external
    def end_for(self, _stamp: int, _holder: Address = None) -> None:
        holder = self.msg.sender if _holder is None else _holder
        if self._holder[_stamp] != holder:  # ok: A03
            revert('Stamps: not the stamp of the holder')
        self._holder.remove(_stamp)
        price = self._price[_stamp]
        self._price[_stamp] = 0
        self.icx.transfer(holder, price)

    @external
    def become_dealer(self) -> None:
        self._dealers[self.msg.sender] = True

    @external
    def set_margin(self, _percent: int, _dealer: Address = None) -> None:
        if not _dealer:
            _dealer = self.msg.sender
        if not self._dealers[_dealer]:  # expect: A03
            revert('Stamps: no dealer')
        if not 0 <= _percent <= 30:
            revert('Stamps: percent')
        self._margin[_dealer] = _percent

    @external
    @payable
    def buy(self, _stamp: int) -> None:
        price = self._price[_stamp]
        if price == 0 or self.msg.value != price:
            revert('Stamps: not for sale at this price')
        seller = self._holder[_stamp]
        self._price[_stamp] = 0
        self._holder[_stamp] = self.msg.sender
        self.icx.transfer(seller, price)
