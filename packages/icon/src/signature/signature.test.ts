import { RECORDINGS } from '@madang/localnet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../../test/recorded.ts';
import { hashFromBytes, transactionId } from '../index.ts';
import {
  addressFromPrivateKey,
  addressFromPublicKey,
  recoverSigner,
  sign,
  verifyTransaction,
} from './index.ts';

// V1 goloop doc/jsonrpc_v3.md, V2 icon-sdk-js, V3 ICON's signature guide, V4 goloop common/crypto. The keys of V2 and V3 do
// not belong to the sender that their documents name: a node would refuse both.
const V1 = {
  transaction: {
    version: '0x3',
    from: 'hx84f6c686fba03bc7ca65d15ae844ee56ff24a32b',
    to: 'hx244deea00413d85c6637e7fdd53afa697f29d08f',
    nid: '0x1',
    stepLimit: '0x3e8',
    timestamp: '0x58a14bfe9b904',
    value: '0xa',
  },
  signer: 'hx84f6c686fba03bc7ca65d15ae844ee56ff24a32b',
  signature: 'tCUwOb6vsaUKy+NYvmzdJYC0jm3Erd5cR6wKnVuAjzMOECC+t/oK7fG/Tz2Y3C25o0AfCmbneXpias6xco+43wE=',
};
const V2 = {
  key: '38f792b95a5202ab431bfc799f7e1e5c74ec0b9ede5c6142ee7364f2c84d72f6',
  transaction: {
    version: '0x3',
    from: 'hx46293d558d3bd489c3715e7e3648de0e35086bfd',
    to: 'hx87a90bfe8ed49e1a25184ce77fa0d9c4b0484d6a',
    nid: '0x3',
    nonce: '0x1',
    stepLimit: '0x186a0',
    timestamp: '0x57ccd6ba074f8',
    value: '0x7',
  },
  signer: 'hx902ecb51c109183ace539f247b4ea1347fbf23b5',
  signature: 'YV3eNgVjLFwXS65BkyEGG6R3RSIJxe/s6JeMxD4iBdhRCRYPFtjODshPK71tqpMSV/DakSiL+lC90KgRBh7FtwE=',
};
const V3 = {
  key: '8730912aefed42ac058fd3f6fd7675381104d439b3e11f171f5452d4f9196d4c',
  transaction: {
    version: '0x3',
    from: 'hxbe258ceb872e08851f1f59694dac2558708ece11',
    to: 'cxb0776ee37f5b45bfaea8cff1d8232fbb6122ec32',
    stepLimit: '0x12345',
    timestamp: '0x563a6cf330136',
    nid: '0x1',
    value: '0xde0b6b3a7640000',
  },
  signer: 'hx203fde4b4d0fb014dc62d1cd3981e39ad4962891',
  signature: 'HNsFOK1qRkVKMB8ePZhKg/ELmT53MmnZn4ftt2sD69VdobB94BT0h52Bb8ven53186A9u+eIiIiWrSu8VjMUpwE=',
};
const V4 = {
  key: 'ca158b1d3c81c492e7785a3bba6aa755e07c28d2711811e7014bcf911ea2643b',
  transaction: {
    from: 'hx57b8365292c115d3b72d948272cc4d788fa91f64',
    to: 'hx57b8365292c115d3b72d948272cc4d788fa91f64',
    value: '0xde0b6b3a7640000',
    fee: '0x2386f26fc10000',
    timestamp: '1538976759263551',
  },
  signer: 'hx57b8365292c115d3b72d948272cc4d788fa91f64',
  signature: 'QBHeMMBDAqI1JADfPRRZ1th5lYDc6yWfRdsdmSQ6jQxk9Ui3d2y5PjdXm4MPw+/OQeEuCVjNqfjF/K1oLGEHlQA=',
};

describe('the known signatures', () => {
  it.each([
    ['V1', V1],
    ['V2', V2],
    ['V3', V3],
    ['V4', V4],
  ])('%s recovers to its signer', (_, { transaction, signature, signer }) => {
    expect(recoverSigner(transactionId(transaction), signature)).toBe(signer);
  });

  it.each([
    ['V2', V2],
    ['V3', V3],
    ['V4', V4],
  ])('%s is what its key makes, byte for byte', (_, { key, transaction, signature, signer }) => {
    expect(addressFromPrivateKey(Buffer.from(key, 'hex'))).toBe(signer);
    expect(sign(transactionId(transaction), Buffer.from(key, 'hex'))).toBe(signature);
  });

  it.each([
    ['V1', 'valid', V1],
    ['V2', 'other signer', V2],
    ['V3', 'other signer', V3],
    ['V4', 'valid', V4],
  ] as const)('%s is %s', (_, verdict, { transaction, signature }) => {
    expect(verifyTransaction({ ...transaction, signature })).toBe(verdict);
  });
});

describe('verifyTransaction', () => {
  const signed = { ...V1.transaction, signature: V1.signature };

  it.each(['value', 'to', 'timestamp', 'nid', 'stepLimit'] as const)('notices a change of %s', (member) => {
    expect(verifyTransaction({ ...signed, [member]: `${signed[member].slice(0, -1)}5` })).toBe(
      'other signer',
    );
  });

  it('notices a member that is added, and none that a node adds', () => {
    expect(verifyTransaction({ ...signed, nonce: '0x1' })).toBe('other signer');
    expect(verifyTransaction({ ...signed, txHash: '0x12', blockHeight: '0x1', txIndex: '0x0' })).toBe(
      'valid',
    );
  });

  it('notices another sender', () => {
    expect(verifyTransaction({ ...signed, from: V2.signer })).toBe('other signer');
  });

  it.each([
    ['no signature', { ...signed, signature: undefined }],
    ['a null signature', { ...signed, signature: null }],
    ['a short signature', { ...signed, signature: 'AAAA' }],
    ['a signature of zeros', { ...signed, signature: Buffer.alloc(65).toString('base64') }],
    ['a signature of ones', { ...signed, signature: Buffer.alloc(65, 255).toString('base64') }],
    ['a signature in hexadecimal', { ...signed, signature: '0x' + 'ab'.repeat(65) }],
    ['no sender', { ...signed, from: undefined }],
    ['a truth value in its data', { ...signed, data: true }],
    ['a number beyond 2^53', { ...signed, data: 2 ** 60 }],
    ['nothing', null],
    ['a list', [signed]],
  ])('finds %s malformed', (_, transaction) => {
    expect(verifyTransaction(transaction)).toBe('malformed');
  });
});

describe('recoverSigner', () => {
  const bytes = Buffer.from(V1.signature, 'base64');
  const id = transactionId(V1.transaction);

  it.each([2, 4, 27, 255])('does not take %d for which key it is', (v) => {
    const signature = Buffer.concat([bytes.subarray(0, 64), Buffer.of(v)]).toString('base64');
    expect(() => recoverSigner(id, signature)).toThrow(/^the signature is /);
  });

  it('says which text is no signature and why', () => {
    expect(() => recoverSigner(id, 'tCUwOb6v')).toThrow(/"tCUwOb6v", but must be base64 of 65 bytes/);
    expect(() => recoverSigner('0x12', V1.signature)).toThrow(/64 hexadecimal digits/);
  });
});

describe('keys', () => {
  it('sign and come back as their address, whatever they sign', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const keys = fc.bigInt({ min: 1n, max: 2n ** 255n }).map((key) => key.toString(16).padStart(64, '0'));
    fc.assert(
      fc.property(bytes, keys, (digest, hex) => {
        const key = Buffer.from(hex, 'hex');
        const id = hashFromBytes(digest);
        expect(recoverSigner(id, sign(id, key))).toBe(addressFromPrivateKey(key));
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['too short', Buffer.alloc(31, 1)],
    ['too long', Buffer.alloc(33, 1)],
    ['zero', Buffer.alloc(32)],
    ['beyond the order of the curve', Buffer.alloc(32, 255)],
  ])('that are %s are refused and not shown', (_, key) => {
    const refused = () => sign(transactionId(V1.transaction), key);
    expect(refused).toThrow(expect.objectContaining({ code: 'ICON_KEY_UNUSABLE' }));
    expect(refused).toThrow(/^(?!.*(0101|ffff))/);
    expect(() => addressFromPrivateKey(key)).toThrow(/secp256k1/);
  });

  it('that are public give the same address in both forms', () => {
    // The point of the private key 1.
    const x = '79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798';
    const y = '483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8';
    const one = addressFromPrivateKey(Buffer.from('1'.padStart(64, '0'), 'hex'));
    expect(addressFromPublicKey(Buffer.from(`04${x}${y}`, 'hex'))).toBe(one);
    expect(addressFromPublicKey(Buffer.from(`02${x}`, 'hex'))).toBe(one);
    expect(() => addressFromPublicKey(Buffer.from(`04${y}${x}`, 'hex'))).toThrow(/a point of secp256k1/);
  });
});

describe('the signatures of recorded chains', () => {
  it('are missing where nobody signs', async () => {
    const { blocks } = await readRecorded(RECORDINGS.auditChain);
    const genesis = blocks[0]!.transactions[0]!;
    expect(genesis.kind).toBe('genesis');
    expect(verifyTransaction(genesis.raw)).toBe('malformed');
  });

  it('are not interchangeable', async () => {
    const { blocks } = await readRecorded(RECORDINGS.auditChain);
    const [one, two] = blocks
      .flatMap((block) => block.transactions)
      .filter(({ signature }) => signature !== null);
    expect(verifyTransaction({ ...one!.raw, signature: two!.signature })).toBe('other signer');
  });
});
