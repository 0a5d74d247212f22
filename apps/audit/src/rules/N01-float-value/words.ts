import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Money is computed with floats', ko: '금액을 부동소수점으로 계산합니다' },
  advice: {
    en: 'Stay in integers: multiply first, then `//`, and keep rates as integers with a fixed scale (2.5 % is 25 of 1000).',
    ko: '정수로만 계산하세요. 먼저 곱하고 `//`로 나누며, 비율은 고정된 배율의 정수로 둡니다(2.5%는 1000분의 25).',
  },
  says: {
    division: {
      en: ({ expression, reaches }) =>
        `${expression} divides with / and gives a float, which reaches ${reaches}.`,
      ko: ({ expression, reaches }) =>
        `\`${expression}\` 식은 \`/\`로 나누어 부동소수점 값이 되고, 이 값이 \`${reaches}\` 지점에 쓰입니다.`,
    },
    literal: {
      en: ({ expression, literal, reaches }) =>
        `${expression} computes with the float ${literal}; the result reaches ${reaches}.`,
      ko: ({ expression, literal, reaches }) =>
        `\`${expression}\` 식은 부동소수점 값 \`${literal}\` 때문에 정수가 아니게 되고, 결과가 \`${reaches}\` 지점에 쓰입니다.`,
    },
    unused: {
      en: ({ expression }) => `${expression} gives a float, and nothing comes of it.`,
      ko: ({ expression }) => `\`${expression}\` 식은 부동소수점 값이 되지만, 이 값을 쓰는 곳이 없습니다.`,
    },
    conversion: {
      en: ({ expression, reaches }) => `${expression} makes a float, which reaches ${reaches}.`,
      ko: ({ expression, reaches }) =>
        `\`${expression}\` 식이 부동소수점 값을 만들고, 이 값이 \`${reaches}\` 지점에 쓰입니다.`,
    },
  },
} satisfies RuleWords<{
  division: { expression: string; reaches: string };
  literal: { expression: string; literal: string; reaches: string };
  unused: { expression: string };
  conversion: { expression: string; reaches: string };
}>;
