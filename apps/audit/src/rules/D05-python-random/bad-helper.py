from iconservice import IconScoreBase, IconScoreDatabase, VarDB, DictDB, Address, external, eventlog, revert
from random import choice as pick
from uuid import uuid4
import os
import secrets

SUITS = ('spade', 'heart', 'club', 'diamond')


def fresh_ticket() -> str:
    return uuid4().hex  # expect: D05


class Dealer:
    def suit(self) -> str:
        return pick(SUITS)  # expect: D05

    def salt(self) -> bytes:
        return os.urandom(16)  # expect: D05


class CardTable(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.ticket_of = DictDB('ticket_of', db, value_type=str)
        self.suit = VarDB('suit', db, value_type=str)
        self.salt = VarDB('salt', db, value_type=bytes)

    def on_install(self) -> None:
        super().on_install()
        self.salt.set(secrets.token_bytes(32))  # expect: D05

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def Dealt(self, suit: str):
        pass

    @external
    def sit_down(self) -> None:
        self.ticket_of[self.msg.sender] = fresh_ticket()

    @external
    def deal(self) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner deals')
        suit = Dealer().suit()
        self.suit.set(suit)
        self.Dealt(suit)

    @external
    def shuffle(self) -> None:
        from numpy import random as npr
        if self.msg.sender != self.owner:
            revert('only the owner shuffles')
        suit = SUITS[int(npr.randint(0, 4))]  # expect: D05
        self.suit.set(suit)
        self.Dealt(suit)

    @external(readonly=True)
    def get_ticket(self, player: Address) -> str:
        return self.ticket_of[player]
