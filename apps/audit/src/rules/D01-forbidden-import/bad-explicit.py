from iconservice import IconScoreBase, IconScoreDatabase, VarDB, external, eventlog, revert
from iconservice import Optional, wraps  # expect: D01
from iconservice.base.address import Address  # expect: D01

try:
    from hashlib import sha256 as digest  # expect: D01
except ImportError:
    digest = None


def only_owner(func):
    @wraps(func)
    def inner(self, *args, **kwargs):
        if self.msg.sender != self.owner:
            revert('only the owner')
        return func(self, *args, **kwargs)
    return inner


class PriceBoard(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self.reporter = VarDB('reporter', db, value_type=Address)
        self.fingerprint = VarDB('fingerprint', db, value_type=bytes)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog
    def ReporterSet(self, reporter: Address):
        pass

    @eventlog
    def Published(self, fingerprint: bytes):
        pass

    @external
    @only_owner
    def set_reporter(self, reporter: Address) -> None:
        self.reporter.set(reporter)
        self.ReporterSet(reporter)

    @external
    def publish(self, document: bytes) -> None:
        import base64  # expect: D01
        if self.msg.sender != self.reporter.get():
            revert('only the reporter')
        fingerprint = digest(base64.b64decode(document)).digest()
        self.fingerprint.set(fingerprint)
        self.Published(fingerprint)

    def _reporter(self) -> Optional[Address]:
        return self.reporter.get()

    @external(readonly=True)
    def get_reporter(self) -> Address:
        return self._reporter()
