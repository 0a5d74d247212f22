import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'print in a contract', ko: '컨트랙트에 print가 있습니다' },
  advice: {
    en: 'Remove it; emit an event if somebody should learn of it.',
    ko: '지우세요. 누군가 알아야 할 내용이면 이벤트로 내세요.',
  },
  says: {
    printed: {
      en: ({ method }) => `${method} prints to the console of each node.`,
      ko: ({ method }) => `\`${method}\` 함수가 모든 노드의 콘솔에 출력합니다.`,
    },
    renamed: {
      en: ({ name }) => `${name} is another name for print.`,
      ko: ({ name }) => `\`${name}\` 이름으로 print를 쓰고 있습니다.`,
    },
  },
} satisfies RuleWords<{ printed: { method: string }; renamed: { name: string } }>;
