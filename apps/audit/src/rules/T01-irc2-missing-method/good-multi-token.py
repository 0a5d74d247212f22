from iconservice import *

TAG = 'PoolShares'
EOA_ZERO = Address.from_string('hx' + '0' * 40)


class ShareReceiver(InterfaceScore):
    @interface
    def onIRC31Received(self, _operator: Address, _from: Address, _id: int, _value: int, _data: bytes):
        pass


class PoolShares(IconScoreBase):  # ok: T01
    """IRC31: shares of several pools in one contract, so every reader takes an id."""

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._supply = DictDB('supply', db, value_type=int)
        self._shares = DictDB('shares', db, value_type=int, depth=2)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @eventlog(indexed=3)
    def TransferSingle(self, _operator: Address, _from: Address, _to: Address, _id: int, _value: int):
        pass

    @external(readonly=True)
    def name(self) -> str:
        return 'Pool Shares'

    @external(readonly=True)
    def totalSupply(self, _id: int) -> int:
        return self._supply[_id]

    @external(readonly=True)
    def balanceOf(self, _owner: Address, _id: int) -> int:
        return self._shares[_id][_owner]

    @external
    def issue(self, _to: Address, _id: int, _value: int) -> None:
        if self.msg.sender != self.owner:
            revert('Only the owner')
        if _value <= 0:
            revert('Value must be positive')
        self._supply[_id] += _value
        self._shares[_id][_to] += _value
        self.TransferSingle(self.msg.sender, EOA_ZERO, _to, _id, _value)

    @external
    def transfer(self, _to: Address, _value: int, _id: int, _data: bytes = None) -> None:
        sender = self.msg.sender
        if _value <= 0:
            revert('Value must be positive')
        if self._shares[_id][sender] < _value:
            revert('Not enough shares')
        self._shares[_id][sender] -= _value
        self._shares[_id][_to] += _value
        self.TransferSingle(sender, sender, _to, _id, _value)
        if _to.is_contract:
            receiver = self.create_interface_score(_to, ShareReceiver)
            receiver.onIRC31Received(sender, sender, _id, _value, _data)
