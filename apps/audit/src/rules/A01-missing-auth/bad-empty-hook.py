from iconservice import *

TAG = 'WineRegistry'


class ManagedRegistry(IconScoreBase):
    """Writers ask a hook; a subclass may tighten it."""

    @eventlog(indexed=1)
    def KeeperChanged(self, keeper: Address):
        pass

    @eventlog(indexed=1)
    def LabelApproved(self, label_id: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = VarDB('keeper', db, Address)
        self._approved = DictDB('approved', db, bool)

    def on_install(self) -> None:
        super().on_install()
        self._keeper.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    def _check_access(self) -> None:
        if self.msg.sender != self._keeper.get():
            revert('only the keeper')

    @external
    def change_keeper(self, keeper: Address) -> None:
        self._check_access()
        self._keeper.set(keeper)  # expect: A01
        self.KeeperChanged(keeper)

    @external
    def approve_label(self, label_id: int) -> None:
        if self.msg.sender != self._keeper.get():
            revert('only the keeper')
        self._approved[label_id] = True  # ok: A01
        self.LabelApproved(label_id)


class WineRegistry(ManagedRegistry):
    """The contract that is deployed: its hook lets everyone through."""

    def _check_access(self) -> None:
        pass

    @external(readonly=True)
    def is_approved(self, label_id: int) -> bool:
        return self._approved[label_id]
