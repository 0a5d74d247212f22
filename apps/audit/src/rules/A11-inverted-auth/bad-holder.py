from iconservice import *

TAG = 'Keys'


class Keys(IconScoreBase):
    """Whoever holds a key may hand it on, or whom they named; one method has it the wrong way round."""

    @eventlog(indexed=2)
    def Handed(self, _to: Address, _key: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._named = DictDB('named', db, value_type=Address)
        self._next = VarDB('next', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def cut(self) -> None:
        key = self._next.get()
        self._next.set(key + 1)
        self._holder[key] = self.msg.sender

    @external
    def hand(self, _to: Address, _key: int) -> None:
        if self._holder[_key] != self.msg.sender:  # ok: A11
            revert('another one holds it')
        self._holder[_key] = _to
        self.Handed(_to, _key)

    @external
    def handFor(self, _from: Address, _to: Address, _key: int) -> None:
        if self.msg.sender == self._holder[_key] or self.msg.sender == self._named[_key]:  # expect: A11
            revert('neither holder nor named')
        if _from != self._holder[_key]:
            revert('another one holds it')
        self._holder[_key] = _to
        self.Handed(_to, _key)

    @external
    @payable
    def buy(self, _key: int) -> None:
        if self.msg.sender == self._holder[_key]:  # ok: A11
            revert('it is yours')
        if self.msg.value != 10 ** 18:
            revert('1 ICX')
        seller = self._holder[_key]
        self._holder[_key] = self.msg.sender
        self.Handed(self.msg.sender, _key)
        self.icx.transfer(seller, self.msg.value)
