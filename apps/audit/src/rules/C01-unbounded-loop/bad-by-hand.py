from iconservice import *

TAG = 'Canteen'


class Kitchen(InterfaceScore):
    @interface
    def cook(self, _dish: str) -> None:
        pass


class Canteen(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._cooks = DictDB('cooks', db, value_type=bool)
        self._kitchen = VarDB('kitchen', db, value_type=Address)
        self._tables = ArrayDB('tables', db, value_type=str)
        self._orders = ArrayDB('orders', db, value_type=str)
        self._notes = ArrayDB('notes', db, value_type=str)
        self._served = DictDB('served', db, value_type=int)

    def on_install(self, _kitchen: Address) -> None:
        super().on_install()
        self._kitchen.set(_kitchen)

    def on_update(self) -> None:
        super().on_update()

    @external
    def add_table(self, _table: str) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner sets the tables')
        self._tables.put(_table)

    @external
    def order(self, _dish: str) -> None:
        if self.msg.sender != self._kitchen.get():
            revert(f'{TAG}: orders come through the kitchen')
        self.create_interface_score(self._kitchen.get(), Kitchen).cook(_dish)
        self._orders.put(_dish)

    @external
    def note(self, _text: str) -> None:
        if not self._cooks[self.msg.sender]:
            revert(f'{TAG}: cooks only')
        self._notes.put(_text)

    # the owner knows how many tables there are
    @external
    def serve(self) -> None:
        for table in self._tables:  # expect: C01 as info
            self._served[table] += 1

    # the kitchen is a contract, and orders as often as people eat
    @external
    def count(self) -> None:
        for dish in self._orders:  # expect: C01
            self._served[dish] += 1

    # nobody knows how many cooks there will be
    @external
    def read(self) -> None:
        for text in self._notes:  # expect: C01
            self._served[text] += 1

    # whoever brings the list is the owner
    @external
    def clear(self, _tables: str) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner clears the tables')
        for table in json_loads(_tables):  # expect: C01 as info
            self._served[table] = 0

    @external
    def thank(self, _tables: str) -> None:
        for table in json_loads(_tables):  # expect: C01 as medium
            self._served[table] += 1

    # one of the cooks: each of them brings what they cook
    @external
    def plate(self, _tables: str) -> None:
        if not self._cooks[self.msg.sender]:
            revert(f'{TAG}: cooks only')
        for table in json_loads(_tables):  # expect: C01 as info
            self._served[table] += 1

    # the owner, or the kitchen where it is not the owner
    @external
    def clean(self, _tables: List[str]) -> None:
        if self.msg.sender != self.owner:
            if self.msg.sender != self._kitchen.get():
                revert(f'{TAG}: owner or kitchen')
        for table in _tables:  # expect: C01 as medium
            self._served[table] = 0

    @external
    def close(self, _tables: List[str]) -> None:
        if self.msg.sender != self.owner:
            if not self._cooks[self.msg.sender]:
                revert(f'{TAG}: owner or cooks')
        for table in _tables:  # expect: C01 as info
            self._served[table] = 0
