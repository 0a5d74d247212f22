import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'A guarded method is called with another sender',
    ko: '권한 검사가 있는 메서드를 다른 sender로 부릅니다',
  },
  advice: {
    en: 'Move the work into an internal method without the guard, and let both outer methods call it.',
    ko: '실제 작업을 검사가 없는 내부 메서드로 옮기고, 바깥의 두 메서드가 그것을 부르게 하세요.',
  },
  says: {
    reverts: {
      en: ({ callee, entry }) => `${callee} refuses the sender of ${entry}, so ${entry} always reverts here.`,
      ko: ({ callee, entry }) =>
        `\`${callee}\` 메서드가 \`${entry}\` 호출의 sender를 거부하므로 여기서 항상 revert합니다.`,
    },
    skips: {
      en: ({ callee, entry }) => `${callee} silently does nothing for the sender of ${entry}.`,
      ko: ({ callee, entry }) =>
        `\`${callee}\` 메서드는 \`${entry}\` 호출의 sender에게는 조용히 아무 일도 하지 않습니다.`,
    },
  },
} satisfies RuleWords<{
  reverts: { callee: string; entry: string };
  skips: { callee: string; entry: string };
}>;
