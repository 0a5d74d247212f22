from iconservice import *

TAG = 'Errands'


class Runner(InterfaceScore):
    @interface
    def run(self, what: str):
        pass

    @interface
    def try_to_run(self, what: str) -> bool:
        pass


class Errands(IconScoreBase):
    """An errand that was agreed to is run once, if whoever runs it says so."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._agreed = DictDB('agreed', db, value_type=bool)
        self._where = DictDB('where', db, value_type=Address)
        self._what = DictDB('what', db, value_type=str)
        self._done = DictDB('done', db, value_type=bool)
        self._tried = DictDB('tried', db, value_type=bool)
        self._paid = DictDB('paid', db, value_type=bool)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def plan(self, where: Address, what: str) -> None:
        if self.msg.sender != self.owner:
            revert('Errands: only the owner')
        number = self._last.get() + 1
        self._last.set(number)
        self._where[number] = where
        self._what[number] = what
        self._agreed[number] = True

    @external
    def do(self, number: int) -> None:
        self._check(number)
        if self.call(self._where[number], self._what[number], {}):
            self._done[number] = True  # expect: F13

    @external
    def do_by_runner(self, number: int) -> None:
        self._check(number)
        runner = self.create_interface_score(self._where[number], Runner)
        if runner.run(self._what[number]):
            self._done[number] = True  # expect: F13

    @external
    def do_and_mark(self, number: int) -> None:
        self._check(number)
        self._done[number] = True  # ok: F13
        self.call(self._where[number], self._what[number], {})

    @external
    def do_or_fail(self, number: int) -> None:
        self._check(number)
        if not self.call(self._where[number], self._what[number], {}):
            revert('Errands: no answer')
        self._done[number] = True  # ok: F13

    @external
    def attempt(self, number: int) -> None:
        if self._tried[number] or not self._agreed[number]:
            revert('Errands: tried')
        if self.create_interface_score(self._where[number], Runner).try_to_run(self._what[number]):
            self._tried[number] = True  # ok: F13

    @external
    def pay(self, number: int) -> None:
        if self._paid[number] or not self._agreed[number]:
            revert('Errands: paid')
        if self.icx.send(self._where[number], 10 ** 18):
            self._paid[number] = True  # ok: F13

    def _check(self, number: int) -> None:
        if self._done[number] or not self._agreed[number]:
            revert('Errands: done, or not agreed to')
