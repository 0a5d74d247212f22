from iconservice import *

TAG = 'Donations'


class Charity(InterfaceScore):
    @interface
    def collect(self) -> None:  # ok: L05
        pass


def while_open(func):
    @wraps(func)
    def inner(self, *args, **kwargs):
        if not self._open.get():
            revert('Donations: closed')
        return func(self, *args, **kwargs)
    return inner


class Donations(IconScoreBase):

    @eventlog(indexed=1)
    def Donated(self, donor: Address, amount: int):
        pass

    @eventlog
    def Opened(self, open: bool):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._given = DictDB('given', db, value_type=int)
        self._charity = VarDB('charity', db, value_type=Address)
        self._open = VarDB('open', db, value_type=bool)

    def on_install(self, _charity: Address) -> None:
        super().on_install()
        self._charity.set(_charity)

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:  # ok: L05
        self._take()

    @payable
    @external
    def donate(self) -> None:  # ok: L05
        self._take()

    @while_open
    @external
    @payable
    def donateWhileOpen(self) -> None:  # ok: L05
        self._take()

    def _take(self) -> None:
        self._given[self.msg.sender] += self.msg.value
        self.Donated(self.msg.sender, self.msg.value)
        self.create_interface_score(self._charity.get(), Charity).icx(self.msg.value).collect()

    @external
    def setOpen(self, _open: bool) -> None:
        if self.msg.sender != self.owner:
            revert('Donations: only the owner')
        self._open.set(_open)
        self.Opened(_open)

    @external(readonly=True)
    def givenBy(self, _donor: Address) -> int:  # ok: L05
        return self._given[_donor]
