from iconservice import *

from .digest import digest_of

TAG = 'Archive'


class Archive(IconScoreBase):
    """Files are kept under their hash as text, and looked for under the bytes."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._reader = DictDB('reader', db, value_type=Address)
        self._year = DictDB('year', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def reader(self, _file: bytes) -> Address:
        return self._reader[_file]

    @external
    def give_back(self, _file: bytes) -> None:
        if self._reader[_file] != self.msg.sender:
            revert('Archive: lent to somebody else')
        del self._reader[_file]

    @external
    def lend(self, _shelf: bytes, _title: bytes) -> None:
        if self.msg.sender != self.owner:
            revert('Archive: only the archivist')
        self._reader[self._name_of(_shelf, _title)] = self.msg.sender  # expect: S07
        self._year[digest_of(_title).digest()] = self.block_height  # ok: S07

    @external(readonly=True)
    def year(self, _file: bytes) -> int:
        return self._year[_file]  # ok: S07

    def _name_of(self, shelf: bytes, title: bytes) -> bytes:
        return digest_of(shelf + title).hexdigest()
