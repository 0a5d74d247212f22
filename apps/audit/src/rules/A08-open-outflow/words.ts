import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: "Anyone may take the contract's funds", ko: '누구나 컨트랙트의 자금을 빼낼 수 있습니다' },
  advice: {
    en: 'Check the caller, or debit what the caller owns by the amount before it is paid.',
    ko: '호출자를 확인하거나, 지급하기 전에 호출자의 몫에서 그 금액을 차감하세요.',
  },
  says: {
    icx: {
      en: ({ entry, call }) =>
        `${entry} reaches ${call} for any caller, and the caller chooses the receiver or the amount.`,
      ko: ({ entry, call }) =>
        `\`${entry}\` 메서드는 누가 호출해도 \`${call}\` 지급을 합니다. 받는 주소나 금액은 호출자가 정합니다.`,
    },
    token: {
      en: ({ entry, call }) => `${entry} lets any caller move the contract's tokens: ${call}.`,
      ko: ({ entry, call }) =>
        `\`${entry}\` 메서드로 누구나 컨트랙트의 토큰을 옮길 수 있습니다: \`${call}\`.`,
    },
    mint: {
      en: ({ entry, call }) => `${entry} lets any caller have tokens made through ${call}.`,
      ko: ({ entry, call }) =>
        `\`${entry}\` 메서드로 누구나 \`${call}\` 호출을 시켜 토큰을 만들 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  icx: { entry: string; call: string };
  token: { entry: string; call: string };
  mint: { entry: string; call: string };
}>;
