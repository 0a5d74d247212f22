/** A contract of about as many lines as asked for: desks, each with a store of its own, that share the till, the roles and the helpers. */
export function contractOf(lines: number): string {
  const desks = Array.from(
    { length: Math.max(1, Math.round((lines - HEAD_LINES) / DESK_LINES)) },
    (_, index) => index,
  );
  return [
    HEAD,
    ...desks.map(
      (desk) =>
        `        self._stock_${desk} = DictDB('stock_${desk}', db, value_type=int)\n        self._price_${desk} = VarDB('price_${desk}', db, value_type=int)`,
    ),
    MIDDLE,
    ...desks.map(deskOf),
  ].join('\n');
}

const HEAD = `from iconservice import *

TAG = 'Market'


class Market(IconScoreBase):

    @eventlog(indexed=2)
    def Sold(self, _buyer: Address, _desk: int, _pieces: int):
        pass

    @eventlog(indexed=1)
    def Paid(self, _to: Address, _amount: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner = VarDB('owner', db, value_type=Address)
        self._clerks = DictDB('clerks', db, value_type=bool)
        self._credit = DictDB('credit', db, value_type=int)
        self._closed = VarDB('closed', db, value_type=bool)`;

const MIDDLE = `
    def on_install(self) -> None:
        super().on_install()
        self._owner.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self._owner.get():
            revert(f'{TAG}: not the owner')

    def _only_clerk(self) -> None:
        if not self._clerks[self.msg.sender]:
            revert(f'{TAG}: not a clerk')

    def _only_open(self) -> None:
        if self._closed.get():
            revert(f'{TAG}: closed')

    def _take(self, buyer: Address, amount: int) -> None:
        if amount <= 0:
            revert(f'{TAG}: nothing to pay')
        credit = self._credit[buyer]
        if credit < amount:
            revert(f'{TAG}: too little credit')
        self._credit[buyer] = credit - amount

    @external
    def set_clerk(self, _clerk: Address, _is: bool) -> None:
        self._only_owner()
        self._clerks[_clerk] = _is

    @external
    def set_closed(self, _closed: bool) -> None:
        self._only_owner()
        self._closed.set(_closed)

    @payable
    @external
    def fill(self) -> None:
        self._only_open()
        self._credit[self.msg.sender] += self.msg.value

    @external
    def withdraw(self, _amount: int) -> None:
        self._take(self.msg.sender, _amount)
        self.icx.transfer(self.msg.sender, _amount)
        self.Paid(self.msg.sender, _amount)`;

const deskOf = (desk: number): string => `
    # --- desk ${desk} ---

    @external(readonly=True)
    def price_${desk}(self) -> int:
        return self._price_${desk}.get()

    @external(readonly=True)
    def stock_${desk}(self, _kind: str) -> int:
        return self._stock_${desk}[_kind]

    @external
    def set_price_${desk}(self, _price: int) -> None:
        self._only_owner()
        if _price <= 0:
            revert(f'{TAG}: no price')
        self._price_${desk}.set(_price)

    @external
    def deliver_${desk}(self, _kind: str, _pieces: int) -> None:
        self._only_clerk()
        if _pieces <= 0:
            revert(f'{TAG}: nothing delivered')
        self._stock_${desk}[_kind] += _pieces

    @external
    def buy_${desk}(self, _kind: str, _pieces: int) -> None:
        self._only_open()
        if _pieces <= 0:
            revert(f'{TAG}: nothing bought')
        left = self._stock_${desk}[_kind]
        if left < _pieces:
            revert(f'{TAG}: sold out')
        self._take(self.msg.sender, self._price_${desk}.get() * _pieces)
        self._stock_${desk}[_kind] = left - _pieces
        self.Sold(self.msg.sender, ${desk}, _pieces)`;

const HEAD_LINES = [HEAD, MIDDLE].join('\n').split('\n').length;
/** With its two lines in the constructor. */
const DESK_LINES = deskOf(0).split('\n').length + 2;
