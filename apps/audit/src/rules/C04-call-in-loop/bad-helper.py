from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, ArrayDB, DictDB, VarDB, external, payable, interface, eventlog, revert

TAG = 'Payroll'


class Badge(InterfaceScore):
    @interface
    def level(self, who: Address) -> int:
        pass


class Payer(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._badge = VarDB('badge', db, value_type=Address)
        self._staff = ArrayDB('staff', db, value_type=Address)
        self._wage = DictDB('wage', db, value_type=int)

    def on_install(self, badge: Address) -> None:
        super().on_install()
        self._badge.set(badge)

    @eventlog(indexed=1)
    def Paid(self, who: Address, amount: int):
        pass

    def _level(self, who: Address) -> int:
        badge = self.create_interface_score(self._badge.get(), Badge)
        return badge.level(who)

    def _pay(self, who: Address, amount: int) -> None:
        self.Paid(who, amount)
        self.icx.transfer(who, amount)


class Payroll(Payer):

    @payable
    @external
    def fund(self) -> None:
        self.Paid(self.address, self.msg.value)

    @external
    def hire(self, who: Address, wage: int) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        if wage <= 0 or self._wage[who] != 0:
            revert('cannot hire')
        self._wage[who] = wage
        self._staff.put(who)
        self.Paid(who, 0)

    @external
    def pay_day(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')
        place = 0
        while place < len(self._staff):
            who = self._staff[place]
            self._pay(who, self._wage[who])  # expect: C04
            place += 1

    @external(readonly=True)
    def wage_of(self, who: Address) -> int:
        return self._wage[who]

    @external
    def raise_all(self, percent: int) -> None:
        if self.msg.sender != self.owner or not 0 < percent < 50:
            revert('not possible')
        levels = [self._level(who) for who in self._staff]  # expect: C04
        self._wage[self.owner] = max(levels) * percent
        self.Paid(self.owner, 0)
