from iconservice import IconScoreBase, IconScoreDatabase, InterfaceScore, Address, DictDB, VarDB, external, interface, eventlog, revert, json_loads

TAG = 'Invites'


class Directory(InterfaceScore):
    @interface
    def members(self) -> list:
        pass


class Book(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._invited = DictDB('invited', db, value_type=bool)
        self._directory = VarDB('directory', db, value_type=Address)

    def on_install(self, directory: Address) -> None:
        super().on_install()
        self._directory.set(directory)

    def _must_be_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('owner only')

    def _invite_all(self, names: list) -> None:
        for name in names:  # expect: C01
            self._invited[str(name)] = True


class Invites(Book):

    @eventlog
    def Invited(self, note: str):
        pass

    @external(readonly=True)
    def is_invited(self, name: str) -> bool:
        return self._invited[name]

    @external
    def invite(self, names: str) -> None:
        self._must_be_owner()
        self._invite_all(json_loads(names))
        self.Invited('list')

    @external
    def invite_line(self, line: str) -> None:
        self._must_be_owner()
        for name in line.split(','):  # expect: C01
            self._invited[name] = True
        self.Invited('line')

    @external
    def invite_members(self) -> None:
        self._must_be_owner()
        directory = self.create_interface_score(self._directory.get(), Directory)
        people = directory.members()
        for person in people:  # expect: C01
            self._invited[str(person)] = True
