from iconservice import *


class Game(InterfaceScore):
    @interface
    def rounds(self) -> int:
        pass


class Ranking(IconScoreBase):
    """What the game tells this contract is no decision of those who run it."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._game = VarDB('game', db, value_type=Address)
        self._best = VarDB('best', db, value_type=str)

    def on_install(self, _game: Address) -> None:
        super().on_install()
        self._game.set(_game)

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def rounds(self) -> int:
        return self.create_interface_score(self._game.get(), Game).rounds()

    @external
    def finished(self, _player: str) -> None:  # ok: T10
        if self.msg.sender != self._game.get():
            revert('only the game')
        self._best.set(_player)
