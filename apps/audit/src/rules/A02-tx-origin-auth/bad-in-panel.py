from iconservice import *

TAG = 'Jury'


def require(condition: bool, message: str) -> None:
    if not condition:
        revert(message)


class Jury(IconScoreBase):
    """Who sits on the jury stands in a text; it is held against whoever signed."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._panel = VarDB('panel', db, value_type=str)
        self._voted = DictDB('voted', db, value_type=bool)
        self._guilty = VarDB('guilty', db, value_type=int)
        self._note = VarDB('note', db, value_type=str)

    def on_install(self, _panel: str) -> None:
        super().on_install()
        self._panel.set(_panel)

    def on_update(self) -> None:
        super().on_update()

    @external
    def vote(self, _guilty: bool) -> None:
        panel = json_loads(self._panel.get())
        require(str(self.tx.origin) in panel['seats'], 'Jury: not on the panel')  # expect: A02
        require(not self._voted[self.msg.sender], 'Jury: voted')
        self._voted[self.msg.sender] = True
        if _guilty:
            self._guilty.set(self._guilty.get() + 1)

    @external
    def write_down(self, _note: str) -> None:
        panel = json_loads(self._panel.get())
        require(str(self.msg.sender) in panel['seats'], 'Jury: not on the panel')  # ok: A02
        require(len(_note) < 200, 'Jury: too long')
        self._note.set(_note)
