from iconservice import *


class Scholarships(IconScoreBase):
    """Grants that are paid out in terms."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._names = ArrayDB('names', db, value_type=str)
        self._grant = DictDB('grant', db, value_type=int)
        self._paid = DictDB('paid', db, value_type=int)
        self._terms = DictDB('terms', db, value_type=int)
        self._terms_paid = DictDB('terms_paid', db, value_type=int)
        self._student = DictDB('student', db, value_type=Address)
        self._next_term = DictDB('next_term', db, value_type=int)
        self._passed = DictDB('passed', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')

    def _next_part(self, name: str) -> int:
        left = self._grant[name] - self._paid[name]
        return left // (self._terms[name] - self._terms_paid[name])

    def _note(self, name: str, part: int) -> None:
        self._paid[name] += part
        self._terms_paid[name] += 1

    @payable
    @external
    def award(self, _name: str, _student: Address, _terms: int) -> None:
        self._only_owner()
        if _name in self._names or not 0 < _terms < 20:
            revert('not like this')
        self._names.put(_name)
        self._grant[_name] = self.msg.value
        self._terms[_name] = _terms
        self._student[_name] = _student

    @external
    def pay_term(self, _name: str) -> None:
        if _name not in self._names or self._terms_paid[_name] >= self._terms[_name]:
            revert('nothing left')
        part = self._next_part(_name)
        self._note(_name, part)
        self.icx.transfer(self._student[_name], part)  # expect: F13

    @external
    def pay_when_due(self, _name: str) -> None:
        if _name not in self._names or self.now() < self._next_term[_name]:
            revert('not yet')
        part = self._next_part(_name)
        self._note(_name, part)
        self._next_term[_name] = self.now() + 180 * 24 * 3600 * 10 ** 6
        self.icx.transfer(self._student[_name], part)  # ok: F13

    @external
    def pay_when_passed(self, _name: str) -> None:
        if self._passed[_name] <= self._terms_paid[_name]:
            revert('pass the term first')
        part = self._next_part(_name)
        self._note(_name, part)
        self.icx.transfer(self._student[_name], part)  # ok: F13

    @external
    def pay_by_hand(self, _name: str) -> None:
        self._only_owner()
        part = self._next_part(_name)
        self._note(_name, part)
        self.icx.transfer(self._student[_name], part)  # ok: F13

    @external
    def pass_term(self, _name: str) -> None:
        self._only_owner()
        self._passed[_name] += 1
