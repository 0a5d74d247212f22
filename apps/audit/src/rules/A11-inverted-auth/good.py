from iconservice import *

TAG = 'QuizNight'


class QuizNight(IconScoreBase):
    """Keeps the owner out of the game on purpose; and a guard written with == and else."""

    _ANSWERS = 'answers'
    _HOST = 'host'
    _BANNED = 'banned'

    @eventlog(indexed=1)
    def Answered(self, _player: Address, _answer: int):
        pass

    @eventlog(indexed=1)
    def HostChanged(self, _host: Address):
        pass

    @eventlog(indexed=1)
    def Banned(self, _player: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._answers = DictDB(self._ANSWERS, db, int)
        self._host = VarDB(self._HOST, db, Address)
        self._banned = DictDB(self._BANNED, db, bool)

    def on_install(self) -> None:
        super().on_install()
        self._host.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def setHost(self, _host: Address) -> None:
        if self.msg.sender != self.owner:
            revert('QuizNight: only the owner')
        if _host == self.owner:  # ok: A11
            revert('QuizNight: the owner is no host')
        self._host.set(_host)
        self.HostChanged(_host)

    @external
    def ban(self, _player: Address) -> None:
        if self.msg.sender == self._host.get():  # ok: A11
            self._banned[_player] = True
            self.Banned(_player)
        else:
            revert('QuizNight: only the host')

    @external
    def answer(self, _answer: int) -> None:
        if self.msg.sender == self.owner or self.msg.sender == self._host.get():  # ok: A11
            revert('QuizNight: who knows the answers cannot play')
        if self._banned[self.msg.sender]:  # ok: A11
            revert('QuizNight: banned')
        if _answer <= 0 or _answer > 4:
            revert('QuizNight: answer 1 to 4')
        self._answers[self.msg.sender] = _answer
        self.Answered(self.msg.sender, _answer)

    @external(readonly=True)
    def answerOf(self, _player: Address) -> int:
        return self._answers[_player]
