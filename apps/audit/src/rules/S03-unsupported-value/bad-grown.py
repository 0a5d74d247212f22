from iconservice import *


class Notebook(IconScoreBase):
    """Notes of each account, as text; the newest last."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._notes = DictDB('notes', db, value_type=str)
        self._marks = DictDB('marks', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _notes_of(self, account: Address) -> list:
        known = self._notes[account]
        return json_loads(known) if known != '' else []

    @external
    def note(self, _text: str) -> None:
        if not 0 < len(_text) <= 200:
            revert('one to two hundred letters')
        known = self._notes[self.msg.sender]
        notes = json_loads(known) if known != '' else []
        if len(notes) >= 10:
            revert('the book is full')
        notes.append({'height': self.block_height, 'text': _text})
        self._notes[self.msg.sender] = notes  # expect: S03

    @external
    def mark(self, _place: int) -> None:
        known = self._marks[self.msg.sender]
        marks = json_loads('[]' if known == '' else known)
        if len(marks) >= 10:
            revert('ten marks at most')
        marks.append(_place)
        self._marks[self.msg.sender] = json_dumps(marks)  # ok: S03

    @external
    def mark_first(self, _place: int) -> None:
        known = self._marks[self.msg.sender]
        marks = json_loads('[0]' if known == '' else known)
        marks.append(_place)
        self._marks[self.msg.sender] = str(marks[0])  # ok: S03

    @external(readonly=True)
    def notes_of(self, _account: Address) -> list:
        return self._notes_of(_account)
