from iconservice import *

TAG = 'PuppetTheatre'


class PuppetInterface(InterfaceScore):
    @interface
    def bow(self):
        pass

    @interface
    def dance(self):
        pass


class PuppetTheatre(IconScoreBase):
    """A number that the caller picks at will chooses between fixed payments; a secret, a season or a ticket is something to have."""

    _ANSWER = bytes.fromhex('8a' * 32)

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._act = VarDB('act', db, value_type=int)
        self._ticket = DictDB('ticket', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._act.set(1)

    def on_update(self) -> None:
        super().on_update()

    @payable
    @external
    def endow(self) -> None:
        if self.msg.value <= 0:
            revert('PuppetTheatre: nothing came')

    @external
    def perform(self, _puppet: Address, _what: int) -> None:
        puppet = self.create_interface_score(_puppet, PuppetInterface)
        if _what == 1:
            puppet.bow()
        elif _what == 2:
            puppet.icx(25).bow()  # expect: A08
        elif _what == 3:
            puppet.icx(25).dance()  # ok: A08
        else:
            revert('PuppetTheatre: unknown')

    @external
    def throw_coin(self, _to: Address, _side: str) -> None:
        if _side not in ('heads', 'tails'):
            revert('PuppetTheatre: a coin has two sides')
        self.icx.transfer(_to, 40)  # expect: A08

    @external
    def solve(self, _to: Address, _answer: str) -> None:
        if sha3_256(_answer.encode()) != self._ANSWER:
            revert('PuppetTheatre: wrong')
        self.icx.transfer(_to, 30)  # ok: A08

    @external
    def applaud(self, _to: Address, _act: int) -> None:
        if self.block_height % 1000 != _act:
            revert('PuppetTheatre: too late')
        self.icx.transfer(_to, 35)  # ok: A08

    @external
    def hand_in(self, _kind: int) -> None:
        if _kind == 1 and self._ticket[self.msg.sender] > 0:
            self._ticket[self.msg.sender] = 0
            self.icx.transfer(self.msg.sender, 60)  # ok: A08
