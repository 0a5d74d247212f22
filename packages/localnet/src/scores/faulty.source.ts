/** What {@link FAULTY} does, in Python. */
export const FAULTY_SOURCE = `from iconservice import *

NO_CONTRACT = Address.from_string('cx' + '9' * 40)


class Incomplete(InterfaceScore):
    @interface
    def missing(self):
        pass


class Faulty(IconScoreBase):
    """Its methods fail, each in a way of its own."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._data = DictDB('data', db, value_type=bytes)

    def on_install(self, fail: bool = False) -> None:
        super().on_install()
        if fail:
            revert('This install is meant to fail', 30)

    def on_update(self) -> None:
        super().on_update()

    @external
    def stop(self, code: int, text: str):
        revert(text, code)

    @external
    def divide(self, by: int):
        1 // by

    @external
    def wrongType(self):
        1 + 'one'

    @external
    def loop(self):
        i = 0
        while True:
            self._data[i] = b'x' * 500
            i += 1

    @external
    def callMissing(self, to: Address):
        self.create_interface_score(to, Incomplete).missing()

    @external
    def callNobody(self):
        self.call(NO_CONTRACT, 'anything', {})

    @external
    def recurse(self, depth: int):
        if depth > 0:
            self.call(self.address, 'recurse', {'depth': depth - 1})

    @external
    def spend(self, to: Address, value: int):
        self.icx.transfer(to, value)
`;
