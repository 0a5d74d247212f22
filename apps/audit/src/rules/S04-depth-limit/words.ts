import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'DictDB too deep, or used at another depth',
    ko: 'DictDB가 너무 깊거나 선언과 다른 깊이로 쓰입니다',
  },
  advice: {
    en: 'Declare a depth of at most 3, joining keys where more are needed, and use exactly as many keys as declared.',
    ko: '깊이는 3까지만 선언하고, 더 필요하면 키를 이어 붙이세요. 접근할 때는 선언한 개수만큼 키를 쓰세요.',
  },
  says: {
    deep: {
      en: ({ item, depth }) => `${item} is declared with depth ${depth}; the audit allows 3.`,
      ko: ({ item, depth }) => `\`${item}\` 항목을 깊이 ${depth}로 선언했습니다. 감사 기준은 3까지입니다.`,
    },
    few: {
      en: ({ expression, item, depth, used }) =>
        `${expression} uses ${used} of the ${depth} keys of ${item}: that is no value.`,
      ko: ({ expression, item, depth, used }) =>
        `\`${expression}\` 식은 키 ${depth}개가 필요한 \`${item}\` 항목에 ${used}개만 썼으므로 값이 아닙니다.`,
    },
    many: {
      en: ({ expression, item, depth, used }) =>
        `${expression} uses ${used} keys, but ${item} has depth ${depth}.`,
      ko: ({ expression, item, depth, used }) =>
        `\`${expression}\` 식은 키를 ${used}개 썼지만 \`${item}\` 항목의 깊이는 ${depth}입니다.`,
    },
  },
} satisfies RuleWords<{
  deep: { item: string; depth: number };
  few: { expression: string; item: string; depth: number; used: number };
  many: { expression: string; item: string; depth: number; used: number };
}>;
