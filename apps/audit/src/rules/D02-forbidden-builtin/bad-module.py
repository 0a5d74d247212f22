import os as system
from iconservice import *


class Region(IconScoreBase):
    """Says which node group serves a member. The loader refuses the import (D01); its use is a system call as well."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._home = DictDB('home', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def settle(self) -> None:
        region = system.environ.get('REGION', 'kr')  # expect: D02
        self._home[self.msg.sender] = region

    @external(readonly=True)
    def files(self) -> int:
        return len(system.listdir('.'))  # expect: D02

    @external(readonly=True)
    def homeOf(self, _member: Address) -> str:
        return self._home[_member]
