from iconservice import *

TAG = 'CinemaClub'


class CinemaClub(IconScoreBase):
    """Conditions over the sender that fail loudly, or are no permission at all."""

    _MANAGER = 'manager'
    _FILM = 'film'
    _VISITS = 'visits'
    _HOST_VISITS = 'host_visits'

    @eventlog(indexed=1)
    def FilmChosen(self, _film: int):
        pass

    @eventlog(indexed=1)
    def ManagerChanged(self, _manager: Address):
        pass

    @eventlog(indexed=1)
    def Visited(self, _member: Address, _visits: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._manager = VarDB(self._MANAGER, db, Address)
        self._film = VarDB(self._FILM, db, int)
        self._visits = DictDB(self._VISITS, db, int)
        self._host_visits = VarDB(self._HOST_VISITS, db, int)

    def on_install(self) -> None:
        super().on_install()
        self._manager.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def chooseFilm(self, _film: int) -> None:
        if self.msg.sender == self._manager.get():  # ok: A05
            self._film.set(_film)
            self.FilmChosen(_film)
        else:
            revert('CinemaClub: only the manager')

    @external
    def setManager(self, _manager: Address) -> None:
        if self.msg.sender == self.owner:  # ok: A05
            self._manager.set(_manager)
            self.ManagerChanged(_manager)
            return
        revert('CinemaClub: only the owner')

    @external
    def visit(self) -> None:
        visits = self._visits[self.msg.sender] + 1
        self._visits[self.msg.sender] = visits
        self._count_host()
        self.Visited(self.msg.sender, visits)

    def _count_host(self) -> None:
        if self.msg.sender == self._manager.get():  # ok: A05
            self._host_visits.set(self._host_visits.get() + 1)

    @external(readonly=True)
    def film(self) -> int:
        return self._film.get()

    @external(readonly=True)
    def hostVisits(self) -> int:
        return self._host_visits.get()
