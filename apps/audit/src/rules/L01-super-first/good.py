from iconservice import *

TAG = 'Visits'


class Page:
    """No contract: its constructor has no parent to call."""

    def __init__(self, number: int) -> None:  # ok: L01
        self.number = number


class Administered(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        """The docstring may come before."""
        # and so may a comment
        super().__init__(db)  # ok: L01
        self._admin = VarDB('admin', db, value_type=Address)

    def on_install(self) -> None:
        super(Administered, self).on_install()  # ok: L01
        self._admin.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()


class Visits(Administered):  # ok: L01
    """Inherits on_install and on_update as they are."""

    @eventlog(indexed=1)
    def Welcomed(self, guest: Address, page: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        Administered.__init__(self, db)  # ok: L01
        self._visits = DictDB('visits', db, value_type=int)

    @external
    def visit(self) -> None:
        self._visits[self.msg.sender] += 1

    @external
    def welcome(self, _guest: Address, _page: int) -> None:
        if self.msg.sender != self._admin.get():
            revert('Visits: only the administrator')
        if _page <= 0:
            revert('Visits: pages begin with 1')
        self.Welcomed(_guest, Page(_page).number)

    @external(readonly=True)
    def visits(self, _guest: Address) -> int:
        return self._visits[_guest]
