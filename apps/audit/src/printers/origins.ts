import type { Text } from '../catalogue/finding.ts';
import { spellingOf } from '../domain/flow/spelling.ts';
import type { Origin, Value } from '../domain/flow/values.ts';
import type { Module } from '../domain/package/package.ts';
import type { Material } from './material.ts';
import { text } from './words.ts';

/** Where a value comes from, in words: `stored in _chip`, `argument _to`, `the caller`; its spelling where nothing else is known. */
export function originWords(material: Material, value: Value, usedIn: Module): Text {
  const words = [
    ...new Map([...value.origins].map((origin) => [wordsOf(origin).en, wordsOf(origin)])).values(),
  ];
  if (words.length === 0) {
    const spelling = spellingOf(material.facts, value, usedIn);
    return text(spelling, spelling);
  }
  return {
    en: words.map(({ en }) => en).join(', '),
    ko: words.map(({ ko }) => ko).join(', '),
  };
}

const FIXED: Partial<Readonly<Record<Origin['kind'], Text>>> = {
  sender: text('the caller', '호출자'),
  'tx origin': text('the signer', '서명자'),
  owner: text('the owner', '소유자'),
  'own address': text('the contract itself', '컨트랙트 자신'),
  'sent value': text('the ICX sent', '보낸 ICX'),
  'icx balance': text('an ICX balance', 'ICX 잔액'),
  json: text('JSON', 'JSON'),
  float: text('a float', '부동소수'),
};

function wordsOf(origin: Origin): Text {
  switch (origin.kind) {
    case 'parameter':
    case 'argument':
      return text(`argument ${origin.name}`, `인자 ${origin.name}`);
    case 'storage':
      return text(`stored in ${origin.item.name}`, `${origin.item.name}에 저장된 값`);
    case 'call':
      return text(`answer of ${origin.method}`, `${origin.method}의 답`);
    case 'block':
    case 'transaction':
      return text(
        `${origin.kind} ${origin.what}`,
        `${origin.kind === 'block' ? '블록' : '트랜잭션'} ${origin.what}`,
      );
    case 'unequal':
      return text(origin.what, origin.what);
    default:
      return FIXED[origin.kind] ?? text(origin.kind, origin.kind);
  }
}
