import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Random value from Python', ko: '파이썬의 난수를 씁니다' },
  advice: {
    en: 'Let players commit to secrets and reveal them in a later transaction, or take the value from an oracle after bets close.',
    ko: '참가자가 먼저 비밀값의 해시를 약속하고 나중 트랜잭션에서 공개하게 하거나, 베팅이 끝난 뒤 오라클의 값을 쓰세요.',
  },
  says: {
    call: {
      en: ({ call }) => `\`${call}\` gives another value on every node: they cannot agree on the result.`,
      ko: ({ call }) => `\`${call}\` 호출은 노드마다 다른 값을 냅니다. 결과에 합의할 수 없습니다.`,
    },
  },
} satisfies RuleWords<{ call: { call: string } }>;
