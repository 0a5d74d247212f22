from iconservice import *

TAG = 'Diary'
KEPT = 10
MAX_PAGE = 1000


class Diary(IconScoreBase):

    @eventlog(indexed=1)
    def Written(self, _author: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._entries = ArrayDB('entries', db, value_type=str)
        self._pages = DictDB('pages', db, value_type=str)
        self._latest = DictDB('latest', db, value_type=str)
        self._state = DictDB('state', db, value_type=str)
        self._motto = VarDB('motto', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()
        self._motto.set('Diary' + ' of ' + TAG)  # ok: C05

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def motto(self) -> str:
        return self._motto.get() + '!'  # ok: C05

    @external(readonly=True)
    def page_of(self, _author: Address) -> str:
        return self._pages[_author]

    @external
    def write(self, _text: str):
        if not 0 < len(_text) <= 200:
            revert('1 to 200 characters')
        self._entries.put(str(self.msg.sender) + ':' + _text)  # ok: C05
        self._motto.set(str(self.msg.sender) + ':' + _text)  # ok: C05
        self.Written(self.msg.sender)

    @external
    def append(self, _text: str):
        page = self._pages[self.msg.sender] + _text
        if len(page) > MAX_PAGE:
            revert('The page is full')
        self._pages[self.msg.sender] = page  # ok: C05
        self.Written(self.msg.sender)

    @external
    def note(self, _text: str):
        if not 0 < len(_text) <= 20:
            revert('1 to 20 characters')
        notes = self._latest[self.msg.sender].split('|')
        notes.append(_text)
        self._latest[self.msg.sender] = '|'.join(notes[-KEPT:])  # ok: C05
        self.Written(self.msg.sender)

    @external
    def finish(self):
        text = self._state[self.msg.sender]
        state = json_loads(text) if text else {'open': 1}
        state['open'] = 0
        self._state[self.msg.sender] = json_dumps(state)  # ok: C05
        self.Written(self.msg.sender)
