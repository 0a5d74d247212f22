from iconservice import *

TAG = 'Cloakroom'


class Cloakroom(IconScoreBase):
    """A ticket that the clerk has noted by its hash is worth one deposit; who brings it says where the coins go."""

    _DEPOSIT = 10 ** 18

    @eventlog(indexed=1)
    def Noted(self, _ticket: bytes):
        pass

    @eventlog(indexed=1)
    def Redeemed(self, _to: Address, _count: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._clerk = VarDB('clerk', db, value_type=Address)
        self._noted = DictDB('noted', db, value_type=bool)
        self._used = DictDB('used', db, value_type=bool)

    def on_install(self, _clerk: Address) -> None:
        super().on_install()
        self._clerk.set(_clerk)

    def on_update(self) -> None:
        super().on_update()

    @external
    @payable
    def bring(self) -> None:
        if self.msg.value != self._DEPOSIT:
            revert('Cloakroom: one deposit')

    @external
    def note(self, _ticket: bytes) -> None:
        if self.msg.sender != self._clerk.get():
            revert('Cloakroom: only the clerk')
        self._noted[_ticket] = True
        self.Noted(_ticket)

    @external
    def redeem(self, _secret: bytes, _to: Address) -> None:
        self._use(_secret, _to)
        self.Redeemed(_to, 1)
        self.icx.transfer(_to, self._DEPOSIT)  # ok: A08

    @external
    def redeem_many(self, _secrets: str, _to: Address) -> None:
        secrets = [part.strip() for part in _secrets.split(',')]  # ok: C01
        count = len(secrets)
        if count > 5:
            revert('Cloakroom: five tickets at most')
        for secret in secrets:
            self._use(secret.encode(), _to)
        self.Redeemed(_to, count)
        self.icx.transfer(_to, self._DEPOSIT * count)  # ok: A08

    def _use(self, _secret: bytes, _to: Address) -> None:
        ticket = sha3_256(_secret + _to.to_bytes())
        if not self._noted[ticket]:
            revert('Cloakroom: unknown ticket')
        if self._used[ticket]:
            revert('Cloakroom: used before')
        self._used[ticket] = True
