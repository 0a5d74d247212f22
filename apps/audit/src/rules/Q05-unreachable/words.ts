import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Code that never runs', ko: '실행되지 않는 코드가 있습니다' },
  advice: {
    en: 'Delete the code, or move it in front of the statement that leaves.',
    ko: '코드를 지우거나, 빠져나가는 문장 앞으로 옮기세요.',
  },
  says: {
    after: {
      en: ({ stop }) => `This never runs: \`${stop}\` before it always leaves.`,
      ko: ({ stop }) => `앞에 있는 \`${stop}\` 문장이 항상 빠져나가므로 실행되지 않습니다.`,
    },
    helper: {
      en: ({ helper }) => `This never runs: ${helper} before it always reverts.`,
      ko: ({ helper }) => `앞에서 호출하는 \`${helper}\` 함수가 항상 revert하므로 실행되지 않습니다.`,
    },
    branches: {
      en: () => 'This never runs: every branch before it leaves.',
      ko: () => '앞의 모든 갈래가 빠져나가므로 실행되지 않습니다.',
    },
  },
} satisfies RuleWords<{
  after: { stop: string };
  helper: { helper: string };
  branches: Record<string, never>;
}>;
