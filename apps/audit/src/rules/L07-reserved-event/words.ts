import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Event ICXTransfer is reserved', ko: 'ICXTransfer 이벤트는 예약되어 있습니다' },
  advice: {
    en: 'Give the event another name; the engine records each ICX transfer by itself.',
    ko: '이벤트에 다른 이름을 붙이세요. ICX 송금은 엔진이 스스로 기록합니다.',
  },
  says: {
    reserved: {
      en: () =>
        '`ICXTransfer(Address,Address,int)` belongs to the engine: emitting it reverts the transaction.',
      ko: () =>
        '`ICXTransfer(Address,Address,int)` 이벤트는 엔진의 것입니다. 이 이벤트를 내면 트랜잭션이 되돌려집니다.',
    },
  },
} satisfies RuleWords<{ reserved: Record<string, never> }>;
