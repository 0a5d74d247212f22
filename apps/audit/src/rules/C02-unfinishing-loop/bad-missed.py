from iconservice import *

TAG = 'Ledger'
NONE, OPEN, CLOSED = 0, 1, 2


class Ledger(IconScoreBase):
    """Pages are closed one after another; a page that is open takes entries."""

    @eventlog(indexed=1)
    def Closed(self, _page: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._last = VarDB('last', db, value_type=int)
        self._count = VarDB('count', db, value_type=int)
        self._open = VarDB('open', db, value_type=int)
        self._state = DictDB('state', db, value_type=int)
        self._text = DictDB('text', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _check_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert(f'{TAG}: the owner keeps the pages')

    @external
    def add_page(self, _text: str) -> None:
        self._check_owner()
        page = self._count.get() + 1
        self._count.set(page)
        self._open.set(self._open.get() + 1)
        self._state[page] = OPEN
        self._text[page] = _text

    @external
    def close_until(self, _page: int) -> None:
        self._check_owner()
        page = self._last.get()
        while page != _page:  # expect: C02
            page += 1
            self._state[page] = CLOSED
        self._last.set(page)
        self.Closed(page)

    @external
    def close_as_far_as(self, _page: int) -> None:
        self._check_owner()
        page = self._last.get()
        if not page <= _page <= page + 20:
            revert(f'{TAG}: not these pages')
        while page != _page:  # ok: C02
            page += 1
            self._state[page] = CLOSED
        self._last.set(page)
        self.Closed(page)

    @external
    def reopen_from(self, _page: int) -> None:
        self._check_owner()
        page = self._last.get()
        while page != _page:  # expect: C02
            self._state[page] = OPEN
            page -= 1
        self._last.set(page)

    @external
    def close_all(self) -> None:
        self._check_owner()
        page = self._last.get()
        while page != self._count.get():  # ok: C02
            page += 1
            self._state[page] = CLOSED
        self._last.set(page)

    @external(readonly=True)
    def first_open(self) -> int:
        page = 1
        while self._state[page] != OPEN or self._is_blank(page):  # expect: C02
            page += 1
        return page

    @external(readonly=True)
    def any_open(self) -> int:
        if self._open.get() == 0:
            revert(f'{TAG}: none is open')
        page = 1
        while self._state[page] != OPEN:  # ok: C02
            page += 1
        return page

    @external(readonly=True)
    def open_among_all(self) -> int:
        page = 1
        while page <= self._count.get() and self._state[page] != OPEN:  # ok: C02
            page += 1
        return page

    @external(readonly=True)
    def first_open_or_none(self) -> int:
        page = 1
        while self._state[page] != OPEN:  # ok: C02
            if self._state[page] == NONE:
                revert(f'{TAG}: none is open')
            page += 1
        return page

    def _is_blank(self, page: int) -> bool:
        if self._text[page] == '-':
            revert(f'{TAG}: a page that was torn out')
        return self._text[page] == ''
