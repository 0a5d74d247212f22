from iconservice import *

TAG = 'SkiLift'


class SkiLift(IconScoreBase):
    """The guard stands in the outer methods; what is shared has none."""

    _TOKEN = 'token'
    _RIDES = 'rides'
    _PRICE = 'price'

    @eventlog(indexed=1)
    def RidesAdded(self, _guest: Address, _rides: int):
        pass

    @eventlog(indexed=1)
    def PriceChanged(self, _price: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB(self._TOKEN, db, Address)
        self._rides = DictDB(self._RIDES, db, int)
        self._price = VarDB(self._PRICE, db, int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)
        # during install the sender is the owner
        self.setPrice(3)  # ok: A09

    def on_update(self) -> None:
        super().on_update()

    @external
    def setPrice(self, _price: int) -> None:
        if self.msg.sender != self.owner:
            revert('SkiLift: only the owner')
        if _price <= 0:
            revert('SkiLift: price must be positive')
        self._price.set(_price)
        self.PriceChanged(_price)

    @external
    def doublePrice(self) -> None:
        if self.msg.sender != self.owner:
            revert('SkiLift: only the owner')
        self.setPrice(self._price.get() * 2)  # ok: A09

    @external
    def giveRides(self, _guest: Address, _rides: int) -> None:
        if self.msg.sender != self.owner:
            revert('SkiLift: only the owner')
        self._add_rides(_guest, _rides)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._token.get():
            revert('SkiLift: another token')
        price = self._price.get()
        if price <= 0 or _value < price:
            revert('SkiLift: pay for one ride at least')
        self._add_rides(_from, _value // price)  # ok: A09

    def _add_rides(self, guest: Address, rides: int) -> None:
        if rides <= 0:
            revert('SkiLift: no rides')
        self._rides[guest] += rides
        self.RidesAdded(guest, rides)

    @external(readonly=True)
    def ridesOf(self, _guest: Address) -> int:
        return self._rides[_guest]

    @external
    def forget(self, _guest: Address) -> None:
        if not (self.msg.sender == self._token.get() or self.msg.sender == _guest):
            revert('SkiLift: only the token, or oneself')
        self.RidesAdded(_guest, -self._rides[_guest])
        self._rides[_guest] = 0

    @external
    def swap(self, _rides: int, _guest: Address = None) -> None:
        if _guest is not None and self.msg.sender == self._token.get():
            guest = _guest
        else:
            guest = self.msg.sender
        if not 0 < _rides <= self._rides[guest]:
            revert('SkiLift: no such rides')
        # the guest is the caller's own, wherever the token does not call
        self.forget(guest)  # ok: A09
        self.RidesAdded(guest, -_rides)
