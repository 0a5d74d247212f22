from iconservice import *

TAG = 'Tables'
SEATS = 4


class Tables(IconScoreBase):

    @eventlog(indexed=1)
    def Order(self, dish: str, count: int):
        pass

    @eventlog(indexed=1)
    def Seated(self, table: int, guest: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tables = DictDB('tables', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def order(self, soups: int, breads: int) -> None:
        dishes = {}
        dishes['soup'] = soups
        dishes['bread'] = breads
        for dish, count in dishes.items():  # ok: C01
            self.Order(dish, count)

    @external
    def menu(self, first: str, second: str) -> None:
        dishes = []
        dishes.append(first)
        dishes.append(second)
        for dish in dishes:  # ok: C01
            self.Order(dish, 1)

    @external
    def open(self, table: int) -> None:
        if self._tables[table] != '':
            revert('Taken')
        self._tables[table] = json_dumps({'guests': [str(self.msg.sender)], 'height': self.block_height})

    @external
    def sit(self, table: int) -> None:
        if self._tables[table] == '':
            revert('No such table')
        seats = json_loads(self._tables[table])
        if len(seats['guests']) >= SEATS:
            revert('Full')
        for guest in seats['guests']:  # ok: C01
            self.Seated(table, guest)
        seats['guests'].append(str(self.msg.sender))
        self._tables[table] = json_dumps(seats)
