import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A token callback believes any caller', ko: '토큰 콜백이 아무 호출자나 믿습니다' },
  advice: {
    en: 'Revert first unless self.msg.sender is the expected token, or key the ledger by self.msg.sender.',
    ko: 'self.msg.sender가 기대한 토큰이 아니면 먼저 revert하거나, 장부의 키를 self.msg.sender로 하세요.',
  },
  says: {
    unchecked: {
      en: ({ callback, item }) =>
        `${callback} writes ${item} without checking which contract calls: anyone can claim a deposit.`,
      ko: ({ callback, item }) =>
        `\`${callback}\` 메서드가 어느 컨트랙트가 호출했는지 확인하지 않고 \`${item}\` 항목을 씁니다. 누구나 입금을 주장할 수 있습니다.`,
    },
    onData: {
      en: ({ callback }) =>
        `${callback} asks the message which token it is about, and not who calls: anyone can send such a message.`,
      ko: ({ callback }) =>
        `\`${callback}\` 메서드는 어느 토큰인지를 호출자가 아니라 메시지 내용에서 확인합니다. 이런 메시지는 누구나 보낼 수 있습니다.`,
    },
    contractOnly: {
      en: ({ callback, item }) =>
        `${callback} asks only whether the caller is a contract before it writes ${item}; anyone can deploy one.`,
      ko: ({ callback, item }) =>
        `\`${callback}\` 메서드가 호출자가 컨트랙트인지만 보고 \`${item}\` 항목을 씁니다. 컨트랙트는 누구나 배포할 수 있습니다.`,
    },
    flag: {
      en: ({ callback, item }) =>
        `${callback} sets ${item}, by which other methods go, and never looks at which contract calls: anyone can set it.`,
      ko: ({ callback, item }) =>
        `\`${callback}\` 메서드가 어느 컨트랙트가 호출했는지 보지 않고 다른 메서드가 따르는 \`${item}\` 항목을 정합니다. 누구나 바꿀 수 있습니다.`,
    },
    onWord: {
      en: ({ callback }) =>
        `${callback} takes the amount from the message and never looks at how much came: one token is enough to claim any sum.`,
      ko: ({ callback }) =>
        `\`${callback}\` 메서드가 금액을 메시지에서 읽고 실제로 받은 수량은 보지 않습니다. 토큰 하나만 보내고도 얼마든지 주장할 수 있습니다.`,
    },
  },
} satisfies RuleWords<{
  unchecked: { callback: string; item: string };
  contractOnly: { callback: string; item: string };
  flag: { callback: string; item: string };
  onData: { callback: string };
  onWord: { callback: string };
}>;
