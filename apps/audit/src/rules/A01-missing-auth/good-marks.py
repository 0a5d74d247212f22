from iconservice import *

TAG = 'Harvest'


class Harvest(IconScoreBase):
    """Marks that keep out whoever was here before, and roles that their holders give up."""

    @eventlog(indexed=1)
    def Paid(self, who: Address, amount: int):
        pass

    @eventlog(indexed=1)
    def Left(self, who: Address, role: str):
        pass

    @eventlog(indexed=1)
    def Named(self, who: Address, role: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._roles = DictDB('roles', db, value_type=bool, depth=2)
        self._shares = DictDB('shares', db, value_type=int)
        self._paid = DictDB('paid', db, value_type=bool, depth=2)
        self._year = VarDB('year', db, value_type=int)

    def on_install(self, _year: int) -> None:
        super().on_install()
        self._year.set(_year)
        self._roles['foreman'][self.msg.sender] = True

    def on_update(self) -> None:
        super().on_update()

    @external
    def name(self, who: Address, role: str) -> None:
        if not self._roles['foreman'][self.msg.sender]:
            revert('Harvest: foremen only')
        self._roles[role][who] = True
        self.Named(who, role)

    @external
    def leave(self, role: str) -> None:
        self._roles[role].remove(self.msg.sender)  # ok: A01
        self.Left(self.msg.sender, role)

    @external
    def work(self) -> None:
        if not self._roles['picker'][self.msg.sender]:
            revert('Harvest: pickers only')
        self._shares[self.msg.sender] += 1

    @external
    def claim(self) -> None:
        self._pay(self.msg.sender)

    @external
    def claim_for(self, who: Address) -> None:
        self._pay(who)  # ok: A01

    def _pay(self, who: Address) -> None:
        year = self._year.get()
        if self._paid[year][who]:
            revert('Harvest: paid before')
        self._paid[year][who] = True  # ok: A01
        amount = self._shares[who] * 1000
        self.Paid(who, amount)
        self.icx.transfer(who, amount)
