import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Update loops over data', ko: '업데이트가 데이터를 반복합니다' },
  advice: {
    en: 'Keep on_update short; migrate in an owner-only method with a stored cursor, or entry by entry on first use.',
    ko: 'on_update는 짧게 두고, 저장된 커서를 쓰는 소유자 전용 메서드로 나누어 이전하거나 처음 사용할 때 하나씩 이전하세요.',
  },
  says: {
    direct: {
      en: ({ list }) =>
        `on_update walks through ${list}; if it is too long, the contract can no longer be updated.`,
      ko: ({ list }) =>
        `on_update가 \`${list}\` 항목을 모두 훑습니다. 너무 길어지면 컨트랙트를 더는 업데이트할 수 없습니다.`,
    },
    helper: {
      en: ({ helper, list }) => `on_update calls ${helper}, which walks through ${list}.`,
      ko: ({ helper, list }) => `on_update가 부르는 \`${helper}\` 메서드가 \`${list}\` 항목을 모두 훑습니다.`,
    },
  },
} satisfies RuleWords<{
  direct: { list: string };
  helper: { helper: string; list: string };
}>;
