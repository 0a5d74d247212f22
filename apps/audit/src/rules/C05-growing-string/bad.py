from iconservice import *

TAG = 'Diary'


class Diary(IconScoreBase):

    @eventlog(indexed=1)
    def Written(self, _author: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._authors = VarDB('authors', db, value_type=str)
        self._pages = DictDB('pages', db, value_type=str)
        self._index = VarDB('index', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def page_of(self, _author: Address) -> str:
        return self._pages[_author]

    @external
    def write(self, _text: str):
        if not 0 < len(_text) <= 200:
            revert('1 to 200 characters')
        self._pages[self.msg.sender] += '\n' + _text  # expect: C05
        self._authors.set(self._authors.get() + ',' + str(self.msg.sender))  # expect: C05
        self.Written(self.msg.sender)

    @external
    def note(self, _text: str):
        if not 0 < len(_text) <= 20:
            revert('1 to 20 characters')
        entries = json_loads(self._index.get()) if self._index.get() else []
        entries.append({'author': str(self.msg.sender), 'text': _text})
        self._index.set(json_dumps(entries))  # expect: C05
        self.Written(self.msg.sender)
