from iconservice import *

TAG = 'CardTable'


class CardTable(IconScoreBase):
    """A limit on one way in is none where another way in has no limit, or where the caller brings the text."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._tables = DictDB('tables', db, value_type=str)
        self._menus = DictDB('menus', db, value_type=str)
        self._ready = DictDB('ready', db, value_type=bool)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def set_up(self, _stake: int) -> None:
        self._tables[self.msg.sender] = json_dumps({'stake': _stake, 'seated': []})
        self._menus[self.msg.sender] = json_dumps({'dishes': []})

    @external
    def sit_down(self, _host: Address) -> None:
        table = json_loads(self._tables[_host])
        if len(table['seated']) > 3:
            revert('CardTable: taken')
        table['seated'].append(str(self.msg.sender))
        self._tables[_host] = json_dumps(table)

    @external
    def squeeze_in(self, _host: Address) -> None:
        table = json_loads(self._tables[_host])
        table['seated'].append(str(self.msg.sender))
        self._tables[_host] = json_dumps(table)

    @external
    def write_menu(self, _dishes: str) -> None:
        self._menus[self.msg.sender] = json_dumps({'dishes': json_loads(_dishes)})

    @external
    def begin(self, _host: Address) -> None:
        for player in json_loads(self._tables[_host])['seated']:  # expect: C01
            self._ready[player] = True

    @external
    def serve(self, _host: Address) -> None:
        for dish in json_loads(self._menus[_host])['dishes']:  # expect: C01
            self._ready[dish] = True
