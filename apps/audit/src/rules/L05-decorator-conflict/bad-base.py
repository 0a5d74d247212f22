from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, VarDB, Address, revert
from iconservice import external as api, payable as with_icx, eventlog as event, interface as remote


class Bank(InterfaceScore):
    @remote
    @remote
    def store(self) -> None:  # expect: L05
        pass


class Vault(IconScoreBase):
    """What all vaults have."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.bank = VarDB('bank', db, value_type=Address)

    def on_install(self, bank: Address) -> None:
        super().on_install()
        self.bank.set(bank)

    def on_update(self) -> None:
        super().on_update()

    @event
    @event(indexed=1)
    def Stored(self, who: Address, amount: int):  # expect: L05
        pass

    @with_icx
    def receive(self) -> None:  # expect: L05
        self.create_interface_score(self.bank.get(), Bank).icx(self.msg.value).store()
        self.Stored(self.msg.sender, self.msg.value)

    @with_icx
    def fallback(self) -> None:  # ok: L05
        revert('use receive')


class FamilyVault(Vault):

    @with_icx
    @api(readonly=True)
    def get_bank(self) -> Address:  # expect: L05
        return self.bank.get()

    @remote
    def owner_of(self) -> Address:  # expect: L05
        pass

    @api(readonly=True)
    def name(self) -> str:
        return 'family'
