from iconservice import *

TAG = 'Board'


class Board(IconScoreBase):

    @eventlog(indexed=1)
    def Posted(self, number: int, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._titles = DictDB('titles', db, value_type=str)
        self._notes = DictDB('notes', db, value_type=str)
        self._replies = DictDB('replies', db, value_type=str, depth=2)
        self._last = VarDB('last', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def title(self, topic: str, title: str) -> None:
        if self._titles[topic] != '':
            revert('Taken')
        self._titles[topic] = title  # ok: A01
        self.Posted(0, self.msg.sender)

    @external
    def post(self, note: str) -> None:
        number = self._last.get() + 1
        self._last.set(number)
        self._notes[number] = note  # ok: A01
        self.Posted(number, self.msg.sender)

    @external
    def reply(self, number: int, reply: str) -> None:
        self._replies[number][self.msg.sender] = reply  # ok: A01
        self.Posted(number, self.msg.sender)

    @external(readonly=True)
    def read(self, number: int, who: Address) -> list:
        return [self._notes[number], self._replies[number][who], self._titles[str(number)]]
