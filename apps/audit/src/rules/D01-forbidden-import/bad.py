import json  # expect: D01
from typing import List  # expect: D01

from iconservice import *

TAG = 'NoticeBoard'


class NoticeBoard(IconScoreBase):
    """Notices of an office, posted by its owner."""

    @eventlog(indexed=1)
    def NoticePosted(self, number: int, notice: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._count = VarDB('count', db, value_type=int)
        self._notices = DictDB('notices', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def post(self, _title: str, _body: str) -> None:
        if self.msg.sender != self.owner:
            revert('NoticeBoard: only the owner posts')
        if len(_title) > 80 or len(_body) > 1000:
            revert('NoticeBoard: notice too long')
        number = self._count.get() + 1
        notice = json.dumps({'title': _title, 'body': _body})
        self._count.set(number)
        self._notices[number] = notice
        self.NoticePosted(number, notice)

    def _newest(self, limit: int) -> List[int]:
        count = self._count.get()
        return [count - i for i in range(min(limit, count))]

    @external(readonly=True)
    def latest(self) -> list:
        return [self._notices[number] for number in self._newest(10)]
