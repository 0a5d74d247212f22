/** What {@link IRC31} does, in Python. */
export const IRC31_SOURCE = `from iconservice import *

NOBODY = Address.from_string('hx' + '0' * 40)


class MultiTokenReceiver(InterfaceScore):
    @interface
    def onIRC31Received(self, _operator: Address, _from: Address, _id: int, _value: int, _data: bytes):
        pass

    @interface
    def onIRC31BatchReceived(self, _operator: Address, _from: Address, _ids: List[int], _values: List[int], _data: bytes):
        pass


class MultiToken(IconScoreBase):
    """Many kinds of tokens in one contract, by the IRC31 standard. Anyone may mint."""

    @eventlog(indexed=3)
    def TransferSingle(self, _operator: Address, _from: Address, _to: Address, _id: int, _value: int):
        pass

    @eventlog(indexed=3)
    def TransferBatch(self, _operator: Address, _from: Address, _to: Address, _ids: bytes, _values: bytes):
        pass

    @eventlog(indexed=2)
    def ApprovalForAll(self, _owner: Address, _operator: Address, _approved: bool):
        pass

    @eventlog(indexed=1)
    def URI(self, _id: int, _value: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._balances = DictDB('balances', db, value_type=int, depth=2)
        self._operators = DictDB('operators', db, value_type=bool, depth=2)
        self._uris = DictDB('uris', db, value_type=str)

    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def balanceOf(self, _owner: Address, _id: int) -> int:
        return self._balances[_id][_owner]

    @external(readonly=True)
    def balanceOfBatch(self, _owners: List[Address], _ids: List[int]) -> list:
        self._must_be_pairs(_owners, _ids)
        return [self._balances[token][owner] for owner, token in zip(_owners, _ids)]

    @external(readonly=True)
    def tokenURI(self, _id: int) -> str:
        return self._uris[_id]

    @external(readonly=True)
    def isApprovedForAll(self, _owner: Address, _operator: Address) -> bool:
        return self._operators[_owner][_operator]

    @external
    def setApprovalForAll(self, _operator: Address, _approved: bool):
        self._operators[self.msg.sender][_operator] = _approved
        self.ApprovalForAll(self.msg.sender, _operator, _approved)

    @external
    def mint(self, _to: Address, _id: int, _supply: int, _uri: str):
        if _supply < 0:
            revert('Amounts below zero do not exist', 9)
        self._balances[_id][_to] += _supply
        self._uris[_id] = _uri
        self.TransferSingle(self.msg.sender, NOBODY, _to, _id, _supply)
        self.URI(_id, _uri)

    @external
    def transferFrom(self, _from: Address, _to: Address, _id: int, _value: int, _data: bytes = None):
        operator = self._must_be_approved(_from)
        self._hand_over(_from, _to, _id, _value)
        self.TransferSingle(operator, _from, _to, _id, _value)
        if _to.is_contract:
            receiver = self.create_interface_score(_to, MultiTokenReceiver)
            receiver.onIRC31Received(operator, _from, _id, _value, b'' if _data is None else _data)

    @external
    def transferFromBatch(self, _from: Address, _to: Address, _ids: List[int], _values: List[int], _data: bytes = None):
        operator = self._must_be_approved(_from)
        self._must_be_pairs(_ids, _values)
        for token, value in zip(_ids, _values):
            self._hand_over(_from, _to, token, value)
        self.TransferBatch(operator, _from, _to, encode_list(_ids), encode_list(_values))
        if _to.is_contract:
            receiver = self.create_interface_score(_to, MultiTokenReceiver)
            receiver.onIRC31BatchReceived(operator, _from, _ids, _values, b'' if _data is None else _data)

    def _must_be_approved(self, owner: Address) -> Address:
        operator = self.msg.sender
        if operator != owner and not self._operators[owner][operator]:
            revert('The owner has not approved this operator', 10)
        return operator

    def _must_be_pairs(self, some: list, others: list):
        if len(some) != len(others):
            revert('The lists are not equally long', 11)

    def _hand_over(self, sender: Address, receiver: Address, token: int, value: int):
        balance = self._balances[token][sender]
        if value < 0 or balance < value:
            revert('The balance does not cover this', 9)
        self._balances[token][sender] = balance - value
        self._balances[token][receiver] += value


def encode_list(integers: list) -> bytes:
    content = b''.join([encode_integer(integer) for integer in integers])
    return header(0xc0, len(content)) + content


def encode_integer(integer: int) -> bytes:
    size = (integer + (integer < 0)).bit_length() // 8 + 1
    content = integer.to_bytes(size, 'big', signed=True)
    if size == 1 and content[0] < 0x80:
        return content
    return header(0x80, size) + content


def header(kind: int, length: int) -> bytes:
    if length <= 55:
        return bytes([kind + length])
    size = length.to_bytes((length.bit_length() + 7) // 8, 'big')
    return bytes([kind + 55 + len(size)]) + size
`;
