from iconservice import *

TAG = 'LetterBox'
NEWEST = 10
BATCH = 20


class LetterBox(IconScoreBase):
    """Letters wait in the box of whom they are for; anybody may write."""

    @eventlog(indexed=1)
    def Read(self, _owner: Address, _letters: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db
        self._postage = DictDB('postage', db, value_type=int)
        self._streets = ArrayDB('streets', db, value_type=str)
        self._visitors = ArrayDB('visitors', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _box(self, owner: Address) -> ArrayDB:
        return ArrayDB(f'box_{owner}', self._db, value_type=str)

    def _read(self, letter: str) -> None:
        self._postage[self.msg.sender] += len(letter)

    @external
    def write(self, _to: Address, _letter: str) -> None:
        if len(_letter) > 100:
            revert(f'{TAG}: the letter is too long')
        self._box(_to).put(_letter)

    @external
    def readAll(self) -> None:
        box = self._box(self.msg.sender)
        while len(box) > 0:  # expect: C01
            self._read(box.pop())

    @external
    def readTillEmpty(self) -> None:
        box = self._box(self.msg.sender)
        while len(box) != 0:  # expect: C01
            self._read(box.pop())

    @external
    def readSome(self) -> None:
        box = self._box(self.msg.sender)
        done = 0
        while len(box) > 0 and done < BATCH:  # ok: C01
            self._read(box.pop())
            done += 1
        self.Read(self.msg.sender, done)

    @external
    def pave(self, _street: str) -> None:
        """Whoever has a street paved walks by all that were there before."""
        if len(_street) > 20:
            revert(f'{TAG}: the name is too long')
        for i in range(len(self._streets) - 1, -1, -1):  # expect: C01
            if self._streets[i] == _street:
                revert(f'{TAG}: there is such a street')
        self._streets.put(_street)

    @external
    def rename(self, _street: str, _name: str) -> None:
        """Only the newest streets may be renamed."""
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner renames')
        newest = len(self._streets) - 1
        for i in range(newest, max(newest - NEWEST, -1), -1):  # ok: C01
            if self._streets[i] == _street:
                self._streets[i] = _name

    @external
    def visit(self) -> None:
        """The box keeps the last visitors."""
        self._visitors.put(self.msg.sender)
        while len(self._visitors) > NEWEST:  # ok: C01
            self._visitors.pop()
