from iconservice import *

TAG = 'Survey'


class Answer(TypedDict):
    number: int
    text: str


class Panel(InterfaceScore):
    @interface
    def report(self, _rows) -> None:  # ok: L08
        pass


class Survey(IconScoreBase):

    @eventlog(indexed=1)
    def Answered(self, who: Address, number: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._answer = DictDB('answer', db, value_type=str, depth=2)
        self._panel = VarDB('panel', db, value_type=Address)

    def on_install(self, _panel: Address) -> None:
        super().on_install()
        self._panel.set(_panel)

    def on_update(self) -> None:
        super().on_update()

    def _store(self, who, number, text, **options):  # ok: L08
        if number <= 0 or len(text) > options['limit']:
            revert('Survey: number or length out of range')
        self._answer[who][number] = text
        self.Answered(who, number)

    @external
    def answer(self, _number: int, _text: str, _seal: bytes = None, _final: bool = False) -> None:  # ok: L08
        self._store(self.msg.sender, _number, _text, limit=100)

    @external
    def answerAll(self, _answers: List[Answer]) -> None:  # ok: L08
        if len(_answers) > 10:
            revert('Survey: ten at a time')
        for answer in _answers:
            self._store(self.msg.sender, answer['number'], answer['text'], limit=100)

    @external(readonly=True)
    def answerOf(self, _who: 'Address', _number: int) -> str:  # ok: L08
        return self._answer[_who][_number]

    @external(readonly=True)
    def answersOf(self, _who: Address, _numbers: List[int]) -> list:  # ok: L08
        return [self._answer[_who][number] for number in _numbers[:10]]

    @external
    def close(self) -> None:
        if self.msg.sender != self.owner:
            revert('Survey: only the owner')
        self.Answered(self.msg.sender, 0)
        self.create_interface_score(self._panel.get(), Panel).report(1)
