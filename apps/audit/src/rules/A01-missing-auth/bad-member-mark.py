from iconservice import *

TAG = 'Chorus'


class Chorus(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._singers = DictDB('singers', db, value_type=bool)
        self._songs = DictDB('songs', db, value_type=str)
        self._liked = DictDB('liked', db, value_type=bool, depth=2)
        self._likes = DictDB('likes', db, value_type=int)
        self._starred = DictDB('starred', db, value_type=bool, depth=2)
        self._coming = DictDB('coming', db, value_type=bool, depth=2)

    def on_install(self, _first: Address) -> None:
        super().on_install()
        self._singers[_first] = True

    def on_update(self) -> None:
        super().on_update()

    def _only_singers(self) -> None:
        if not self._singers[self.msg.sender]:
            revert(f'{TAG}: singers only')

    @external
    def welcome(self, _singer: Address) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: owner only')
        self._singers[_singer] = True

    # only singers take it back, so only singers were meant to have it
    @external
    def like(self, _song: str) -> None:
        if self._liked[_song][self.msg.sender]:
            revert(f'{TAG}: liked before')
        self._liked[_song][self.msg.sender] = True  # expect: A01 as high
        self._likes[_song] += 1

    @external
    def dislike(self, _song: str) -> None:
        self._only_singers()
        if not self._liked[_song][self.msg.sender]:
            revert(f'{TAG}: not liked')
        self._liked[_song][self.msg.sender] = False
        self._likes[_song] -= 1

    @external
    def star(self, _song: str) -> None:
        self._only_singers()
        self._starred[_song][self.msg.sender] = True  # ok: A01

    # whoever takes back their own loses by it
    @external
    def unstar(self, _song: str) -> None:
        self._starred[_song][self.msg.sender] = False  # ok: A01

    # guests may come, and nobody asks for a singer
    @external
    def come(self, _evening: str) -> None:
        self._coming[_evening][self.msg.sender] = True  # ok: A01

    @external
    def stay_away(self, _evening: str) -> None:
        if not self._coming[_evening][self.msg.sender]:
            revert(f'{TAG}: not coming')
        self._coming[_evening][self.msg.sender] = False
