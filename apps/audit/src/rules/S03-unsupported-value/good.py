from iconservice import *

TAG = 'Survey'


class Record:

    def __init__(self, size: int, colour: str) -> None:
        self.size = size
        self.colour = colour

    def to_json(self) -> str:
        return json_dumps({'size': self.size, 'colour': self.colour})


class Survey(IconScoreBase):

    @eventlog(indexed=1)
    def Answered(self, _account: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._questions = ArrayDB('questions', db, value_type=str)
        self._answers = DictDB('answers', db, value_type=str)
        self._sizes = DictDB('sizes', db, value_type=int)
        self._link = DictDB('link', db, value_type=str)
        self._mark = DictDB('mark', db, value_type=bytes)

    def on_install(self) -> None:
        super().on_install()
        for question in ('size', 'colour'):
            self._questions.put(question)  # ok: S03

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def answer_of(self, _account: Address) -> dict:
        text = self._answers[_account]
        return json_loads(text) if text else {}

    @external(readonly=True)
    def link_of(self, _account: Address) -> str:
        return self._link[_account]

    @external
    def answer(self, _size: int, _colour: str):
        if not 0 < _size < 100 or len(_colour) > 20:
            revert('Out of range')
        record = Record(_size, _colour)
        self._answers[self.msg.sender] = record.to_json()  # ok: S03
        self._sizes[self.msg.sender] = record.size  # ok: S03
        self._mark[self.msg.sender] = sha3_256(_colour.encode())  # ok: S03
        self.Answered(self.msg.sender)

    @external
    def set_link(self, _url: str = None):
        if _url is not None:
            self._link[self.msg.sender] = _url  # ok: S03
        self.Answered(self.msg.sender)

    @external
    def set_or_clear(self, _url: str = None):
        self._link[self.msg.sender] = _url or ''  # ok: S03
        self.Answered(self.msg.sender)

    @external
    def set_two(self, _url: str = None, _more: str = None):
        if _url is None:
            _url = ''
        text = _more if _more is not None else _url
        self._link[self.msg.sender] = text  # ok: S03
        self.Answered(self.msg.sender)

    @external
    def forget(self):
        del self._answers[self.msg.sender]  # ok: S03
        self.Answered(self.msg.sender)
