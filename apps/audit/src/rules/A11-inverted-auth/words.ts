import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'The guard refuses the one who may', ko: '권한이 있는 쪽을 거부합니다' },
  advice: {
    en: 'Turn the comparison round: revert when the sender is not the authority.',
    ko: '비교를 뒤집어, sender가 권한자가 아닐 때 revert하세요.',
  },
  says: {
    inverted: {
      en: ({ condition, authority }) =>
        `${condition} ends in a revert: ${authority} is refused and everybody else may pass.`,
      ko: ({ condition, authority }) =>
        `\`${condition}\` 조건이면 revert합니다. \`${authority}\` 계정은 거부되고 나머지는 모두 통과합니다.`,
    },
    minority: {
      en: ({ condition, others }) =>
        `${condition} ends in a revert, while ${others} other guards compare the other way round.`,
      ko: ({ condition, others }) =>
        `\`${condition}\` 조건이면 revert합니다. 다른 검사 ${others}개는 반대로 비교합니다.`,
    },
    holder: {
      en: ({ condition, item }) =>
        `${condition} ends in a revert: who stands in ${item} is refused, and everybody else may give the thing away.`,
      ko: ({ condition, item }) =>
        `\`${condition}\` 조건이면 revert합니다. \`${item}\` 항목에 있는 계정은 거부되고 나머지는 누구나 그 대상을 넘길 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  inverted: { condition: string; authority: string };
  minority: { condition: string; others: number };
  holder: { condition: string; item: string };
}>;
