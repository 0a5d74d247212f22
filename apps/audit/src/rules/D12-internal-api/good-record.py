from iconservice import *

TAG = 'Notes'


class Note:
    def __init__(self, title: str, height: int):
        self.title = title
        self.height = height

    @staticmethod
    def from_text(text: str):
        data = json_loads(text)
        return Note(data['title'], data['height'])

    def to_text(self) -> str:
        return json_dumps(self.__dict__)  # expect: D12


class Notes(IconScoreBase):

    @eventlog(indexed=1)
    def Noted(self, who: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._notes = DictDB('notes', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def write(self, title: str) -> None:
        if len(title) > 100:
            revert('too long')
        self._notes[self.msg.sender] = Note(title, self.block_height).to_text()
        self.Noted(self.msg.sender)

    @external(readonly=True)
    def read(self, who: Address) -> dict:
        note = Note.from_text(self._notes[who])
        return note.__dict__  # expect: D12
