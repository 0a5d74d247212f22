from iconservice import *

TAG = 'SunCredits'


class SunReceiver(InterfaceScore):
    @interface
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        pass


# it moves and announces like a token, and cannot be shown by any wallet
class SunCredits(IconScoreBase):  # expect: T01

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._kept = DictDB('kept', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._kept[self.msg.sender] = 10 ** 24

    def on_update(self) -> None:
        super().on_update()

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:
        if _value <= 0 or self._kept[self.msg.sender] < _value:
            revert(f'{TAG}: not that much')
        self._kept[self.msg.sender] -= _value
        self._kept[_to] += _value
        self.Transfer(self.msg.sender, _to, _value, _data or b'')
        if _to.is_contract:
            self.create_interface_score(_to, SunReceiver).tokenFallback(self.msg.sender, _value, _data)
