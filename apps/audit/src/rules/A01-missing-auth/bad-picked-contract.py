from iconservice import *

TAG = 'Directory'


class Branch(InterfaceScore):
    @interface
    def keeper(self) -> Address:
        pass


class Directory(IconScoreBase):
    """Whoever keeps a shop may name it here, but for whom: everybody can set up a shop of their own."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._shop_of = DictDB('shop_of', db, value_type=Address)
        self._branch_of = DictDB('branch_of', db, value_type=Address)
        self._words_of = DictDB('words_of', db, value_type=str)
        self._notes_of = DictDB('notes_of', db, value_type=str)
        self._founder_of = DictDB('founder_of', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external
    def name_shop(self, shop: Address, merchant: Address) -> None:
        if self.msg.sender != self.get_owner(shop):
            revert('Directory: not your shop')
        self._shop_of[merchant] = shop  # expect: A01

    @external
    def name_branch(self, shop: Address, merchant: Address) -> None:
        branch = self.create_interface_score(shop, Branch)
        if branch.keeper() != self.msg.sender:
            revert('Directory: not your shop')
        self._branch_of[merchant] = shop  # expect: A01

    @external
    def name_own(self, shop: Address) -> None:
        if self.msg.sender != self.get_owner(shop):
            revert('Directory: not your shop')
        self._shop_of[self.msg.sender] = shop  # ok: A01

    @external
    def describe(self, shop: Address, words: str) -> None:
        if self.msg.sender != self.get_owner(shop):
            revert('Directory: not your shop')
        self._words_of[shop] = words  # ok: A01

    @external
    def note(self, shop: Address, notes: str) -> None:
        if self.create_interface_score(shop, Branch).keeper() != self.msg.sender:
            revert('Directory: not your shop')
        self._notes_of[shop] = notes  # ok: A01

    @external
    def found(self, shop: Address, founder: Address) -> None:
        if self.msg.sender != self.get_owner(shop) or founder in self._founder_of:
            revert('Directory: not your shop, or named')
        self._founder_of[founder] = shop  # ok: A01

    @external(readonly=True)
    def entry(self, merchant: Address) -> list:
        return [
            self._shop_of[merchant],
            self._branch_of[merchant],
            self._words_of[merchant],
            self._notes_of[merchant],
            self._founder_of[merchant],
        ]
