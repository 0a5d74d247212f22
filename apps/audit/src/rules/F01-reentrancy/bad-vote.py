from iconservice import *

TAG = 'Committee'


class Errand(InterfaceScore):
    @interface
    def run(self, _what: str) -> None:
        pass


class Committee(IconScoreBase):
    """No member is trusted alone: the one that is called may itself be a member with a vote left."""

    NEEDED = 2

    @eventlog(indexed=1)
    def Done(self, _errand: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._is_member = DictDB('is_member', db, value_type=bool)
        self._votes = DictDB('votes', db, value_type=bool, depth=2)
        self._count = DictDB('count', db, value_type=int)
        self._done = DictDB('done', db, value_type=bool)
        self._runner = DictDB('runner', db, value_type=Address)
        self._what = DictDB('what', db, value_type=str)

    def on_install(self, _one: Address, _other: Address) -> None:
        super().on_install()
        self._is_member[_one] = True
        self._is_member[_other] = True

    def on_update(self) -> None:
        super().on_update()

    def _only_members(self) -> None:
        if not self._is_member[self.msg.sender]:
            revert('Committee: members only')

    @external
    def propose(self, _errand: int, _runner: Address, _what: str) -> None:
        self._only_members()
        if self._runner[_errand] is not None:
            revert('Committee: there is one')
        self._runner[_errand] = _runner
        self._what[_errand] = _what

    @external
    def vote(self, _errand: int) -> None:
        self._only_members()
        if self._votes[_errand][self.msg.sender] or self._done[_errand]:
            revert('Committee: once is enough')
        self._votes[_errand][self.msg.sender] = True
        self._count[_errand] += 1
        if self._count[_errand] >= self.NEEDED:
            self._run(_errand)  # expect: F01
            self._done[_errand] = True
            self.Done(_errand)

    @external
    def vote_once(self, _errand: int) -> None:
        self._only_members()
        if self._votes[_errand][self.msg.sender] or self._done[_errand]:
            revert('Committee: once is enough')
        self._votes[_errand][self.msg.sender] = True
        self._count[_errand] += 1
        if self._count[_errand] >= self.NEEDED:
            self._done[_errand] = True
            self.Done(_errand)
            self._run(_errand)  # ok: F01

    # Each member may do it alone, and needs no trick to do it twice.
    @external
    def order(self, _errand: int) -> None:
        self._only_members()
        if self._done[_errand]:
            revert('Committee: done')
        self._run(_errand)  # ok: F01
        self._done[_errand] = True
        self.Done(_errand)

    def _run(self, errand: int) -> None:
        runner = self.create_interface_score(self._runner[errand], Errand)
        runner.run(self._what[errand])
