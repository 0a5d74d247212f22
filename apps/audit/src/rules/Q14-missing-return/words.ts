import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A path without return', ko: '값을 반환하지 않는 경로가 있습니다' },
  advice: {
    en: 'Return a value on every path, revert where there is none, or declare `-> None`.',
    ko: '모든 경로에서 값을 반환하세요. 값이 없으면 revert하거나 `-> None`으로 선언하세요.',
  },
  says: {
    path: {
      en: ({ method, declared, line }) =>
        `${method} declares ${declared}, but a path that ends in line ${line} returns nothing.`,
      ko: ({ method, declared, line }) =>
        `\`${method}\` 함수의 선언은 \`${declared}\` 타입인데, ${line}번째 줄에서 끝나는 경로는 값을 반환하지 않습니다.`,
    },
    never: {
      en: ({ method, declared }) => `${method} declares ${declared} and never returns a value.`,
      ko: ({ method, declared }) =>
        `\`${method}\` 함수의 선언은 \`${declared}\` 타입인데, 값을 반환하는 곳이 없습니다.`,
    },
  },
} satisfies RuleWords<{
  path: { method: string; declared: string; line: number };
  never: { method: string; declared: string };
}>;
