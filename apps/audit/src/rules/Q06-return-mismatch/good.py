from iconservice import *

TAG = 'Library'


class CatalogueInterface(InterfaceScore):
    @interface
    def title(self, _book: int) -> str:
        pass


class Library(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._catalogue = VarDB('catalogue', db, value_type=Address)
        self._loans = DictDB('loans', db, value_type=Address)
        self._due = DictDB('due', db, value_type=int)
        self._shelves = ArrayDB('shelves', db, value_type=str)
        self._rules = VarDB('rules', db, value_type=str)

    def on_install(self, _catalogue: Address) -> None:
        super().on_install()
        self._catalogue.set(_catalogue)
        self._rules.set('{"days": 14}')

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def rules(self) -> dict:
        return json_loads(self._rules.get())  # ok: Q06

    @external(readonly=True)
    def rulesText(self) -> str:
        return self._rules.get()

    @external(readonly=True)
    def reader(self, _book: int) -> Address:
        # an Address container gives None when nothing is stored; clients see null
        return self._loans[_book]  # ok: Q06

    @external(readonly=True)
    def librarian(self) -> 'Address':
        return self.owner

    @external(readonly=True)
    def isOverdue(self, _book: int) -> bool:
        return self._due[_book] > 0 and self._due[_book] < self.now()  # ok: Q06

    @external(readonly=True)
    def overdueFlag(self, _book: int) -> int:
        # a bool is an int: both are encoded as 0x0 or 0x1
        return self._due[_book] < self.now()  # ok: Q06

    @external(readonly=True)
    def shelves(self, _from: int) -> list:
        if _from < 0:
            return []
        return [self._shelves[i] for i in range(_from, min(_from + 20, len(self._shelves)))]

    @external(readonly=True)
    def loan(self, _book: int) -> dict:
        loan = dict(book=_book, due=self._due[_book])
        loan['reader'] = self._loans[_book]
        return loan  # ok: Q06

    @external(readonly=True)
    def title(self, _book: int) -> str:
        catalogue = self.create_interface_score(self._catalogue.get(), CatalogueInterface)
        return catalogue.title(_book)  # ok: Q06
