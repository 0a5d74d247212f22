from iconservice import *

TAG = 'Cellar'


class Bottles(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Cellar(IconScoreBase):
    """The message names the token that came; whoever sends a message can write that."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._bottles = VarDB('bottles', db, value_type=Address)
        self._stored = DictDB('stored', db, value_type=int)
        self._total = VarDB('total', db, value_type=int)

    def on_install(self, _bottles: Address) -> None:
        super().on_install()
        self._bottles.set(_bottles)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        letter = json_loads(_data.decode())
        if letter['token'] != str(self._bottles.get()):  # expect: A04
            revert('Cellar: bottles only')
        if _value <= 0:
            revert('Cellar: nothing came')
        self._stored[_from] += _value
        self._total.set(self._total.get() + _value)

    @external
    def fetch(self, _bottles: int) -> None:
        if not 0 < _bottles <= self._stored[self.msg.sender]:
            revert('Cellar: not so many')
        self._stored[self.msg.sender] -= _bottles
        self._total.set(self._total.get() - _bottles)
        bottles = self.create_interface_score(self._bottles.get(), Bottles)
        bottles.transfer(self.msg.sender, _bottles)
