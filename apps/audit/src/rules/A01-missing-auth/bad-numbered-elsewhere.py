from iconservice import *
from .numbering import Numbers


class Printing(InterfaceScore):
    @interface
    def press(self, _count: int) -> None:
        pass


class Edition:
    """A record of its own under each number."""

    def __init__(self, db: IconScoreDatabase, number: int) -> None:
        self.printer = VarDB(f'edition_printer_{number}', db, value_type=Address)
        self.count = VarDB(f'edition_count_{number}', db, value_type=int)


class Press(IconScoreBase):
    """Whoever likes begins an edition; its number comes from a class that is not in this package.

    Whoever names a number themselves takes over what stands under it.
    """

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._db = db

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def begin(self, _printer: Address, _count: int) -> None:
        if _count <= 0 or _count > 1000:
            revert('between one and a thousand')
        edition = Edition(self._db, Numbers.next(self._db, 'editions'))
        edition.printer.set(_printer)  # ok: A01
        edition.count.set(_count)  # ok: A01

    @external
    def move(self, _number: int, _printer: Address) -> None:
        edition = Edition(self._db, _number)
        edition.printer.set(_printer)  # expect: A01

    @external
    def run(self, _number: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        edition = Edition(self._db, _number)
        printer = self.create_interface_score(edition.printer.get(), Printing)
        printer.press(edition.count.get())
