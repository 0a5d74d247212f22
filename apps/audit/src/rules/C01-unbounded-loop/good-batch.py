from iconservice import *

TAG = 'HarvestShare'


class HarvestShare(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._pickers = DictDB('pickers', db, value_type=Address)
        self._registered = VarDB('registered', db, value_type=int)
        self._batch = VarDB('batch', db, value_type=int)
        self._next = VarDB('next', db, value_type=int)
        self._baskets = DictDB('baskets', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._batch.set(40)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Registered(self, picker: Address):
        pass

    @external
    def register(self) -> None:
        number = self._registered.get()
        self._pickers[number] = self.msg.sender
        self._registered.set(number + 1)
        self.Registered(self.msg.sender)

    # what is left, and never more than a batch
    @external
    def share(self) -> None:
        count = self._batch.get()
        start = self._next.get()
        left = self._registered.get() - start
        if count > left:
            count = left
        for number in range(start, start + count):  # ok: C01
            self._baskets[self._pickers[number]] += 1
        self._next.set(start + count)
        self.Registered(self.address)
