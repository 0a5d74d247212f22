import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'int() of a float division', ko: '부동소수점 나눗셈을 int()로 자릅니다' },
  advice: {
    en: 'Use integer division: `a // b` in place of `int(a / b)`; multiply before you divide.',
    ko: '정수 나눗셈을 쓰세요. `int(a / b)` 대신 `a // b`로 쓰고, 나누기 전에 곱하세요.',
  },
  says: {
    direct: {
      en: ({ expression, better }) =>
        `${expression} goes through a float and loses digits above 2^53; ${better} is exact.`,
      ko: ({ expression, better }) =>
        `\`${expression}\` 식은 부동소수점을 거치므로 2^53을 넘는 자릿수를 잃습니다. \`${better}\` 식은 정확합니다.`,
    },
    steps: {
      en: ({ expression, division }) =>
        `${expression} cuts the result of the float division ${division}: digits above 2^53 are already lost.`,
      ko: ({ expression, division }) =>
        `\`${expression}\` 식은 부동소수점 나눗셈 \`${division}\` 결과를 자릅니다. 2^53을 넘는 자릿수는 이미 사라졌습니다.`,
    },
  },
} satisfies RuleWords<{
  direct: { expression: string; better: string };
  steps: { expression: string; division: string };
}>;
