from iconservice import *

TAG = 'Register'


class Register(IconScoreBase):
    """People are asked for the clerk, contracts are let through: meant was the contract of the office."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._clerk = VarDB('clerk', db, value_type=Address)
        self._office = VarDB('office', db, value_type=Address)
        self._boats = DictDB('boats', db, value_type=Address)
        self._length = DictDB('length', db, value_type=int)

    def on_install(self, _clerk: Address, _office: Address) -> None:
        super().on_install()
        self._clerk.set(_clerk)
        self._office.set(_office)

    def on_update(self) -> None:
        super().on_update()

    def _clerks_only(self) -> None:
        if self.msg.sender != self._clerk.get():
            revert('Register: clerk only')

    @external
    def enter(self, _name: str, _keeper: Address, _length: int) -> None:
        if not self.msg.sender.is_contract:  # expect: A07
            self._clerks_only()
        if len(_name) > 32 or _length <= 0:
            revert('Register: name or length')
        if self._boats[_name] is not None:
            revert('Register: known')
        self._boats[_name] = _keeper
        self._length[_name] = _length

    @external
    def measure(self, _name: str, _length: int) -> None:
        if self.msg.sender != self._office.get():
            self._clerks_only()
        if _length <= 0:
            revert('Register: length')
        self._length[_name] = _length  # ok: A07

    @external
    def rename(self, _old: str, _new: str) -> None:
        keeper = self._boats[_old]
        if keeper != self.msg.sender or self._boats[_new] is not None or len(_new) > 32:
            revert('Register: not your boat')
        if self.msg.sender.is_contract:
            self._clerks_only()
        self._boats[_new] = keeper  # ok: A07
        self._length[_new] = self._length[_old]
        self._boats.remove(_old)
