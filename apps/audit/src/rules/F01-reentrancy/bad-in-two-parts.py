from iconservice import *

TAG = 'Larder'


class Taker(InterfaceScore):
    @interface
    def taken(self, _jars: int) -> None:
        pass


class Larder(IconScoreBase):
    """The second part is not held against anything again, or is as much as was there before."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._jars = DictDB('jars', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def bring(self) -> None:
        self._jars[self.msg.sender] += self.msg.value

    def _tell(self, taker: Address, jars: int) -> None:
        self.create_interface_score(taker, Taker).taken(jars)

    @external
    def hand_out(self, _taker: Address, _jars: int) -> None:
        if _jars <= 0 or self._jars[self.msg.sender] < _jars * 2:
            revert(f'{TAG}: not so many')
        self._jars[self.msg.sender] -= _jars
        self._tell(_taker, _jars)  # expect: F01
        self._jars[self.msg.sender] -= _jars
        self.icx.transfer(self.msg.sender, _jars * 2)

    @external
    def empty(self, _taker: Address) -> None:
        jars = self._jars[self.msg.sender]
        if jars < 2:
            revert(f'{TAG}: too few')
        self._jars[self.msg.sender] -= 1
        self._tell(_taker, 1)  # expect: F01
        if self._jars[self.msg.sender] <= 0:
            revert(f'{TAG}: none left')
        self._jars[self.msg.sender] -= jars - 1
        self.icx.transfer(self.msg.sender, jars)
