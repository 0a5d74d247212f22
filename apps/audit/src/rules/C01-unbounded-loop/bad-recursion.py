from iconservice import *

TAG = 'LibraryCard'


class LibraryCard(IconScoreBase):
    """Readers stand in a chain; reminders and fines walk along it without a loop."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._readers = ArrayDB('readers', db, value_type=Address)
        self._after = DictDB('after', db, value_type=int)
        self._fines = DictDB('fines', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Reminded(self, count: int):
        pass

    def _must_be_librarian(self) -> None:
        if self.msg.sender != self.owner:
            revert('librarian only')

    @external
    def enrol(self) -> None:
        number = self._count.get() + 1
        self._count.set(number)
        self._readers.put(self.msg.sender)
        self._after[number] = number + 1

    def _fine_from(self, place: int) -> None:
        if place >= len(self._readers):
            return
        self._fines[self._readers[place]] += 1
        self._fine_from(place + 1)  # expect: C01

    @external
    def fine_all(self) -> None:
        self._must_be_librarian()
        self._fine_from(0)
        self.Reminded(len(self._readers))

    def _remind(self, card: int, height: int) -> None:
        if card != 0:
            self._fines[self._readers[card]] = height
            self._pass_on(card, height)

    def _pass_on(self, card: int, height: int) -> None:
        self._remind(card=self._after[card], height=height)  # expect: C01

    @external
    def remind(self) -> None:
        self._must_be_librarian()
        self._remind(1, self.block_height)
        self.Reminded(self._count.get())

    def _forgive(self, names: list) -> None:
        if not names:
            return
        self._fines[Address.from_string(names[0])] = 0
        self._forgive(names[1:])  # expect: C01

    @external
    def forgive(self, names: str) -> None:
        self._must_be_librarian()
        self._forgive(json_loads(names))
        self.Reminded(0)

    def _stamp(self, pages: int) -> int:
        if pages == 0:
            return 0
        self._fines[self.owner] += pages
        return 1 + self._stamp(pages - 1)  # expect: C01

    @external
    def stamp(self, pages: int) -> None:
        if pages < 0:
            revert('a number of pages')
        self.Reminded(self._stamp(pages))

    @external(readonly=True)
    def fine_of(self, reader: Address) -> int:
        return self._fines[reader]
