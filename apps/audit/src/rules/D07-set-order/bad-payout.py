from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, external, payable, eventlog, revert, json_dumps

ROLES = frozenset(['artist', 'label', 'studio'])


def both(left: set, right: set) -> set:
    return left | right


class RoyaltySplit(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.account_of = DictDB('account_of', db, value_type=Address)
        self.summary = VarDB('summary', db, value_type=str)
        self.lead = VarDB('lead', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def Paid(self, role: str, amount: int):
        pass

    @external
    def set_account(self, role: str, account: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if role not in ROLES:  # ok: D07
            revert('unknown role')
        self.account_of[role] = account
        self.Paid(role, 0)

    @payable
    @external
    def pay(self) -> None:
        rest = self.msg.value
        for role in ROLES:  # expect: D07
            part = min(rest, 5 * 10 ** 18)
            rest -= part
            self.Paid(role, part)
            self.icx.transfer(self.account_of[role], part)
        self.icx.transfer(self.owner, rest)

    @external
    def note(self, first: str, second: str) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        tags = both({first}, {second})
        self.summary.set(json_dumps([tag for tag in tags]))  # expect: D07
        self.lead.set(next(iter(tags)))  # expect: D07
        self.Paid('note', 0)

    @external(readonly=True)
    def get_summary(self) -> str:
        return self.summary.get()
