from iconservice import *

TAG = 'TreeRegister'


class TreeRegister(IconScoreBase):
    """Every tree has a number; the finder writes its height."""

    _HEIGHT = 'height'
    _FINDER = 'finder'

    @eventlog(indexed=1)
    def Measured(self, _tree: int, _height: int):
        pass

    @eventlog(indexed=1)
    def Found(self, _tree: int, _finder: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._height = DictDB(self._HEIGHT, db, int)
        self._finder = DictDB(self._FINDER, db, Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _exists(self, tree: int) -> bool:
        return self._finder[tree] is not None

    def _is_finder(self, tree: int) -> bool:
        return self._finder[tree] == self.msg.sender

    @external
    def find(self, _tree: int) -> None:
        if self._exists(_tree):  # ok: F04
            revert('TreeRegister: found already')
        self._finder[_tree] = self.msg.sender
        self.Found(_tree, self.msg.sender)

    @external
    def measure(self, _tree: int, _height: int) -> None:
        self._exists(_tree)  # expect: F04
        self._is_finder(_tree)  # expect: F04
        if _height <= 0:
            revert('TreeRegister: height must be positive')
        self._height[_tree] = _height
        self.Measured(_tree, _height)

    @external(readonly=True)
    def heightOf(self, _tree: int) -> int:
        return self._height[_tree]
