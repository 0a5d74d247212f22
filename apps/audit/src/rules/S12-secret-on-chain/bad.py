from iconservice import *

TAG = 'Lockbox'
ADMIN_PASSWORD = 'open-sesame-2019'  # expect: S12


class Lockbox(IconScoreBase):

    @eventlog(indexed=1)
    def Opened(self, _account: Address):
        pass

    @eventlog(indexed=1)
    def Registered(self, _account: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._password = DictDB('password', db, value_type=str)
        self._wallet = DictDB('wallet', db, value_type=str)
        self._open = DictDB('open', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def is_open(self, _account: Address) -> bool:
        return self._open[_account]

    @external
    def register(self, _password: str, _private_key: str):
        self._password[self.msg.sender] = _password  # expect: S12
        self._wallet[self.msg.sender] = _private_key  # expect: S12
        self.Registered(self.msg.sender)

    @external
    def open(self, _account: Address, _password: str):
        if _password != self._password[_account] and _password != ADMIN_PASSWORD:
            revert('Wrong')
        self._open[_account] = True
        self.Opened(_account)
