from iconservice import *

TAG = 'Raffle'


class Raffle(IconScoreBase):
    """Who gets the rest can be named by anybody: of the one pot at any time, of the other until the raffle has ended."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._school = VarDB('school', db, value_type=Address)
        self._club = VarDB('club', db, value_type=Address)
        self._ended = VarDB('ended', db, value_type=bool)
        self._tickets = DictDB('tickets', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def buy(self) -> None:
        if self._ended.get():
            revert('Raffle: ended')
        self._tickets[self.msg.sender] += self.msg.value

    @external
    def end(self) -> None:
        if self.msg.sender != self.owner:
            revert('Raffle: owner only')
        self._ended.set(True)

    @external
    def name_school(self, _school: Address) -> None:
        self._school.set(_school)

    @external
    def name_club(self, _club: Address) -> None:
        if self._ended.get():
            revert('Raffle: ended')
        self._club.set(_club)

    @external
    def pay_school(self) -> None:
        if not self._ended.get():
            revert('Raffle: not ended')
        self.icx.transfer(self._school.get(), self.icx.get_balance(self.address) // 2)  # expect: A08

    # nobody can name it any more: what is wrong is wrong in name_club
    @external
    def pay_club(self) -> None:
        if not self._ended.get():
            revert('Raffle: not ended')
        self.icx.transfer(self._club.get(), self.icx.get_balance(self.address) // 2)  # ok: A08
