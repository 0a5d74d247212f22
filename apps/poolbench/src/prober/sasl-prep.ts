// RFC 3454, tables C.1.2 (spaces beyond ASCII) and B.1 (what is commonly mapped to nothing).
const SPACE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/gu;
const NOTHING = /\u00ad|\u034f|\u1806|[\u180b-\u180d]|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff/gu;

/**
 * A password as both sides must write it before they hash it (SASLprep, RFC 4013), so that 마 is the same however it was typed. For a
 * password that SASLprep forbids PostgreSQL falls back to its very bytes; that is not done here.
 */
export function saslPrep(password: string): string {
  return password.replace(SPACE, ' ').replace(NOTHING, '').normalize('NFKC');
}
