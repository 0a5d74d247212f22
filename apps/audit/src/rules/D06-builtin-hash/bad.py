from iconservice import *

TAG = 'Names'
SHARDS = 16


class Names(IconScoreBase):
    """Names of accounts, spread over a number of shelves."""

    @eventlog(indexed=1)
    def Registered(self, name: str, shelf: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner_of = DictDB('owner_of', db, value_type=Address, depth=2)
        self._by_hash = DictDB('by_hash', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _shelf(self, name: str) -> int:
        return hash(name) % SHARDS  # expect: D06

    @external
    def register(self, _name: str) -> None:
        if len(_name) < 3 or len(_name) > 32:
            revert('Names: 3 to 32 characters')
        shelf = self._shelf(_name)
        if self._owner_of[shelf][_name] is not None:
            revert('Names: taken')
        self._owner_of[shelf][_name] = self.msg.sender
        self._by_hash[hash(self.msg.sender)] = _name  # expect: D06
        self.Registered(_name, shelf)

    @external(readonly=True)
    def ownerOf(self, _name: str) -> Address:
        return self._owner_of[self._shelf(_name)][_name]

    @external(readonly=True)
    def nameOf(self, _account: Address) -> str:
        return self._by_hash[hash(_account)]  # expect: D06
