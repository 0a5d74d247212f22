from iconservice import *

TAG = 'Deeds'


class Deeds(IconScoreBase):

    @eventlog(indexed=1)
    def Registered(self, _deed: int, _holder: Address):
        pass

    @eventlog
    def ClerkChanged(self, _clerk: Address):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._clerk = VarDB('clerk', db, value_type=Address)
        self._count = VarDB('count', db, value_type=int)
        self._proof = VarDB('proof', db, value_type=bytes)
        self._notes = VarDB('notes', db, value_type=str)
        self._weight = DictDB('weight', db, value_type=int)
        self._holder = DictDB('holder', db, value_type=Address)
        self._valid = DictDB('valid', db, value_type=bool)
        self._holders = ArrayDB('holders', db, value_type=str)

    def on_install(self, _clerk: str) -> None:
        super().on_install()
        self._clerk.set(Address.from_string(_clerk))  # ok: S02
        self._count.set(int('0'))  # ok: S02

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def holder(self, _deed: int) -> Address:
        return self._holder[_deed]

    @external
    def set_clerk(self, _clerk: Address):
        if self.msg.sender != self.owner:
            revert('Only the owner')
        self._clerk.set(_clerk)  # ok: S02
        self.ClerkChanged(_clerk)

    @external
    def register(self, _holder: Address, _text: str, _details: str):
        if self.msg.sender != self._clerk.get():
            revert('Only the clerk')
        deed = self._count.get() + 1
        self._count.set(deed)  # ok: S02
        self._holder[deed] = _holder  # ok: S02
        self._valid[deed] = len(_text) > 0  # ok: S02
        self._holders.put(str(_holder))  # ok: S02
        self._proof.set(sha3_256(_text.encode()))  # ok: S02
        details = json_loads(_details)
        if not isinstance(details['weight'], int) or details['weight'] <= 0:
            revert('The weight must be positive')
        self._weight[deed] = details['weight']  # ok: S02
        self._notes.set(json_dumps(details))  # ok: S02
        self.Registered(deed, _holder)
