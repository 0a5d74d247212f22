import type { RuleWords } from '../../catalogue/rule.ts';

export const words = {
  title: { en: 'Contract reaches out to the network', ko: '컨트랙트가 외부 네트워크에 접속합니다' },
  advice: {
    en: 'Let an authorised account send the value in a transaction, and store it.',
    ko: '권한 있는 계정이 트랜잭션으로 값을 보내게 하고, 그 값을 저장하세요.',
  },
  says: {
    call: {
      en: ({ call }) =>
        `\`${call}\` opens a connection: every node would ask for itself and get its own answer.`,
      ko: ({ call }) => `\`${call}\` 호출은 연결을 엽니다. 노드마다 따로 묻고 서로 다른 답을 받습니다.`,
    },
  },
} satisfies RuleWords<{ call: { call: string } }>;
