from iconservice import *

TAG = 'GiftCards'


class GiftCards(IconScoreBase):
    """No flag is needed where the thing itself is used up."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.value = DictDB('value', db, int)
        self.holder = DictDB('holder', db, Address)
        self.round = VarDB('round', db, int)
        self.claimed_round = DictDB('claimed_round', db, int)
        self.bonus = VarDB('bonus', db, int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def CardSold(self, card: int, value: int):
        pass

    @eventlog(indexed=1)
    def Redeemed(self, card: int, value: int):
        pass

    @eventlog(indexed=1)
    def BonusRound(self, number: int, bonus: int):
        pass

    @eventlog(indexed=1)
    def BonusClaimed(self, account: Address, number: int):
        pass

    @external
    @payable
    def sell(self, card: int, holder: Address) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if self.holder[card] is not None or self.msg.value <= 0:
            revert('card in use, or no value')
        self.value[card] = self.msg.value
        self.holder[card] = holder
        self.CardSold(card, self.msg.value)

    @external
    def redeem(self, card: int) -> None:
        if self.holder[card] != self.msg.sender:
            revert('not your card')
        value = self.value[card]
        self.holder.remove(card)
        self.value.remove(card)
        self.Redeemed(card, value)
        self.icx.transfer(self.msg.sender, value)  # ok: F13

    @external
    @payable
    def next_round(self, bonus: int) -> None:
        if self.msg.sender != self.owner:
            revert('only the owner')
        if bonus <= 0 or self.msg.value <= 0:
            revert('a bonus, and the ICX for it')
        number = self.round.get() + 1
        self.round.set(number)
        self.bonus.set(bonus)
        self.BonusRound(number, bonus)

    @external
    def claim_bonus(self, card: int) -> None:
        if self.holder[card] != self.msg.sender:
            revert('not your card')
        number = self.round.get()
        if self.claimed_round[card] >= number:
            revert('claimed in this round')
        self.claimed_round[card] = number
        self.BonusClaimed(self.msg.sender, number)
        self.icx.transfer(self.msg.sender, self.bonus.get())  # ok: F13
