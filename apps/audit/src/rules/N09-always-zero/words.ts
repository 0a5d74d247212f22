import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Quotient is always zero', ko: '몫이 항상 0입니다' },
  advice: {
    en: 'Multiply before dividing (`amount * percent // 100`), or divide by the unit that was meant.',
    ko: '나누기 전에 곱하거나(`amount * percent // 100`), 원래 뜻한 단위로 나누세요.',
  },
  says: {
    remainder: {
      en: ({ expression, divisor }) =>
        `${expression} is always 0: a remainder of ${divisor} is smaller than ${divisor}.`,
      ko: ({ expression, divisor }) =>
        `\`${expression}\` 식은 항상 0입니다. \`${divisor}\` 값으로 나눈 나머지는 그 값보다 작습니다.`,
    },
    range: {
      en: ({ expression, numerator, highest }) =>
        `${expression} is always 0: ${numerator} is at most ${highest}.`,
      ko: ({ expression, numerator, highest }) =>
        `\`${expression}\` 식은 항상 0입니다. \`${numerator}\` 값은 ${highest} 이하입니다.`,
    },
    constant: {
      en: ({ expression }) => `${expression} divides a constant by a larger one and is always 0.`,
      ko: ({ expression }) => `\`${expression}\` 식은 상수를 더 큰 상수로 나누므로 항상 0입니다.`,
    },
  },
} satisfies RuleWords<{
  remainder: { expression: string; divisor: string };
  range: { expression: string; numerator: string; highest: number };
  constant: { expression: string };
}>;
