/** What {@link MARKET} does, in Python. */
export const MARKET_SOURCE = `from iconservice import *


class Token(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int, _data: bytes = None):
        pass


class Market(IconScoreBase):
    """Changes coins into a token and back at a rate, sends coins on, and logs values of every type."""

    @eventlog(indexed=2)
    def Bought(self, buyer: Address, token: Address, coins: int, tokens: int):
        pass

    @eventlog
    def Received(self, sender: Address, value: int, data: bytes):
        pass

    @eventlog(indexed=1)
    def Note(self, text: str, number: int, flag: bool, raw: bytes, who: Address):
        pass

    @eventlog
    def Empty(self):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._rate = VarDB('rate', db, value_type=int)

    def on_install(self, token: Address, rate: int) -> None:
        super().on_install()
        self._token.set(token)
        self._rate.set(rate)

    def on_update(self, rate: int) -> None:
        super().on_update()
        self._rate.set(rate)

    @payable
    def fallback(self):
        self.Received(self.msg.sender, self.msg.value, None)

    @external(readonly=True)
    def rate(self) -> int:
        return self._rate.get()

    @external(readonly=True)
    def echo(self, items: List[str]) -> list:
        return items

    @payable
    @external
    def buy(self):
        coins = self.msg.value
        token = self._token.get()
        tokens = coins * self._rate.get()
        self.create_interface_score(token, Token).transfer(self.msg.sender, tokens, b'bought')
        self.Bought(self.msg.sender, token, coins, tokens)

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        if _data == b'reject':
            revert('Tokens sent like this are not taken', 21)
        if _data == b'sell':
            self._sell(_from, _value)
        self.Received(_from, _value, _data)

    @payable
    @external
    def split(self, to: List[Address]):
        share = self.msg.value // len(to)
        for receiver in to:
            self.icx.transfer(receiver, share)

    @external
    def trySend(self, to: Address, value: int):
        sent = self.icx.send(to, value)
        self.Note('send', value, sent, None, to)

    @external
    def note(self, text: str = None, number: int = None, flag: bool = None, raw: bytes = None, who: Address = None):
        self.Note(text, number, flag, raw, who)
        self.Empty()

    @external
    def many(self, count: int):
        for i in range(count):
            self.Note('entry', i, i % 2 == 0, i.to_bytes(4, 'big'), self.msg.sender)

    def _sell(self, seller: Address, tokens: int):
        if self.msg.sender != self._token.get():
            revert('Another token is traded here', 20)
        self.icx.transfer(seller, tokens // self._rate.get())
`;
