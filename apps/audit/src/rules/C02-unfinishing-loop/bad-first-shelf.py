from iconservice import *

TAG = 'Library'
SHELVES = 200


class Library(IconScoreBase):
    """Books are lent for a fee, and taken back when it runs out."""

    @eventlog(indexed=1)
    def Returned(self, _shelf: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._reader = DictDB('reader', db, value_type=Address)
        self._until = DictDB('until', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def lend(self, _shelf: int, _reader: Address, _until: int) -> None:
        if self.msg.sender != self.owner or not 0 <= _shelf < SHELVES:
            revert(f'{TAG}: the owner lends what there is')
        self._reader[_shelf] = _reader
        self._until[_shelf] = _until

    def _take_back(self, shelf: int) -> None:
        if self._until[shelf] < self.block_height:
            del self._reader[shelf]
            self.Returned(shelf)

    @external
    def tidyFrom(self, _first: int) -> None:
        shelf = _first
        while self._reader[_first] is not None:  # expect: C02
            self._take_back(shelf)
            shelf += 1

    @external
    def tidyDownFrom(self, _first: int) -> None:
        shelf = _first - 1
        while self._reader[_first] is not None:  # expect: C02
            self._take_back(shelf)
            shelf -= 1

    @external
    def tidy(self, _first: int) -> None:
        """Looks at the shelf that it has come to."""
        shelf = _first
        while self._reader[shelf] is not None:  # ok: C02
            self._take_back(shelf)
            shelf += 1

    @external
    def tidyUpTo(self, _last: int) -> None:
        """Comes to the shelf that it looks at."""
        shelf = _last - 5
        while self._reader[_last] is not None:  # ok: C02
            self._take_back(shelf)
            shelf += 1

    @external
    def clearFrom(self, _first: int) -> None:
        """The first turn empties the shelf that it looks at."""
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner clears')
        shelf = _first
        while self._reader[_first] is not None:  # ok: C02
            del self._reader[shelf]
            self.Returned(shelf)
            shelf += 1
