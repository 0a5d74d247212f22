from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, external, revert


class Lighthouse(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = VarDB('keeper', db, value_type=Address)
        self._lamp = VarDB('lamp', db, value_type=int)

    def on_install(self, _keeper: Address) -> None:
        super().on_install()
        self._keeper.set(_keeper)

    def on_update(self) -> None:
        super().on_update()

    def _keeper_only(self) -> None:
        # One of the two that call this does something.
        if self.tx.origin != self._keeper.get():  # expect: A02 as high, A02
            revert('Only the keeper')

    @external
    def foghorn(self) -> None:
        """To be written once there is a foghorn."""
        self._keeper_only()

    @external
    def dim(self, _lamp: int) -> None:
        self._keeper_only()
        if _lamp < 0 or _lamp > 100:
            revert('No such light')
        self._lamp.set(_lamp)

    @external
    def hand_over(self) -> None:
        """To be written once an owner can be changed."""
        if self.tx.origin != self.owner:  # expect: A02 as info
            revert('Only the owner')

    @external
    def may_enter(self) -> bool:  # expect: Q08
        if self.tx.origin != self._keeper.get():  # expect: A02 as high, A02
            return False
        return True

    @external(readonly=True)
    def lamp(self) -> int:
        return self._lamp.get()
