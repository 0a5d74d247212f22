from iconservice import *

TAG = 'Library'
BATCH = 50
SHELVES = ('poems', 'novels', 'maps')
MAX_KEEPERS = 5


class Library(IconScoreBase):

    @eventlog(indexed=1)
    def Joined(self, _reader: Address):
        pass

    @eventlog
    def Migrated(self, _upto: int):
        pass

    @eventlog(indexed=1)
    def KeeperAdded(self, _keeper: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._readers = ArrayDB('readers', db, value_type=Address)
        self._is_reader = DictDB('is_reader', db, value_type=bool)
        self._keepers = ArrayDB('keepers', db, value_type=Address)
        self._level = DictDB('level', db, value_type=int)
        self._price = DictDB('price', db, value_type=int)
        self._migrated = VarDB('migrated', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        for shelf in SHELVES:
            self._price[shelf] = 10

    def on_update(self) -> None:
        super().on_update()
        for shelf in SHELVES:  # ok: C06
            if self._price[shelf] == 0:
                self._price[shelf] = 10
        for keeper in self._keepers:  # ok: C06
            if self._level[keeper] == 0:
                self._level[keeper] = 9

    @external(readonly=True)
    def level_of(self, _reader: Address) -> int:
        return self._level[_reader]

    @external(readonly=True)
    def price_of(self, _shelf: str) -> int:
        return self._price[_shelf]

    @external
    def join(self):
        if self._is_reader[self.msg.sender]:
            revert('Joined already')
        self._is_reader[self.msg.sender] = True
        self._readers.put(self.msg.sender)
        self.Joined(self.msg.sender)

    @external
    def add_keeper(self, _keeper: Address):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if self._level[_keeper] == 9 or len(self._keepers) >= MAX_KEEPERS:
            revert('Cannot be added')
        self._level[_keeper] = 9
        self._keepers.put(_keeper)
        self.KeeperAdded(_keeper)

    @external
    def migrate(self):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        start = self._migrated.get()
        end = min(start + BATCH, len(self._readers))
        for place in range(start, end):  # ok: C06
            self._level[self._readers[place]] += 1
        self._migrated.set(end)
        self.Migrated(end)
