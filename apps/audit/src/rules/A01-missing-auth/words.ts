import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Anyone may write a privileged value', ko: '누구나 권한이 걸린 값을 쓸 수 있습니다' },
  advice: {
    en: 'Compare self.msg.sender with the owner or a stored role before the write, and revert otherwise.',
    ko: '쓰기 전에 self.msg.sender를 소유자나 저장된 역할과 비교하고, 다르면 revert하세요.',
  },
  says: {
    guardRead: {
      en: ({ item, entry }) =>
        `${entry} writes ${item} for any caller, and a guard elsewhere trusts ${item}.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드는 누가 호출해도 \`${item}\` 항목을 씁니다. 다른 권한 검사가 이 항목을 믿고 있습니다.`,
    },
    callee: {
      en: ({ item, entry }) =>
        `${entry} lets any caller replace ${item}, the address of a contract that is called.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드로 누구나 \`${item}\` 항목을 바꿀 수 있습니다. 이 주소의 컨트랙트가 호출됩니다.`,
    },
    vote: {
      en: ({ item, entry, other }) =>
        `${entry} counts any caller in ${item}, by which the contract pays, while ${other} is for members only.`,
      ko: ({ item, entry, other }) =>
        `\`${entry}\` 메서드는 누가 호출해도 \`${item}\` 항목에 표를 더하고, 컨트랙트는 그 수에 따라 지급합니다. \`${other}\` 메서드는 구성원만 부를 수 있습니다.`,
    },
    guardedElsewhere: {
      en: ({ item, entry, other }) =>
        `${entry} writes ${item} for any caller, while ${other} asks who calls before it does.`,
      ko: ({ item, entry, other }) =>
        `\`${entry}\` 메서드는 누가 호출해도 \`${item}\` 항목을 씁니다. \`${other}\` 메서드는 같은 항목을 쓰기 전에 호출자를 확인합니다.`,
    },
    setter: {
      en: ({ item, entry }) => `${entry} lets any caller set ${item}, on which other methods depend.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드로 누구나 \`${item}\` 항목을 정할 수 있습니다. 다른 메서드가 이 항목에 의존합니다.`,
    },
    member: {
      en: ({ item, entry }) =>
        `${entry} lets every member replace ${item}, and whoever likes becomes a member.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드로 회원이면 누구나 \`${item}\` 항목을 바꿀 수 있는데, 회원은 누구나 될 수 있습니다.`,
    },
    other: {
      en: ({ item, entry }) => `${entry} takes whoever is not the one for the other: anyone writes ${item}.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드는 한쪽이 아니면 모두 다른 쪽으로 봅니다. 누구나 \`${item}\` 항목을 쓸 수 있습니다.`,
    },
    record: {
      en: ({ item, entry }) => `${entry} lets any caller write over what others stored in ${item}.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드로 누구나 다른 사람이 \`${item}\` 항목에 남긴 값을 덮어쓸 수 있습니다.`,
    },
    booked: {
      en: ({ item, entry }) =>
        `${entry} lets any caller book in ${item}, to an account of their choice, what is kept for somebody else's thing.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드로 누구나 다른 사람의 것에 맡겨진 금액을 원하는 계정의 \`${item}\` 항목으로 옮길 수 있습니다.`,
    },
    mint: {
      en: ({ item, entry }) => `${entry} raises ${item} out of nothing for any caller.`,
      ko: ({ item, entry }) => `\`${entry}\` 메서드는 누가 호출해도 \`${item}\` 항목을 근거 없이 늘립니다.`,
    },
    entry: {
      en: ({ item, entry }) =>
        `${entry} lets any caller put what they like into ${item}, by which other methods go.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드로 누구나 원하는 값을 \`${item}\` 목록에 넣을 수 있습니다. 다른 메서드가 이 목록을 따릅니다.`,
    },
    emptied: {
      en: ({ item, entry }) => `${entry} lets any caller empty ${item}, which other methods fill.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드로 누구나 \`${item}\` 목록을 비울 수 있습니다. 다른 메서드들이 이 목록을 채웁니다.`,
    },
    unread: {
      en: ({ entry, check }) =>
        `${check} answers whether the caller may, and ${entry} goes on whatever it answers.`,
      ko: ({ entry, check }) =>
        `\`${check}\` 함수는 호출자에게 권한이 있는지 알려 줄 뿐입니다. \`${entry}\` 메서드는 그 결과와 상관없이 계속 진행합니다.`,
    },
    held: {
      en: ({ item, entry }) =>
        `${entry} is content that something stands in ${item}, so whose it is makes no difference: anyone goes on.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드는 \`${item}\` 항목에 값이 있기만 하면 통과시킵니다. 누구의 것인지와 상관없이 누구나 지나갑니다.`,
    },
    first: {
      en: ({ item, entry }) =>
        `${entry} takes whoever has no number in ${item} for one of number 0, which is a number that is given.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드는 \`${item}\` 항목에 번호가 없는 호출자를 0번으로 봅니다. 0번은 실제로 쓰이는 번호입니다.`,
    },
    unset: {
      en: ({ item, entry }) =>
        `${entry} lets everybody through as long as nothing stands in ${item}, and nothing is put there at install.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드는 \`${item}\` 항목이 비어 있는 동안 누구나 통과시킵니다. 설치할 때 이 항목을 정하지 않습니다.`,
    },
    commented: {
      en: ({ item, entry }) =>
        `${entry} writes ${item} for any caller: the test of the sender is only a comment.`,
      ko: ({ item, entry }) =>
        `\`${entry}\` 메서드는 누가 호출해도 \`${item}\` 항목을 씁니다. 호출자 검사가 주석으로만 남아 있습니다.`,
    },
    order: {
      en: ({ entry, call }) =>
        `${entry} gives an order in the name of this contract for any caller: ${call}.`,
      ko: ({ entry, call }) =>
        `\`${entry}\` 메서드는 누가 호출해도 이 컨트랙트의 이름으로 \`${call}\` 지시를 내립니다.`,
    },
  },
} satisfies RuleWords<{
  guardRead: { item: string; entry: string };
  callee: { item: string; entry: string };
  vote: { item: string; entry: string; other: string };
  guardedElsewhere: { item: string; entry: string; other: string };
  setter: { item: string; entry: string };
  member: { item: string; entry: string };
  other: { item: string; entry: string };
  record: { item: string; entry: string };
  booked: { item: string; entry: string };
  mint: { item: string; entry: string };
  entry: { item: string; entry: string };
  emptied: { item: string; entry: string };
  unread: { entry: string; check: string };
  held: { item: string; entry: string };
  first: { item: string; entry: string };
  unset: { item: string; entry: string };
  commented: { item: string; entry: string };
  order: { entry: string; call: string };
}>;
