/** What {@link SPONSOR} does, in Python. */
export const SPONSOR_SOURCE = `from iconservice import *


class Sponsor(IconScoreBase):
    """Takes over a share of the steps of those who use it."""

    @eventlog(indexed=1)
    def Used(self, who: Address, share: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def use(self, share: int):
        self.set_fee_sharing_proportion(share)
        self.Used(self.msg.sender, share)
`;
