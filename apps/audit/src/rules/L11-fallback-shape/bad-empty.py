from iconservice import *


class Hat(IconScoreBase):
    """Takes what people throw in, or so it says."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def empty(self) -> None:
        self.icx.transfer(self.owner, self.icx.get_balance(self.address))

    def fallback(self) -> None:  # expect: L11
        """Thank you."""


class ClosedHat(Hat):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def fallback(self) -> None:  # ok: L11
        revert('closed')
