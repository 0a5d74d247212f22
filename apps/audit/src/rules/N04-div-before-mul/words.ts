import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Divided before multiplied', ko: '곱하기 전에 나눕니다' },
  advice: {
    en: 'Multiply first and divide last: `a * c // b`. Where the quotient is kept, scale it by a constant such as 10 ** 18.',
    ko: '먼저 곱하고 마지막에 나누세요: `a * c // b`. 몫을 따로 보관한다면 10 ** 18 같은 상수를 곱해 두세요.',
  },
  says: {
    direct: {
      en: ({ expression, better }) =>
        `${expression} cuts the quotient and multiplies what is left; ${better} keeps the digits.`,
      ko: ({ expression, better }) =>
        `\`${expression}\` 식은 나머지를 버린 몫에 곱합니다. \`${better}\` 순서로 쓰면 자릿수를 잃지 않습니다.`,
    },
    steps: {
      en: ({ expression, division, line }) =>
        `${expression} multiplies ${division} of line ${line}, whose remainder is already lost.`,
      ko: ({ expression, division, line }) =>
        `\`${expression}\` 식은 ${line}번째 줄의 \`${division}\` 결과에 곱하는데, 이 결과의 나머지는 이미 버려졌습니다.`,
    },
  },
} satisfies RuleWords<{
  direct: { expression: string; better: string };
  steps: { expression: string; division: string; line: number };
}>;
