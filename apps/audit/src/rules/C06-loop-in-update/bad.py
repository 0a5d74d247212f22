from iconservice import *

TAG = 'Library'


class Library(IconScoreBase):

    @eventlog(indexed=1)
    def Joined(self, _reader: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._readers = ArrayDB('readers', db, value_type=Address)
        self._is_reader = DictDB('is_reader', db, value_type=bool)
        self._level = DictDB('level', db, value_type=int)
        self._layout = VarDB('layout', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._layout.set(2)

    def on_update(self) -> None:
        super().on_update()
        if self._layout.get() < 2:
            for reader in self._readers:  # expect: C06
                self._level[reader] = 1
            self._layout.set(2)

    @external(readonly=True)
    def level_of(self, _reader: Address) -> int:
        return self._level[_reader]

    @external
    def join(self):
        if self._is_reader[self.msg.sender]:
            revert('Joined already')
        self._is_reader[self.msg.sender] = True
        self._readers.put(self.msg.sender)
        self._level[self.msg.sender] = 1
        self.Joined(self.msg.sender)
