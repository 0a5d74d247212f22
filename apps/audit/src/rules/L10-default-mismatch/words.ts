import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Default value does not have the declared type', ko: '기본값이 선언된 타입과 다릅니다' },
  advice: {
    en: 'Give a default of exactly the declared type, or `None` and handle it in the method.',
    ko: '기본값을 선언된 타입과 똑같이 맞추거나, `None`으로 두고 메서드 안에서 처리하세요.',
  },
  says: {
    mismatch: {
      en: ({ method, parameter, type, value }) =>
        `\`${parameter}\` of \`${method}\` is declared \`${type}\`, but its default is \`${value}\`: the engine refuses the package.`,
      ko: ({ method, parameter, type, value }) =>
        `\`${method}\` 메서드의 \`${parameter}\` 매개변수는 \`${type}\` 타입인데 기본값이 \`${value}\` 값입니다. 엔진이 패키지를 거부합니다.`,
    },
  },
} satisfies RuleWords<{ mismatch: { method: string; parameter: string; type: string; value: string } }>;
