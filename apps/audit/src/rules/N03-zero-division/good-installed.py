from iconservice import *

TAG = 'Ferry'


class Ferry(IconScoreBase):
    """Whoever installs it says how many seats there are."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._seats = VarDB('seats', db, value_type=int)

    def on_install(self, _seats: int) -> None:
        super().on_install()
        self._seats.set(_seats)

    def on_update(self) -> None:
        super().on_update()

    @external
    def enlarge(self, _by: int) -> None:
        if self.msg.sender != self.owner:
            revert('Ferry: the owner only')
        if _by <= 0:
            revert('Ferry: no such size')
        self._seats.set(self._seats.get() + _by)

    @external(readonly=True)
    def share(self, _price: int) -> int:
        return _price // self._seats.get()  # ok: N03
