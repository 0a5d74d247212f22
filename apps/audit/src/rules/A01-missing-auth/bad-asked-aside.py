from iconservice import *

TAG = 'KiteClub'

NOBODY = Address.from_string('hx0000000000000000000000000000000000000000')


def must(condition: bool, why: str) -> None:
    if condition is not True:
        revert(f'{TAG}: {why}')


class KiteClub(IconScoreBase):
    """Something is asked everywhere, and it is not who calls, or not whether the thing is theirs."""

    @eventlog(indexed=2)
    def Transfer(self, _from: Address, _to: Address, _kite: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._chair = VarDB('chair', db, value_type=Address)
        self._calm = VarDB('calm', db, value_type=bool)
        self._least = VarDB('least', db, value_type=int)
        self._helpers = ArrayDB('helpers', db, value_type=Address)
        self._is_helper = DictDB('is_helper', db, value_type=bool)
        self._flyer_of = DictDB('flyer_of', db, value_type=Address)
        self._kites = DictDB('kites', db, value_type=int)
        self._rank = DictDB('rank', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._chair.set(self.msg.sender)
        self._least.set(2)

    def on_update(self) -> None:
        super().on_update()

    # the chair is known by what another helper holds it against
    @external
    def take_chair(self) -> None:
        must(len(self._helpers) >= self._least.get(), 'too few helpers')
        self._chair.set(self.msg.sender)  # expect: A01 as critical

    @external
    def give_kite(self, _flyer: Address, _kite: int) -> None:
        must(self.msg.sender == self._chair.get(), 'the chair only')
        must(self._flyer_of[_kite] is None, 'has a flyer')
        self._flyer_of[_kite] = _flyer  # ok: A01
        self._kites[_flyer] += 1
        self.Transfer(NOBODY, _flyer, _kite)

    # a rank is given by the chair, and is not what is handed on
    @external
    def set_rank(self, _member: Address, _rank: int) -> None:
        must(self.msg.sender == self._chair.get(), 'the chair only')
        self._rank[_member] = _rank  # ok: A01

    @external
    def repair(self, _kite: int, _flyer: Address) -> None:
        must(self._rank[self.msg.sender] >= 2, 'not of that rank')
        self._flyer_of[_kite] = _flyer  # ok: A01

    # would change nothing
    @external
    def set_calm(self, _calm: bool) -> None:
        if self._calm.get() == _calm:
            return
        self._calm.set(_calm)  # expect: A01 as high

    @external
    def set_least(self, _least: int) -> None:
        must(_least > 0, 'at least one')
        must(_least != self._least.get(), 'no change')
        self._least.set(_least)  # expect: A01 as high

    # a list and the mark that goes with it
    @external
    def add_helper(self, _helper: Address) -> None:
        if self._is_helper[_helper] or len(self._helpers) >= 12:
            revert(f'{TAG}: no more helpers')
        self._is_helper[_helper] = True
        self._helpers.put(_helper)  # expect: A01 as high

    # whoever has a kite gives away any kite
    @external
    def pass_on(self, _to: Address, _kite: int) -> None:
        self._hand_over(self.msg.sender, _to, _kite)  # expect: A01 as critical

    @external
    def give_own(self, _to: Address, _kite: int) -> None:
        must(self.msg.sender == self._flyer_of[_kite], 'not your kite')
        self._hand_over(self.msg.sender, _to, _kite)

    def _hand_over(self, giver: Address, to: Address, kite: int) -> None:
        if self._calm.get() or self._kites[giver] < 1:
            revert(f'{TAG}: no wind, or no kite')
        self._flyer_of[kite] = to
        self._kites[giver] -= 1
        self._kites[to] += 1
        self.Transfer(giver, to, kite)
