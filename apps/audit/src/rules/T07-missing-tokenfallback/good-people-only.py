from iconservice import IconScoreBase, IconScoreDatabase, Address, VarDB, DictDB, external, eventlog, revert

NOBODY = Address.from_string('hx' + '0' * 40)


class ClubPoints(IconScoreBase):
    """Points for people: contracts are refused, so there is nobody to call back."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.issued = VarDB('issued', db, int)
        self.book = DictDB('book', db, int)

    def on_install(self, points: int) -> None:
        super().on_install()
        if points <= 0:
            revert('no points')
        self.issued.set(points)
        self.book[self.owner] = points
        self.Transfer(NOBODY, self.owner, points, b'')

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def Transfer(self, _from: Address, _to: Address, _value: int, _data: bytes):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Club Points'

    @external(readonly=True)
    def symbol(self) -> str:
        return 'CLB'

    @external(readonly=True)
    def decimals(self) -> int:
        return 0

    @external(readonly=True)
    def totalSupply(self) -> int:
        return self.issued.get()

    @external(readonly=True)
    def balanceOf(self, _owner: Address) -> int:
        return self.book[_owner]

    @external
    def transfer(self, _to: Address, _value: int, _data: bytes = None) -> None:  # ok: T07
        if _to.is_contract:
            revert('points are for people')
        giver = self.msg.sender
        if _value <= 0 or _value > self.book[giver]:
            revert('value is out of range')
        self.book[giver] -= _value
        self.book[_to] += _value
        self.Transfer(giver, _to, _value, _data)
