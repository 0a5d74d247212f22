import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Event is lost in a revert', ko: '이벤트가 revert와 함께 사라집니다' },
  advice: {
    en: 'Remove the event and say it in the message or the code of revert.',
    ko: '이벤트를 지우고 내용을 revert의 메시지나 코드로 알리세요.',
  },
  says: {
    reverts: {
      en: ({ event, end }) => `${event} is emitted and then ${end} always undoes it.`,
      ko: ({ event, end }) => `\`${event}\` 이벤트를 낸 뒤 \`${end}\` 문이 항상 되돌립니다.`,
    },
    inExcept: {
      en: ({ event, end }) => `${event} is emitted in an except block that always ends in ${end}.`,
      ko: ({ event, end }) => `항상 \`${end}\` 문으로 끝나는 except 블록에서 \`${event}\` 이벤트를 냅니다.`,
    },
  },
} satisfies RuleWords<{ reverts: { event: string; end: string }; inExcept: { event: string; end: string } }>;
