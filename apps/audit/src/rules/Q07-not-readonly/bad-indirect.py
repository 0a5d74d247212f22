from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, ArrayDB, Address, external, eventlog, revert


def clamp(value: int, top: int) -> int:
    return min(max(value, 0), top)


class Shelf(object):

    def __init__(self, name: str, db: IconScoreDatabase):
        self._items = ArrayDB(f'{name}_items', db, int)
        self._owner_of = DictDB(f'{name}_owner', db, Address)

    def add(self, item: int, holder: Address) -> None:
        self._items.put(item)
        self._owner_of[item] = holder

    def page(self, start: int) -> list:
        return [self._items[i] for i in range(start, clamp(start + 10, len(self._items)))]

    def holder(self, item: int) -> Address:
        return self._owner_of[item]


class ReaderBase(IconScoreBase):

    @eventlog(indexed=2)
    def Added(self, holder: Address, item: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._shelf = Shelf('books', db)
        self._last = VarDB('last', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @property
    def last_item(self) -> int:
        return self._last.get()

    def _describe(self, item: int) -> dict:
        return {'item': item, 'holder': self._shelf.holder(item), 'newest': item == self.last_item}


class PublicLibrary(ReaderBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def give(self, item: int) -> None:
        if item <= 0 or self._shelf.holder(item) is not None:
            revert('library: wrong item')
        self._shelf.add(item, self.msg.sender)
        self._last.set(item)
        self.Added(self.msg.sender, item)

    @external
    def describe(self, item: int) -> dict:  # expect: Q07
        return self._describe(item)

    @external
    def page(self, start: int) -> list:  # expect: Q07
        if start < 0:
            return []
        shelf = self._shelf
        return shelf.page(start)

    @external
    def mine(self, item: int):  # expect: Q07
        holder = self._shelf.holder(item)
        result = {}
        result['mine'] = holder == self.msg.sender
        return result
