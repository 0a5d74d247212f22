from iconservice import *

TAG = 'Lockers'


class CoinInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Lockers(IconScoreBase):
    """The token is searched for in a list of known ones; what each account has is kept as text."""

    @eventlog(indexed=1)
    def Known(self, _name: str):
        pass

    @eventlog(indexed=1)
    def Out(self, _to: Address, _value: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._coins = DictDB('coins', db, value_type=Address)
        self._names = ArrayDB('names', db, value_type=str)
        self._held = DictDB('held', db, value_type=str, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def know(self, _name: str, _coin: Address) -> None:
        if self.msg.sender != self.owner or self._coins[_name] is not None or len(self._names) >= 10:
            revert('not possible')
        self._coins[_name] = _coin
        self._names.put(_name)
        self.Known(_name)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        found = ''
        for name in self._names:
            if self.msg.sender == self._coins[name]:
                found = name
                break
        if len(found) <= 0 or _value <= 0:
            revert('an unknown coin')
        self._put(_from, found, self._get(_from, found) + _value)  # ok: A04

    @external
    def take(self, _name: str, _value: int) -> None:
        coin = self._coins[_name]
        if coin is None or _value <= 0:
            revert('an unknown coin')
        free = self._get(self.msg.sender, _name)
        if free < _value:
            revert('not that much')
        self._put(self.msg.sender, _name, free - _value)
        self.Out(self.msg.sender, _value)
        self.create_interface_score(coin, CoinInterface).transfer(self.msg.sender, _value)  # ok: A08

    def _get(self, _account: Address, _name: str) -> int:
        text = self._held[_account][_name]
        if text == '':
            return 0
        return json_loads(text)['free']

    def _put(self, _account: Address, _name: str, _free: int) -> None:
        self._held[_account][_name] = json_dumps({'free': _free})
