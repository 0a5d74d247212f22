import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Tokens move without a Transfer event', ko: 'Transfer 이벤트 없이 토큰이 움직입니다' },
  advice: {
    en: 'Emit Transfer once for each movement, right after the balances are written.',
    ko: '잔액을 쓴 바로 다음에 움직임마다 Transfer를 한 번씩 내세요.',
  },
  says: {
    never: {
      en: ({ item, method }) => `${method} writes ${item} and emits no Transfer.`,
      ko: ({ item, method }) =>
        `\`${method}\` 메서드가 \`${item}\` 항목을 쓰면서 Transfer 이벤트를 내지 않습니다.`,
    },
    somePath: {
      en: ({ item, method }) => `${method} writes ${item}, but one of its paths ends without a Transfer.`,
      ko: ({ item, method }) =>
        `\`${method}\` 메서드가 \`${item}\` 항목을 쓰는데, Transfer 이벤트 없이 끝나는 경로가 있습니다.`,
    },
    part: {
      en: ({ item, account }) =>
        `${item} of ${account} grows by a part of what is transferred, and no Transfer names that account.`,
      ko: ({ item, account }) =>
        `옮기는 금액의 일부가 \`${account}\` 계정의 \`${item}\` 항목에 더해지는데, 이 계정을 적은 Transfer 이벤트가 없습니다.`,
    },
  },
} satisfies RuleWords<{
  never: { item: string; method: string };
  somePath: { item: string; method: string };
  part: { item: string; account: string };
}>;
