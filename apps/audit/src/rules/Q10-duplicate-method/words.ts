import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A method is defined twice', ko: '같은 메서드를 두 번 정의했습니다' },
  advice: {
    en: 'Delete one of the two or rename it; Python keeps only the last.',
    ko: '둘 중 하나를 지우거나 이름을 바꾸세요. Python은 마지막 정의만 남깁니다.',
  },
  says: {
    again: {
      en: ({ name, cls, line }) =>
        `${cls} has defined ${name} in line ${line} already; this definition replaces that one.`,
      ko: ({ name, cls, line }) =>
        `\`${cls}\` 클래스의 ${line}번째 줄에 이미 \`${name}\` 정의가 있습니다. 이 정의가 앞의 것을 덮어씁니다.`,
    },
    replaced: {
      en: ({ name, cls, line }) =>
        `self.${name} takes the place of the method ${name} of ${cls} in line ${line}: nobody can call it any more.`,
      ko: ({ name, cls, line }) =>
        `\`self.${name}\` 속성이 \`${cls}\` 클래스의 ${line}번째 줄에 있는 \`${name}\` 메서드를 덮어씁니다. 아무도 그 메서드를 부를 수 없습니다.`,
    },
  },
} satisfies RuleWords<{
  again: { name: string; cls: string; line: number };
  replaced: { name: string; cls: string; line: number };
}>;
