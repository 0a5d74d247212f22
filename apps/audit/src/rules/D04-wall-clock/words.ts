import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Time is read from the clock of the node', ko: '노드의 시계에서 시각을 읽습니다' },
  advice: {
    en: 'Use `self.now()` (block time in microseconds) or `self.block_height`.',
    ko: '`self.now()`(마이크로초 단위의 블록 시각)나 `self.block_height`를 쓰세요.',
  },
  says: {
    clock: {
      en: ({ call }) => `\`${call}\` reads the clock of the machine: no two nodes get the same value.`,
      ko: ({ call }) => `\`${call}\` 호출은 컴퓨터의 시계를 읽습니다. 같은 값을 얻는 노드는 없습니다.`,
    },
    sleep: {
      en: ({ call }) => `\`${call}\` makes every node wait while it executes the block.`,
      ko: ({ call }) => `\`${call}\` 호출은 블록을 실행하는 모든 노드를 기다리게 합니다.`,
    },
  },
} satisfies RuleWords<{ clock: { call: string }; sleep: { call: string } }>;
