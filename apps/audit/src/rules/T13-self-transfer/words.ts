import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Transfer to oneself changes the balance', ko: '자기에게 보내면 잔액이 바뀝니다' },
  advice: {
    en: 'Read each balance again right before its write (-= and +=), or revert when both accounts are the same.',
    ko: '쓰기 직전에 잔액을 다시 읽거나(-=, +=), 두 계정이 같으면 revert 하세요.',
  },
  says: {
    stale: {
      en: ({ item, first, second }) =>
        `${item}[${second}] is written from a value read before ${item}[${first}] changed; both may be the same account.`,
      ko: ({ item, first, second }) =>
        `\`${item}[${first}]\` 항목이 바뀌기 전에 읽은 값으로 \`${item}[${second}]\` 항목을 씁니다. 두 키가 같은 계정일 수 있습니다.`,
    },
  },
} satisfies RuleWords<{ stale: { item: string; first: string; second: string } }>;
