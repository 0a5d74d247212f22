from iconservice import *

TAG = 'AssayOffice'


def require(condition: bool, message: str = 'refused') -> None:
    if condition is not True:
        revert(message)


class AccessRegistryInterface(InterfaceScore):
    @interface
    def is_operator(self, account: Address) -> bool:
        pass


class AssayOffice(IconScoreBase):
    """Ownership in two steps; operators are kept in another contract."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._admin = VarDB('admin', db, Address)
        self._pending = VarDB('pending_admin', db, Address)
        self._registry = VarDB('registry', db, Address)
        self._grade = DictDB('grade', db, int)
        self._level = DictDB('level', db, int)

    def on_install(self, registry: Address) -> None:
        super().on_install()
        self._admin.set(self.msg.sender)
        self._registry.set(registry)

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=1)
    def AdminProposed(self, account: Address):
        pass

    @eventlog(indexed=1)
    def AdminChanged(self, account: Address):
        pass

    @eventlog(indexed=1)
    def LevelSet(self, account: Address, level: int):
        pass

    @eventlog(indexed=1)
    def Graded(self, item: int, grade: int):
        pass

    def _only_admin(self) -> None:
        require(self.msg.sender == self._admin.get(), 'only the admin')

    def _require_level(self, least: int) -> None:
        # everyone starts at level 0
        require(self._level[self.msg.sender] >= least, 'level too low')

    @external
    def propose_admin(self, account: Address) -> None:
        self._only_admin()
        self._pending.set(account)
        self.AdminProposed(account)

    @external
    def accept_admin(self) -> None:
        caller = self.msg.sender
        require(caller == self._pending.get(), 'only the proposed admin')
        self._admin.set(caller)  # ok: A01
        self._pending.remove()  # ok: A01
        self.AdminChanged(caller)

    @external
    def set_level(self, account: Address, level: int) -> None:
        self._only_admin()
        require(0 <= level <= 3, 'level out of range')
        self._level[account] = level
        self.LevelSet(account, level)

    @external
    def grade(self, item: int, grade: int) -> None:
        self._require_level(2)
        require(item > 0 and 0 < grade <= 10, 'out of range')
        self._grade[item] = grade
        self.Graded(item, grade)

    @external
    def regrade(self, item: int, grade: int) -> None:
        registry = self.create_interface_score(self._registry.get(), AccessRegistryInterface)
        require(registry.is_operator(self.msg.sender), 'only an operator')  # ok: F02
        require(item > 0 and 0 < grade <= 10, 'out of range')
        self._grade[item] = grade
        self.Graded(item, grade)

    @external(readonly=True)
    def grade_of(self, item: int) -> int:
        return self._grade[item]
