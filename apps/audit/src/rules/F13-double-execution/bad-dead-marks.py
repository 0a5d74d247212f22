from iconservice import *

TAG = 'GooseClub'


class Book(IconScoreBase):
    """What each invoice is about."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._paid = DictDB('paid', db, value_type=bool)
        self._barred = DictDB('barred', db, value_type=bool)
        self._eggs = DictDB('eggs', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Paid(self, invoice: int, loop: int):
        pass

    @eventlog(indexed=1)
    def Barred(self, keeper: Address):
        pass


class GooseClub(Book):
    """Each invoice bears a mark once it is paid; so it says, and nothing ever puts it there."""

    @external
    def pay(self, _invoice: int, _keeper: Address, _loop: int) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: only the owner')
        if self._paid[_invoice]:  # expect: F13
            revert(f'{TAG}: paid already')
        self.Paid(_invoice, _loop)
        self.icx.transfer(_keeper, _loop)

    @external
    def bar(self, _keeper: Address) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: only the owner')
        self._barred[_keeper] = True
        self.Barred(_keeper)

    @external
    def bring(self, _eggs: int) -> None:
        if self._barred[self.msg.sender]:  # ok: F13
            revert(f'{TAG}: barred')
        if not 0 < _eggs < 100:
            revert(f'{TAG}: how many?')
        self._eggs[self.msg.sender] += _eggs
