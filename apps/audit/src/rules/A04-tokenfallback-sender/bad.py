from iconservice import *

TAG = 'SavingBox'


class TokenInterface(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        pass


class SavingBox(IconScoreBase):
    _TOKEN = 'token'
    _SAVED = 'saved'

    @eventlog(indexed=1)
    def Saved(self, _account: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def Returned(self, _account: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB(self._TOKEN, db, Address)
        self._saved = DictDB(self._SAVED, db, int)

    def on_install(self, _token: Address) -> None:
        super().on_install()
        self._token.set(_token)

    def on_update(self) -> None:
        super().on_update()

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes) -> None:
        if _value <= 0:
            revert('SavingBox: nothing sent')
        self._saved[_from] = self._saved[_from] + _value  # expect: A04
        self.Saved(_from, _value)

    @external
    def takeBack(self) -> None:
        amount = self._saved[self.msg.sender]
        if amount <= 0:
            revert('SavingBox: nothing saved')
        self._saved[self.msg.sender] = 0
        self.Returned(self.msg.sender, amount)
        token = self.create_interface_score(self._token.get(), TokenInterface)
        token.transfer(self.msg.sender, amount)
