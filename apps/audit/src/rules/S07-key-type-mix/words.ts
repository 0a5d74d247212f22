import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'One DictDB, two types of key', ko: '한 DictDB에 두 가지 타입의 키를 씁니다' },
  advice: {
    en: 'Decide for one type of key for each DictDB, and convert where the value comes in.',
    ko: 'DictDB마다 키의 타입을 하나로 정하고, 값이 들어오는 곳에서 변환하세요.',
  },
  says: {
    mixed: {
      en: ({ expression, item, used, usual, line }) =>
        `${expression} uses ${used} as the key of ${item}, line ${line} uses ${usual}: these are two different entries.`,
      ko: ({ expression, item, used, usual, line }) =>
        `\`${expression}\` 식은 \`${item}\` 항목의 키로 ${used} 타입을 쓰지만 ${line}번째 줄은 ${usual} 타입을 씁니다. 둘은 서로 다른 자리입니다.`,
    },
  },
} satisfies RuleWords<{
  mixed: { expression: string; item: string; used: string; usual: string; line: number };
}>;
