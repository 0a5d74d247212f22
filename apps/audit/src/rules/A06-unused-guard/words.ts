import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A guard is defined and never used', ko: '정의만 하고 쓰지 않는 권한 검사가 있습니다' },
  advice: {
    en: 'Call it in the methods it was written for, or remove it.',
    ko: '원래 지키려던 메서드에서 호출하거나, 필요 없으면 지우세요.',
  },
  says: {
    method: {
      en: ({ guard }) => `Nothing calls the guard ${guard}. Is a check missing somewhere?`,
      ko: ({ guard }) =>
        `권한 검사 메서드 \`${guard}\`에 대한 호출이 없습니다. 어딘가에 검사가 빠지지 않았습니까?`,
    },
    decorator: {
      en: ({ guard }) => `No method carries the guard @${guard}. Is it missing somewhere?`,
      ko: ({ guard }) =>
        `권한 검사 데코레이터 \`@${guard}\` 표시가 있는 메서드가 없습니다. 어딘가에 빠지지 않았습니까?`,
    },
    commented: {
      en: ({ guard, entry }) =>
        `The guard @${guard} of ${entry} is only a comment: anybody may call it. Is that meant?`,
      ko: ({ guard, entry }) =>
        `\`${entry}\` 메서드의 권한 검사 \`@${guard}\` 표시가 주석으로만 남아 있습니다. 지금은 누구나 호출할 수 있는데, 의도한 것입니까?`,
    },
    besideOpenWriter: {
      en: ({ guard, entry }) => `Nothing uses the guard ${guard}, and ${entry} writes without any check.`,
      ko: ({ guard, entry }) =>
        `권한 검사 \`${guard}\` 항목을 쓰는 곳이 없고, \`${entry}\` 메서드는 아무 검사 없이 값을 씁니다.`,
    },
  },
} satisfies RuleWords<{
  method: { guard: string };
  decorator: { guard: string };
  commented: { guard: string; entry: string };
  besideOpenWriter: { guard: string; entry: string };
}>;
