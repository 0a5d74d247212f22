from iconservice import *

TAG = 'Fair'


class Entry:
    """One cake of the fair: its fields stand in one dictionary, under its number and their names."""

    def __init__(self, book: DictDB, number: int):
        self._book = book
        self._number = number

    def read(self, field: str) -> str:
        return self._book[f'{self._number}/{field}']

    def note(self, field: str, text: str) -> None:
        self._book[f'{self._number}/{field}'] = text


class Fair(IconScoreBase):
    """Judges give marks; who judges a cake is kept as text."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._book = DictDB('book', db, value_type=str)
        self._points = DictDB('points', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    # whoever brings a cake may say who is to judge it
    @external
    def enter(self, _number: int, _judge: Address) -> None:
        cake = Entry(self._book, _number)
        if cake.read('baker') != '':
            revert('Fair: number is taken')
        cake.note('baker', str(self.msg.sender))  # ok: A01
        cake.note('judge', str(_judge))  # ok: A01
        cake.note('state', 'waiting')

    @external
    def replace_judge(self, _number: int, _judge: Address) -> None:
        cake = Entry(self._book, _number)
        if cake.read('state') != 'waiting':
            revert('Fair: judged')
        cake.note('judge', str(_judge))  # expect: A01

    @external
    def pass_on(self, _number: int, _judge: Address) -> None:
        cake = Entry(self._book, _number)
        if cake.read('judge') != str(self.msg.sender):
            revert('Fair: judge only')
        cake.note('judge', str(_judge))  # ok: A01

    @external
    def judge(self, _number: int, _points: int) -> None:
        cake = Entry(self._book, _number)
        if cake.read('judge') != str(self.msg.sender) or cake.read('state') != 'waiting':
            revert('Fair: judge only, and once')
        cake.note('state', 'judged')
        self._points[_number] = _points

    @external(readonly=True)
    def points(self, _number: int) -> int:
        return self._points[_number]
