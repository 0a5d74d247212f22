import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Parent method is not called first', ko: '부모 메서드를 가장 먼저 부르지 않습니다' },
  advice: {
    en: 'Make the call of the parent, `super().<same method>(...)`, the first statement.',
    ko: '부모의 같은 메서드를 부르는 `super().<같은 메서드>(...)`를 첫 문장으로 두세요.',
  },
  says: {
    missing: {
      en: ({ method }) => `\`${method}\` never calls the same method of its parent.`,
      ko: ({ method }) => `\`${method}\` 메서드가 부모의 같은 메서드를 부르지 않습니다.`,
    },
    late: {
      en: ({ method, before }) => `\`${method}\` does \`${before}\` before it calls its parent.`,
      ko: ({ method, before }) =>
        `\`${method}\` 메서드가 부모를 부르기 전에 \`${before}\` 코드를 실행합니다.`,
    },
    conditional: {
      en: ({ method }) => `\`${method}\` calls its parent on some paths only.`,
      ko: ({ method }) => `\`${method}\` 메서드가 일부 경로에서만 부모를 부릅니다.`,
    },
  },
} satisfies RuleWords<{
  missing: { method: string };
  late: { method: string; before: string };
  conditional: { method: string };
}>;
