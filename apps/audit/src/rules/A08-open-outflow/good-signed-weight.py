from iconservice import *

TAG = 'Ferry'


class Ferry(IconScoreBase):
    """What was put aboard elsewhere is paid here once keepers of enough weight have signed for it."""

    @eventlog(indexed=2)
    def Landed(self, _to: Address, _amount: int):
        pass

    @eventlog(indexed=1)
    def WeightSet(self, _keeper: Address, _weight: int):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._weight = DictDB('weight', db, value_type=int)
        self._needed = VarDB('needed', db, value_type=int)
        self._landed = DictDB('landed', db, value_type=bool)

    def on_install(self, _needed: int) -> None:
        super().on_install()
        if _needed <= 0:
            revert('Ferry: weight')
        self._needed.set(_needed)

    def on_update(self) -> None:
        super().on_update()

    @external
    def set_weight(self, _keeper: Address, _weight: int) -> None:
        if self.msg.sender != self.owner or _weight < 0:
            revert('Ferry: owner only')
        self._weight[_keeper] = _weight
        self.WeightSet(_keeper, _weight)

    @payable
    def fallback(self) -> None:
        if self.msg.sender != self.owner:
            revert('Ferry: owner only')

    def _signer(self, digest: bytes, signature: bytes) -> Address:
        if len(signature) != 65:
            return None
        key = recover_key(digest, signature)
        return None if key is None else create_address_with_key(key)

    @external
    def land(self, _number: int, _to: Address, _amount: int, _signatures: str) -> None:
        digest = sha3_256(f'{self.address}/{_number}/{_to}/{_amount}'.encode())
        if _amount <= 0 or self._landed[digest]:
            revert('Ferry: landed already')
        signatures = _signatures.split(',')
        if len(signatures) > 20:
            revert('Ferry: too many')
        weight = 0
        seen = []
        for signature in signatures:
            keeper = self._signer(digest, bytes.fromhex(signature))
            if keeper is None or keeper in seen:
                continue
            seen.append(keeper)
            weight += self._weight[keeper]
        if weight < self._needed.get():
            revert('Ferry: not enough keepers')
        self._landed[digest] = True
        self.Landed(_to, _amount)
        self.icx.transfer(_to, _amount)  # ok: A08
