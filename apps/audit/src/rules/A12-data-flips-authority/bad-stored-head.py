from iconservice import *


class Registry(IconScoreBase):
    """Offices keep their own lists; the staff of an office signs entries."""

    @eventlog(indexed=2)
    def Signed(self, office: str, signer: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._head = DictDB('head', db, value_type=Address)
        self._staff = DictDB('staff', db, value_type=bool, depth=2)
        self._entry = DictDB('entry', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def open(self, office: str, head: Address) -> None:
        if self.msg.sender != self.owner:
            revert('Registry: owner only')
        self._head[office] = head
        self._staff[office][head] = True

    def _only_staff(self, office: str, who: Address) -> None:
        if not self._staff[office][who]:
            revert('Registry: staff only')

    @external
    def sign(self, office: str, name: str, text: str, how: str) -> None:
        signer = self.msg.sender
        if how == 'batch':
            signer = self._head[office]  # expect: A12
        self._only_staff(office, signer)
        self._entry[name] = text
        self.Signed(office, signer)

    @external
    def sign_plain(self, office: str, name: str, text: str, how: str) -> None:
        signer = self.msg.sender
        self._only_staff(office, signer)
        if how == 'batch':
            signer = self._head[office]  # ok: A12
        self._entry[name] = text
        self.Signed(office, signer)
