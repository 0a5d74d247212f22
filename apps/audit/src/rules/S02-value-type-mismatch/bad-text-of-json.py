from iconservice import *

TAG = 'Lamps'


class Lamps(IconScoreBase):
    """An address in JSON is a text until it is made one."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._vault = VarDB('vault', db, value_type=Address)
        self._name = VarDB('name', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def set_up(self, _config: str) -> None:
        if self.msg.sender != self.owner:
            revert('Lamps: owner only')
        config = json_loads(_config)
        self._token.set(config['token'])  # expect: S02
        self._vault.set(Address.from_string(config['vault']))  # ok: S02
        self._name.set(config['name'])  # ok: S02
