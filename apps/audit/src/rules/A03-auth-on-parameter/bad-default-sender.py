from iconservice import *

TAG = 'NameBook'


class NameBook(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._editors = DictDB('editors', db, value_type=bool)
        self._entries = DictDB('entries', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._editors[self.owner] = True

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def EntryChanged(self, name: str, target: Address):
        pass

    @eventlog(indexed=1)
    def EditorAdded(self, editor: Address):
        pass

    def _must_edit(self, account: Address) -> None:
        if not self._editors[account]:
            revert('NameBook: not an editor')

    # the caller may leave `account` out, or name an editor in it
    @external
    def put(self, name: str, target: Address, account: Address = None) -> None:
        if account is None:
            account = self.msg.sender
        self._must_edit(account)  # expect: A03
        self._entries[name] = target
        self.EntryChanged(name, target)

    @external
    def add_editor(self, editor: Address, by: Address = None) -> None:
        who = by if by else self.msg.sender
        self._must_edit(who)  # expect: A03
        self._editors[editor] = True
        self.EditorAdded(editor)

    @external
    def remove(self, name: str) -> None:
        self._must_edit(self.msg.sender)
        self._entries.remove(name)  # ok: A03
        self.EntryChanged(name, self.address)

    @external(readonly=True)
    def get(self, name: str) -> Address:
        return self._entries[name]
