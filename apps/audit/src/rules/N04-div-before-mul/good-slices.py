from iconservice import *

TAG = 'Parcels'
PIECES = 8


class Parcels(IconScoreBase):

    @eventlog
    def Unpacked(self, piece: bytes):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def unpack(self, data: bytes) -> None:
        size = len(data) // PIECES
        for place in range(PIECES):
            self.Unpacked(data[size * place:size * (place + 1)])  # ok: N04
