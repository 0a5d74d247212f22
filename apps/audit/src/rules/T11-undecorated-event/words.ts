import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: {
    en: 'Method looks like an event but lacks @eventlog',
    ko: '이벤트로 보이는 메서드에 @eventlog가 없습니다',
  },
  advice: {
    en: 'Put @eventlog (with indexed=… if needed) above the method.',
    ko: '메서드 위에 @eventlog를 붙이세요. 필요하면 indexed=… 값도 적으세요.',
  },
  says: {
    empty: {
      en: ({ method }) => `${method} is called like an event, but without @eventlog the call does nothing.`,
      ko: ({ method }) =>
        `\`${method}\` 메서드를 이벤트처럼 호출하지만 @eventlog가 없어 아무 일도 일어나지 않습니다.`,
    },
  },
} satisfies RuleWords<{ empty: { method: string } }>;
