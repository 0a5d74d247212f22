import { describe, expect, it } from 'vitest';
import { MOST_ITERATIONS, startScram } from './scram.ts';

// The example of RFC 7677, section 3.
const nonce = 'rOprNGfwEbeRWgbNEkqO';
const serverNonce = `${nonce}%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0`;
const challenge = `r=${serverNonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`;
const serverFinal = 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=';
const scram = startScram({ user: 'user', nonce });

describe('SCRAM-SHA-256', () => {
  it('says what the example of RFC 7677 says', () => {
    expect(scram.first).toBe(`n,,n=user,r=${nonce}`);
    const proof = scram.answer(challenge, 'pencil');
    expect(proof.final).toBe(`c=biws,r=${serverNonce},p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=`);
    expect(() => proof.check(serverFinal)).not.toThrow();
  });

  it('takes no server for the right one that does not know the password', () => {
    const proof = scram.answer(challenge, 'pen');
    for (const said of [serverFinal, 'v=', 'v=????', 'nonsense', ''])
      expect(() => proof.check(said)).toThrow('signature is wrong');
  });

  it('knows a refusal in the last message', () => {
    expect(() => scram.answer(challenge, 'pencil').check('e=invalid-proof')).toThrow('invalid-proof');
  });

  it('never says the same twice', () => {
    expect(startScram().first).not.toBe(startScram().first);
  });

  it('is the same for a password however it is typed', () => {
    const proofOf = (password: string): string => scram.answer(challenge, password).final;
    expect(proofOf('마당'.normalize('NFD'))).toBe(proofOf('마당'));
    expect(proofOf('a\u00a0b\u00adc')).toBe(proofOf('a bc'));
    expect(proofOf('a b')).not.toBe(proofOf('ab'));
  });

  it.each([
    ['another nonce', challenge.replace(nonce, 'another')],
    ['our nonce alone', challenge.replace(serverNonce, nonce)],
    ['a salt that is not base64', challenge.replace('W22', '?!')],
    ['no rounds', challenge.replace('i=4096', 'i=0')],
    ['fewer than no rounds', challenge.replace('i=4096', 'i=-1')],
    ['rounds for ever', challenge.replace('i=4096', `i=${MOST_ITERATIONS + 1}`)],
    ['rounds beyond any number', challenge.replace('i=4096', `i=${'9'.repeat(400)}`)],
    ['an extension that must be understood', `m=strange,${challenge}`],
    ['nothing', ''],
  ])('refuses a challenge with %s', (_, hostile) => {
    expect(() => scram.answer(hostile, 'pencil')).toThrow(
      expect.objectContaining({ name: 'Fault' }) as Error,
    );
  });
});
