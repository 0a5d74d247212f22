from iconservice import *

TAG = 'Oven'


class Oven(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._heat = VarDB('heat', db, value_type=int)
        self._loaves = ArrayDB('loaves', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def bake(self, _loaf: str, _hot: bool, _slow: bool) -> None:
        if _hot:
            heat = 240
        self._heat.set(heat)  # expect: L18
        if _slow:
            minutes = 60
        elif _hot:
            minutes = 20
        else:
            revert('which way?')
        self._loaves.put(f'{_loaf} {minutes}')  # ok: L18

    @external
    def take(self, _at: int) -> None:
        try:
            loaf = self._loaves[_at]
            self._loaves[_at] = ''
        except IndexError:
            revert(f'no {loaf} at {_at}')  # expect: L18
        if loaf == '':  # ok: L18
            revert('taken')

    @external
    def count(self, _least: int) -> None:
        for loaf in self._loaves:
            longest = loaf
        if _least > 0:
            note = str(_least)
        if _least > 0 and len(longest) > _least:  # ok: L18
            self._loaves.put(note)  # ok: L18
        crumbs += 1  # expect: L18
        self._heat.set(crumbs)

    @external
    def shares(self, _loaves: List[int]) -> None:
        for number, loaf in enumerate(_loaves):
            if number == len(_loaves) - 1:
                self._heat.set(loaf)
            else:
                share = loaf * 2
            if share > 0:  # expect: L18
                self._loaves.put(str(share))
            if number == 0:
                least = loaf
            least = min(least, loaf)  # ok: L18
            if loaf > 3:
                size = 'large'
            else:
                size = 'small'
            self._loaves.put(size)  # ok: L18
