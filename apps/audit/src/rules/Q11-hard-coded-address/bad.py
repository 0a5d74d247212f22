from iconservice import *

TAG = 'Treasury'


class Treasury(IconScoreBase):

    @eventlog(indexed=2)
    def Paid(self, _to: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def AuditorSet(self, _auditor: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._auditor = VarDB('auditor', db, value_type=Address)
        self._fund = VarDB('fund', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._auditor.set(Address.from_string('hx4a1c8f0b7d2e93565b0d7c1f8e2a94b36c5d7e81'))  # expect: Q11
        self._fund.set(self.owner)

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self):
        pass

    @external(readonly=True)
    def auditor(self) -> Address:
        return self._auditor.get()

    @external(readonly=True)
    def isPartner(self, _who: Address) -> bool:
        partners = [
            'cx9b27d4f5013ac8e6b2d1f0749e5c38a6d7b12f40',  # expect: Q11
            'cx01f3c86a9d2b7e45f8c0d31b6a97e24c58d0b3f6',  # expect: Q11
        ]
        return str(_who) in partners

    @external
    def pay(self, _amount: int) -> None:
        if self.msg.sender != self.owner:
            revert('Treasury: owner only')
        if _amount <= 0:
            revert('Treasury: the amount must be positive')
        to = Address.from_string("hxd83e1b09c7f46a25e0b8d91f3c72a5640e9b8d17")  # expect: Q11
        self.Paid(to, _amount)
        self.icx.transfer(to, _amount)
