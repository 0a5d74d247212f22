from iconservice import *

TAG = 'Panel'
MAX_JURORS = 12


class Panel(IconScoreBase):
    """A jury: the owner names the jurors, doubles are dropped."""

    @eventlog
    def JurySet(self, jurors: str):
        pass

    @eventlog(indexed=1)
    def Chaired(self, chair: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._jurors = ArrayDB('jurors', db, value_type=str)
        self._chair = VarDB('chair', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def setJury(self, _names: str) -> None:
        if self.msg.sender != self.owner:
            revert('Panel: only the owner')
        if len(self._jurors) > 0:
            revert('Panel: the jury is set')
        names = set(_names.split(','))
        if len(names) > MAX_JURORS:  # ok: D07
            revert('Panel: too many jurors')
        for name in names:  # expect: D07
            self._jurors.put(name)
        self.JurySet(','.join(names))  # expect: D07

    @external
    def chair(self, _first: str, _second: str, _third: str) -> None:
        if self.msg.sender != self.owner:
            revert('Panel: only the owner')
        candidates = {_first, _second, _third}
        winner = candidates.pop()  # expect: D07
        self._chair.set(winner)
        self.Chaired(winner)

    @external(readonly=True)
    def initials(self) -> list:
        return list({name[:1] for name in self._jurors})  # expect: D07
