from iconservice import *

TAG = 'Berths'


class Berths(IconScoreBase):
    """A letter that comes with tokens may name the holder in whose place the sender stands."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coin = VarDB('coin', db, value_type=Address)
        self._holder = DictDB('holder', db, value_type=Address)
        self._paid = DictDB('paid', db, value_type=int)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self, _coin: Address) -> None:
        super().on_install()
        self._coin.set(_coin)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if self.msg.sender != self._coin.get() or _value <= 0:
            revert('Berths: coins only')
        letter = json_loads(_data.decode())
        if letter['do'] == 'take':
            berth = self._last.get() + 1
            self._last.set(berth)
            guest = _from
            if 'guest' in letter:
                guest = Address.from_string(letter['guest'])  # ok: A12
            self._holder[berth] = guest
            self._paid[berth] = _value
        elif letter['do'] == 'hand on':
            if 'holder' in letter:
                _from = Address.from_string(letter['holder'])  # expect: A12
            berth = letter['berth']
            if self._holder[berth] != _from:
                revert('Berths: not the holder')
            self._holder[berth] = Address.from_string(letter['to'])
            self._paid[berth] += _value
        else:
            revert('Berths: what?')

    @external
    def pay_out(self, _berth: int) -> None:
        if self._holder[_berth] != self.msg.sender:
            revert('Berths: not the holder')
        paid = self._paid[_berth]
        self._paid[_berth] = 0
        self._holder.remove(_berth)
        self._coins().transfer(self.msg.sender, paid)

    def _coins(self):
        return self.create_interface_score(self._coin.get(), Coins)


class Coins(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass
