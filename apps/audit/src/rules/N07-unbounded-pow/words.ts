import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Exponent or shift without a bound', ko: '지수나 시프트 값에 상한이 없습니다' },
  advice: {
    en: 'Refuse exponents above a small bound first, for example decimals above 21; 10 ** 77 is the last power of ten below 2 ** 256.',
    ko: '먼저 작은 상한을 넘는 지수를 거절하세요(예: 소수 자릿수 21 초과). 2 ** 256보다 작은 마지막 10의 거듭제곱은 10 ** 77입니다.',
  },
  says: {
    parameter: {
      en: ({ expression, exponent, entry }) =>
        `${expression}: ${exponent} comes from the caller of ${entry} and has no upper bound.`,
      ko: ({ expression, exponent, entry }) =>
        `\`${expression}\` 식의 \`${exponent}\` 값은 \`${entry}\` 메서드의 호출자가 정하며 상한 검사가 없습니다.`,
    },
    stored: {
      en: ({ expression, item, writer }) =>
        `${expression}: ${item} is stored by ${writer} without an upper bound.`,
      ko: ({ expression, item, writer }) =>
        `\`${expression}\` 식의 \`${item}\` 항목은 \`${writer}\` 메서드가 상한 검사 없이 저장합니다.`,
    },
    data: {
      en: ({ expression, exponent, source }) =>
        `${expression}: ${exponent} is taken out of ${source} and has no upper bound.`,
      ko: ({ expression, exponent, source }) =>
        `\`${expression}\` 식의 \`${exponent}\` 값은 \`${source}\` 데이터에서 왔으며 상한 검사가 없습니다.`,
    },
  },
} satisfies RuleWords<{
  parameter: { expression: string; exponent: string; entry: string };
  stored: { expression: string; item: string; writer: string };
  data: { expression: string; exponent: string; source: string };
}>;
