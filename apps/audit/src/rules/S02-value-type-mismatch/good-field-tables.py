from iconservice import *


class Field:
    def __init__(self, name, kind):
        self.name = name
        self.kind = kind


class Book:
    """Each field of a row has a table of its own, of its own type."""

    FIELDS = (Field('keeper', Address), Field('title', str), Field('pages', int))

    def __init__(self, db: IconScoreDatabase) -> None:
        self._tables = {field.name: DictDB('book_' + field.name, db, field.kind) for field in self.FIELDS}

    def get(self, number: int, name: str):
        return self._tables[name][number]

    def put(self, number: int, name: str, value) -> None:
        self._tables[name][number] = value


class Shelf(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._book = Book(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def add(self, _title: str, _pages: int) -> None:
        if _pages <= 0 or not 0 < len(_title) <= 80:
            revert('Shelf: title and pages')
        number = self._count.get() + 1
        self._count.set(number)
        self._book.put(number, 'keeper', self.msg.sender)
        self._book.put(number, 'title', _title)
        self._book.put(number, 'pages', _pages)

    @external(readonly=True)
    def title(self, _number: int) -> str:
        return self._book.get(_number, 'title')

    @external(readonly=True)
    def pages(self, _number: int) -> int:
        return self._book.get(_number, 'pages')
