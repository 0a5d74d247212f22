from iconservice import *

TAG = 'Archive'


def refuse_if(condition: bool, message: str) -> None:
    if condition:
        revert(message)


class Archive(IconScoreBase):
    """What the refusals say is written as one word, and the test turned round."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._keeper = VarDB('keeper', db, value_type=Address)
        self._binder = VarDB('binder', db, value_type=Address)
        self._judge_of = DictDB('judge_of', db, value_type=Address)
        self._winner_of = DictDB('winner_of', db, value_type=Address)
        self._pages = VarDB('pages', db, value_type=int)
        self._bound = VarDB('bound', db, value_type=int)

    def on_install(self, _keeper: Address, _binder: Address) -> None:
        super().on_install()
        self._keeper.set(_keeper)
        self._binder.set(_binder)

    def on_update(self) -> None:
        super().on_update()

    @external
    def set_pages(self, _pages: int) -> None:
        if self.msg.sender == self._keeper.get():  # expect: A11
            revert('SenderNotKeeperError')
        self._pages.set(_pages)

    @external
    def set_bound(self, _bound: int) -> None:
        if not self.msg.sender != self._binder.get():  # expect: A11
            revert('BINDER_ONLY')
        self._bound.set(_bound)

    @external
    @payable
    def begin(self, _case: int, _judge: Address) -> None:
        refuse_if(self._judge_of[_case] is not None, 'Archive: known case')
        self._judge_of[_case] = _judge

    @external
    def decide(self, _case: int, _winner: Address) -> None:
        refuse_if(self.msg.sender == self._judge_of[_case], 'judge only')  # expect: A11
        self._winner_of[_case] = _winner

    @external
    def correct(self, _case: int, _winner: Address) -> None:
        refuse_if(self.msg.sender != self._judge_of[_case], 'judge only')  # ok: A11
        self._winner_of[_case] = _winner
