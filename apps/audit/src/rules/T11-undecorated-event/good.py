from iconservice import *

TAG = 'Cloakroom'


class Porter(InterfaceScore):
    @interface
    def Fetch(self, _number: int):  # ok: T11
        pass


class Storage(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._holder = DictDB('holder', db, value_type=Address)
        self._count = VarDB('count', db, value_type=int)
        self._porter = VarDB('porter', db, value_type=Address)

    @eventlog(indexed=1)
    def Stored(self, _who: Address, _number: int):
        pass

    @eventlog(indexed=1)
    def Fetched(self, _who: Address, _number: int):
        pass

    def AfterStore(self, _who: Address):  # ok: T11
        """A child may do more here."""

    @external
    def store(self, _number: int) -> None:
        if self._holder[_number] is not None:
            revert('The number is taken')
        self._holder[_number] = self.msg.sender
        self.AfterStore(self.msg.sender)
        self.Stored(self.msg.sender, _number)

    @external
    def fetch(self, _number: int) -> None:
        if self.msg.sender != self._holder[_number]:
            revert('Not yours')
        del self._holder[_number]
        self.Fetched(self.msg.sender, _number)
        self.create_interface_score(self._porter.get(), Porter).Fetch(_number)


class Cloakroom(Storage):

    def on_install(self, _porter: Address) -> None:
        super().on_install()
        self._porter.set(_porter)

    def on_update(self) -> None:
        super().on_update()

    def AfterStore(self, _who: Address):
        self._count.set(self._count.get() + 1)

    def before_close(self):  # ok: T11
        pass

    @external(readonly=True)
    def stored(self) -> int:
        return self._count.get()

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self.before_close()
        self._count.set(0)
        self.Fetched(self.msg.sender, 0)
