import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'IRC3 token does not keep its standard', ko: 'IRC3 토큰이 표준을 지키지 않습니다' },
  advice: {
    en: 'Add the missing method, compare _from with the stored owner, and clear the approval with each change of owner.',
    ko: '빠진 메서드를 추가하고, _from을 저장된 소유자와 비교하고, 소유자가 바뀔 때마다 승인을 지우세요.',
  },
  says: {
    missing: {
      en: ({ name, methods }) => `${name} looks like an IRC3 token but has no ${methods}.`,
      ko: ({ name, methods }) =>
        `\`${name}\` 컨트랙트는 IRC3 토큰으로 보이지만 다음 메서드가 없습니다: ${methods}`,
    },
    name: {
      en: ({ method, parameter }) =>
        `${method} has no parameter ${parameter}: arguments go by name, and calls as the standard writes them fail.`,
      ko: ({ method, parameter }) =>
        `\`${method}\` 메서드에 \`${parameter}\` 매개변수가 없습니다. 인자는 이름으로 전달되므로 표준대로 부르면 실패합니다.`,
    },
    event: {
      en: ({ got }) =>
        `Transfer is declared with (${got}); wallets look for (_from: Address, _to: Address, _tokenId: int).`,
      ko: ({ got }) =>
        `Transfer 이벤트의 매개변수가 (${got})입니다. 지갑은 (_from: Address, _to: Address, _tokenId: int)를 찾습니다.`,
    },
    approval: {
      en: ({ method, item }) => `${method} changes the owner and leaves the approval in ${item}.`,
      ko: ({ method, item }) =>
        `\`${method}\` 메서드가 소유자를 바꾸면서 \`${item}\` 항목의 승인을 지우지 않습니다.`,
    },
    from: {
      en: ({ method, parameter }) => `${method} does not compare ${parameter} with the owner of the thing.`,
      ko: ({ method, parameter }) =>
        `\`${method}\` 메서드가 \`${parameter}\` 값을 실제 소유자와 비교하지 않습니다.`,
    },
    receiver: {
      en: ({ method, item }) =>
        `${method} lets the thing go only to whom ${item} names: the approved account is the one that may call, and the owner may send to anybody.`,
      ko: ({ method, item }) =>
        `\`${method}\` 메서드는 \`${item}\` 항목에 적힌 계정에게만 넘깁니다. 승인받은 계정은 대신 호출할 수 있는 계정이며, 소유자는 누구에게나 보낼 수 있어야 합니다.`,
    },
  },
} satisfies RuleWords<{
  missing: { name: string; methods: string };
  name: { method: string; parameter: string };
  event: { got: string };
  approval: { method: string; item: string };
  from: { method: string; parameter: string };
  receiver: { method: string; item: string };
}>;
