/** A contract with something to tell of: anybody becomes the owner, and a line is printed on each node. */
export const VAULT = `from iconservice import *


class Vault(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner = VarDB('owner', db, value_type=Address)
        self._shares = DictDB('shares', db, value_type=int)

    def on_install(self) -> None:
        super().on_install()
        self._owner.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    def _only_owner(self) -> None:
        if self.msg.sender != self._owner.get():
            revert('not the owner')

    @external
    def set_owner(self, owner: Address) -> None:
        self._owner.set(owner)

    @external
    def drop(self, holder: Address) -> None:
        self._only_owner()
        print('dropped')
        self._shares.remove(holder)

    @external(readonly=True)
    def share_of(self, holder: Address) -> int:
        return self._shares[holder]
`;

export const MANIFEST = '{"version": "1.0.0", "main_module": "vault", "main_score": "Vault"}\n';

export const PACKAGE = { 'package.json': MANIFEST, '__init__.py': '', 'vault.py': VAULT };

/** The number of the line that holds a text, counted from 0. */
export const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length - 1;
