from iconservice import *

TAG = 'Shelf'


class Shelf(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner = VarDB('owner', db, valuetype=Address)  # expect: L17
        self._books = ArrayDB('books', db)  # expect: L17
        self._pages = DictDB('pages', db, int, 2)  # ok: L17
        self._names = DictDB('names', db, str, 2, True)  # expect: L17
        self._prices = VarDB(var_key='prices', db=db, value_type=int)  # ok: L17

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def borrow(self, book: int, page: int) -> None:
        if self._pages[book][page] == 0:
            revert('no such page:', f'{book} {page}')  # expect: L17
        if page < 0:
            raise IconScoreException('page', 'below zero')  # expect: L17
        if page > 1000:
            revert('too many pages', 3)  # ok: L17
        self._pages[book][page] -= 1
