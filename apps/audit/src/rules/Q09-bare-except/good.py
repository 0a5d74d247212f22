from iconservice import *

TAG = 'Mailbox'
MAX_TEXT = 500


class Mailbox(IconScoreBase):

    @eventlog(indexed=2)
    def Posted(self, _from: Address, _to: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._letters = DictDB('letters', db, value_type=str)
        self._pages = DictDB('pages', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    def _malformed(self) -> None:
        revert('Mailbox: malformed letter')

    def _address(self, _text: str) -> Address:
        try:
            return Address.from_string(_text)
        except:  # ok: Q09
            revert('Mailbox: not an address')

    def _page_count(self, _letter: str) -> int:
        try:
            return len(json_loads(_letter)['pages'])
        except BaseException:  # ok: Q09
            self._malformed()

    @external(readonly=True)
    def letter(self, _to: Address) -> str:
        return self._letters[_to]

    @external(readonly=True)
    def pages(self, _to: Address) -> int:
        return self._pages[_to]

    @external(readonly=True)
    def isLetter(self, _letter: str) -> bool:
        try:
            return isinstance(json_loads(_letter), dict)
        except ValueError:  # ok: Q09
            return False

    @external
    def post(self, _to: str, _letter: str) -> None:
        if len(_letter) > MAX_TEXT:
            revert('Mailbox: too long')
        to = self._address(_to)
        pages = self._page_count(_letter)
        if self._letters[to] != '':
            revert('Mailbox: not read yet')
        self._letters[to] = _letter
        self._pages[to] = pages
        self.Posted(self.msg.sender, to)
