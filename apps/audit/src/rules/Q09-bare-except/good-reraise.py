from iconservice import *


class VaultInterface(InterfaceScore):
    @interface
    def lock(self, _holder: Address, _until: int) -> None:
        pass


class Locker(IconScoreBase):

    @eventlog(indexed=1)
    def Locked(self, _holder: Address, _until: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._vault = VarDB('vault', db, value_type=Address)
        self._until = DictDB('until', db, value_type=int)

    def on_install(self, _vault: Address) -> None:
        super().on_install()
        self._vault.set(_vault)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def until(self, _holder: Address) -> int:
        return self._until[_holder]

    @external
    def lock(self, _until: int) -> None:
        if _until <= self.block_height:
            revert('Locker: a height in the future is needed')
        self._until[self.msg.sender] = _until
        self.Locked(self.msg.sender, _until)
        vault = self.create_interface_score(self._vault.get(), VaultInterface)
        try:
            vault.lock(self.msg.sender, _until)
        except IconScoreException:
            revert('Locker: the vault refused')
        except:  # ok: Q09
            raise
