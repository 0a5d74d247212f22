from iconservice import *

from . import http


class Links(IconScoreBase):
    """Addresses of documents. `http` is a module of this package that only joins text."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._paths = DictDB('paths', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def setPath(self, _path: str) -> None:
        if len(_path) > 100:
            revert('Links: path too long')
        self._paths[self.msg.sender] = _path

    @external(readonly=True)
    def link(self, _who: Address) -> str:
        return http.get('docs.example.com', self._paths[_who])  # ok: D03
