import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Privileged change without an event', ko: '권한이 필요한 변경을 이벤트로 알리지 않습니다' },
  advice: {
    en: 'Emit an event with the new value after the write.',
    ko: '값을 쓴 뒤 새 값을 담은 이벤트를 내세요.',
  },
  says: {
    silent: {
      en: ({ method, item }) => `${method} lets a privileged caller change ${item} and emits no event.`,
      ko: ({ method, item }) =>
        `\`${method}\` 메서드에서 권한이 있는 호출자가 \`${item}\` 항목을 바꾸는데 이벤트가 없습니다.`,
    },
  },
} satisfies RuleWords<{ silent: { method: string; item: string } }>;
