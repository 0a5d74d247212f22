from iconservice import *

TAG = 'ChessTable'


class Table:
    def __init__(self, host: Address, stake: int, seated: list = None, playing: bool = False):
        self.host = host
        self.stake = stake
        self.seated = [] if seated is None else seated
        self.playing = playing

    def seat(self, player: Address):
        self.seated.append(str(player))

    def __str__(self):
        return json_dumps(
            {'host': str(self.host), 'stake': self.stake, 'seated': self.seated, 'playing': self.playing}
        )


class ChessTable(IconScoreBase):
    """Two sit at a table that is kept as text; who begins or ends a game writes it anew and makes it no longer."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tables = DictDB('tables', db, value_type=str)
        self._ready = DictDB('ready', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _table(self, host: Address) -> Table:
        kept = json_loads(self._tables[host])
        return Table(host, kept['stake'], kept['seated'], kept['playing'])

    @external
    def set_up(self, _stake: int) -> None:
        if _stake < 0:
            revert('ChessTable: no such stake')
        table = Table(self.msg.sender, _stake)
        table.seat(self.msg.sender)
        self._tables[self.msg.sender] = str(table)

    @external
    def sit_down(self, _host: Address) -> None:
        table = self._table(_host)
        if len(table.seated) > 1:
            revert('ChessTable: taken')
        table.seat(self.msg.sender)
        self._tables[_host] = str(table)

    @external
    def get_ready(self, _host: Address) -> None:
        self._ready[self.msg.sender] = True

    @external
    def begin(self) -> None:
        table = self._table(self.msg.sender)
        for player in table.seated:  # ok: C01
            if not self._ready[Address.from_string(player)]:
                revert('ChessTable: not ready')
        table.playing = True
        self._tables[self.msg.sender] = str(table)
        for player in table.seated:  # ok: C01
            self._ready[Address.from_string(player)] = False
