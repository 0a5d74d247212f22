import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Event or statistics after an external call', ko: '외부 호출 뒤에 이벤트나 통계를 남깁니다' },
  advice: {
    en: 'Emit the event and write the item before the call.',
    ko: '호출하기 전에 이벤트를 내고 항목을 쓰세요.',
  },
  says: {
    event: {
      en: ({ call, event }) =>
        `${event} is emitted after ${call}: a receiver that calls back makes its events first.`,
      ko: ({ call, event }) =>
        `\`${event}\` 이벤트를 \`${call}\` 호출 뒤에 냅니다. 다시 들어온 수신자의 이벤트가 먼저 기록됩니다.`,
    },
    state: {
      en: ({ call, item }) =>
        `${item} is written after ${call}; nothing depends on it, but a later value can be overwritten.`,
      ko: ({ call, item }) =>
        `\`${item}\` 항목을 \`${call}\` 호출 뒤에 씁니다. 지키는 것은 없지만 더 새로운 값을 덮어쓸 수 있습니다.`,
    },
  },
} satisfies RuleWords<{ event: { call: string; event: string }; state: { call: string; item: string } }>;
