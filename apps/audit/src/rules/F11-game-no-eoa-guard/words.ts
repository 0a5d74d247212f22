import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'A contract can bet and undo a loss', ko: '컨트랙트가 베팅하고 지면 되돌릴 수 있습니다' },
  advice: {
    en: 'Revert when the player is a contract, or settle the game in a later transaction.',
    ko: '플레이어가 컨트랙트이면 revert하거나, 승부를 나중 트랜잭션에서 결정하세요.',
  },
  says: {
    origin: {
      en: ({ condition }) =>
        `${condition} never holds: tx.origin is always a person, and the contract that plays is msg.sender.`,
      ko: ({ condition }) =>
        `\`${condition}\` 조건은 참이 될 수 없습니다. tx.origin은 언제나 사람이고, 게임을 하는 컨트랙트는 msg.sender입니다.`,
    },
    sender: {
      en: ({ entry }) => `${entry} settles the game at once and takes contracts as players.`,
      ko: ({ entry }) => `\`${entry}\` 메서드는 승부를 바로 결정하면서 컨트랙트 플레이어도 받습니다.`,
    },
    drawn: {
      en: ({ entry }) =>
        `${entry} decides by chance who gets something, and a contract may call it until that suits it.`,
      ko: ({ entry }) =>
        `\`${entry}\` 메서드는 누가 얻을지를 우연으로 바로 결정하며, 컨트랙트가 마음에 드는 결과가 나올 때까지 호출할 수 있습니다.`,
    },
    callback: {
      en: ({ entry, player }) =>
        `${entry} settles the game at once and does not ask whether ${player} is a contract.`,
      ko: ({ entry, player }) =>
        `\`${entry}\` 메서드는 승부를 바로 결정하면서 \`${player}\` 값이 컨트랙트인지 확인하지 않습니다.`,
    },
  },
} satisfies RuleWords<{
  origin: { condition: string };
  sender: { entry: string };
  drawn: { entry: string };
  callback: { entry: string; player: string };
}>;
