from iconservice import IconScoreBase, IconScoreDatabase, Address, ArrayDB, DictDB, external, eventlog, revert

TAG = 'Archive'


class IndexedSet:
    """A set in storage: the place of each member is kept, so that asking costs the same for any size."""

    def __init__(self, prefix: str, db: IconScoreDatabase) -> None:
        self._members = ArrayDB(f'{prefix}_members', db, value_type=Address)
        self._place = DictDB(f'{prefix}_place', db, value_type=int)

    def __contains__(self, member: Address) -> bool:
        return self._place[member] > 0

    def __len__(self) -> int:
        return len(self._members)

    def add(self, member: Address) -> None:
        if self._place[member] > 0:
            revert('is in it')
        self._members.put(member)
        self._place[member] = len(self._members)

    def discard(self, member: Address) -> None:
        place = self._place[member]
        if place == 0:
            revert('is not in it')
        last = self._members.pop()
        if last != member:
            self._members[place - 1] = last
            self._place[last] = place
        self._place[member] = 0


class Archive(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._writers = IndexedSet('writers', db)
        self._pages = DictDB('pages', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._writers.add(self.msg.sender)

    @eventlog(indexed=1)
    def WriterChanged(self, writer: Address, added: bool):
        pass

    @eventlog(indexed=1)
    def Written(self, title: str):
        pass

    @external(readonly=True)
    def page(self, title: str) -> str:
        return self._pages[title]

    @external
    def add_writer(self, writer: Address) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if writer in self._writers or len(self._writers) >= 100:  # ok: C03
            revert('cannot be added')
        self._writers.add(writer)
        self.WriterChanged(writer, True)

    @external
    def remove_writer(self, writer: Address) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        self._writers.discard(writer)
        self.WriterChanged(writer, False)

    @external
    def write(self, title: str, text: str) -> None:
        if self.msg.sender not in self._writers:  # ok: C03
            revert('writers only')
        self._pages[title] = text
        self.Written(title)
