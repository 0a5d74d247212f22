from iconservice import *

TAG = 'Boatyard'


class Boatyard(IconScoreBase):
    """To hand a boat on asks for its owner; to let somebody fetch it, or to sell it, asks for everybody else."""

    @eventlog(indexed=2)
    def Handed(self, _boat: int, _to: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner_of = DictDB('owner_of', db, value_type=Address)
        self._approved = DictDB('approved', db, value_type=Address)
        self._price = DictDB('price', db, value_type=int)
        self._berth = DictDB('berth', db, value_type=str)
        self._built = VarDB('built', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def build(self) -> None:
        boat = self._built.get() + 1
        self._built.set(boat)
        self._owner_of[boat] = self.msg.sender

    @external
    def transfer(self, _boat: int, _to: Address) -> None:
        if self.msg.sender != self._owner_of[_boat]:  # ok: A11
            revert(f'{TAG}: You do not own this boat')
        self._owner_of[_boat] = _to
        self.Handed(_boat, _to)

    @external
    def approve(self, _boat: int, _to: Address) -> None:
        if self.msg.sender == self._owner_of[_boat]:  # expect: A11
            revert(f'{TAG}: You do not own this boat')
        self._approved[_boat] = _to

    @external
    def list_for_sale(self, _boat: int, _price: int) -> None:
        owner = self._owner_of[_boat]
        if owner == self.msg.sender:  # expect: A11
            revert("You don't own this boat")
        if _price <= 0:
            revert(f'{TAG}: no price')
        self._price[_boat] = _price

    @external
    def moor(self, _boat: int, _berth: str) -> None:
        if not self.msg.sender != self._owner_of[_boat]:  # expect: A11
            revert(f'{TAG}: only the owner of the boat')
        self._berth[_boat] = _berth

    @external
    def fetch(self, _boat: int) -> None:
        if self.msg.sender != self._approved[_boat]:  # ok: A11
            revert(f'{TAG}: nobody lets you')
        self._approved.remove(_boat)
        self._owner_of[_boat] = self.msg.sender
        self.Handed(_boat, self.msg.sender)

    @external(readonly=True)
    def boat(self, _boat: int) -> str:
        return f'{self._berth[_boat]}: {self._price[_boat]}'
