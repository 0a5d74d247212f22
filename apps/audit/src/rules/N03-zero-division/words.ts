import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Division by a value that may be zero', ko: '0일 수 있는 값으로 나눕니다' },
  advice: {
    en: 'Test the divisor first: revert, or return what an empty state should give.',
    ko: '나누는 값을 먼저 검사하세요. 0이면 revert하거나, 빈 상태에 맞는 값을 돌려주세요.',
  },
  says: {
    state: {
      en: ({ divisor, item }) =>
        `${divisor} is 0 as long as nothing was stored in ${item}: the division fails.`,
      ko: ({ divisor, item }) =>
        `\`${item}\` 항목에 저장된 값이 없으면 \`${divisor}\` 값은 0이고 나눗셈이 실패합니다.`,
    },
    parameter: {
      en: ({ divisor, entry }) => `${divisor} comes from the caller of ${entry} and may be 0.`,
      ko: ({ divisor, entry }) =>
        `\`${divisor}\` 값은 \`${entry}\` 메서드의 호출자가 정하며 0일 수 있습니다.`,
    },
    length: {
      en: ({ divisor }) => `${divisor} is 0 for an empty list: the division fails.`,
      ko: ({ divisor }) => `목록이 비어 있으면 \`${divisor}\` 값이 0이고 나눗셈이 실패합니다.`,
    },
    answer: {
      en: ({ divisor, call }) => `${divisor} is what ${call} answered; another contract may answer 0.`,
      ko: ({ divisor, call }) =>
        `\`${divisor}\` 값은 \`${call}\` 호출의 응답이며, 다른 컨트랙트는 0을 돌려줄 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  state: { divisor: string; item: string };
  parameter: { divisor: string; entry: string };
  length: { divisor: string };
  answer: { divisor: string; call: string };
}>;
