from iconservice import *

TAG = 'SwimmingPool'


class SwimmingPool(IconScoreBase):
    """What the methods say of themselves is the opposite of what they ask."""

    @eventlog(indexed=1)
    def PaidIn(self, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._cashier = VarDB('cashier', db, value_type=Address)
        self._lifeguard = VarDB('lifeguard', db, value_type=Address)
        self._patron = VarDB('patron', db, value_type=Address)
        self._depth = VarDB('depth', db, value_type=int)
        self._warmth = VarDB('warmth', db, value_type=int)
        self._lanes = VarDB('lanes', db, value_type=int)
        self._visits = DictDB('visits', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._cashier.set(self.owner)
        self._lifeguard.set(self.owner)
        self._patron.set(self.owner)

    def on_update(self) -> None:
        super().on_update()

    @payable
    def fallback(self) -> None:
        """
        Takes the money of the day.
        Fails if the caller is not the cashier.
        """
        if self.msg.sender == self._cashier.get():  # expect: A11
            revert('SwimmingPool: you cannot pay in here')

    @payable
    @external
    def top_up(self) -> None:
        # only the cashier may pay in
        if self._cashier.get() == self.msg.sender:  # expect: A11
            revert('SwimmingPool: no money from here')
        self.PaidIn(self.msg.value)

    @external
    def fill(self, _depth: int) -> None:
        """Reverts unless the sender is the lifeguard."""
        if self.msg.sender == self._lifeguard.get():  # expect: A11
            revert('SwimmingPool: you cannot fill it')
        self._depth.set(_depth)

    @external
    def heat(self, _warmth: int) -> None:
        """For everybody who likes it warm, not only the lifeguard's friends. Fails if the caller is the lifeguard."""
        if self.msg.sender == self._lifeguard.get():  # ok: A11
            revert('SwimmingPool: somebody must watch')
        self._warmth.set(_warmth)

    @payable
    @external
    def swim(self) -> None:
        """Only the lifeguard is kept out: somebody must watch."""
        if self.msg.sender == self._lifeguard.get():  # ok: A11
            revert('SwimmingPool: somebody must watch')
        self._visits[self.msg.sender] += 1

    @payable
    @external
    def give(self) -> None:
        """A present for the pool. What the patron gives comes another way."""
        if self.msg.sender == self._patron.get():  # ok: A11
            revert('SwimmingPool: you gave enough')
        self.PaidIn(self.msg.value)

    @external
    def mark_lanes(self, _lanes: int) -> None:
        """Fails if the caller is not the patron."""
        if self.msg.sender != self._patron.get():  # ok: A11
            revert('SwimmingPool: not yours to do')
        self._lanes.set(_lanes)
