import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'hash() or id() differs on every node', ko: 'hash()와 id()는 노드마다 값이 다릅니다' },
  advice: {
    en: 'Use `sha3_256` over bytes, or the value itself as the key.',
    ko: '바이트에 `sha3_256`을 쓰거나 값 자체를 키로 쓰세요.',
  },
  says: {
    hash: {
      en: ({ call }) =>
        `\`${call}\`: Python seeds it anew in each process, so each node gets another number for the same text.`,
      ko: ({ call }) =>
        `\`${call}\` 호출의 시드는 프로세스마다 새로 정해집니다. 같은 글자라도 노드마다 다른 수가 나옵니다.`,
    },
    number: {
      en: ({ call }) =>
        `\`${call}\`: for an int it is the same on all nodes today, but nothing promises that.`,
      ko: ({ call }) => `\`${call}\` 호출은 정수라면 지금은 모든 노드에서 같지만 보장된 동작은 아닙니다.`,
    },
    id: {
      en: ({ call }) => `\`${call}\` is an address in the memory of one process.`,
      ko: ({ call }) => `\`${call}\` 호출의 값은 한 프로세스의 메모리 주소입니다.`,
    },
  },
} satisfies RuleWords<{ hash: { call: string }; number: { call: string }; id: { call: string } }>;
