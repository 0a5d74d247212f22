import { defineWords } from '@madang/web';

export const startWords = defineWords({
  title: { ko: '컨트랙트 감사', en: 'Contract audit' },
  lead: {
    ko: '파이썬으로 쓴 ICON 컨트랙트(SCORE)를 읽고 무엇이 어디서 왜 잘못되었는지, 얼마나 확실한지, 무엇으로 고쳐 쓸지 알려 줍니다.',
    en: 'Reads a Python contract of ICON (SCORE) and says what is wrong, where, why, how sure that is and what to write instead.',
  },
  rules: { ko: '규칙', en: 'Rules' },
  lines: { ko: '공식 체크리스트 항목', en: 'Lines of the official checklist' },
  ruleSet: { ko: '규칙 모음', en: 'Rule set' },
  longest: { ko: '검사 시간 한도', en: 'Longest check' },
  seconds: { ko: '{seconds}초', en: '{seconds} s' },
  what: { ko: '찾는 것', en: 'What it looks for' },
  count: { ko: '{count}개', en: ['{count} rule', '{count} rules'] },
  allRules: { ko: '모든 규칙', en: 'All rules' },
  elsewhere: { ko: '다른 방법', en: 'Other ways' },
  command: { ko: '명령줄', en: 'Command line' },
  api: { ko: 'API', en: 'API' },
  apiText: {
    ko: '같은 검사를 프로그램에서: zip을 보내면 JSON이나 이벤트로 답합니다.',
    en: 'The same check for programs: a zip in, JSON or events out.',
  },
  editor: { ko: '편집기', en: 'Editors' },
  editorText: {
    ko: '언어 서버가 쓰는 동안 바로 알려 줍니다.',
    en: 'A language server tells while the contract is written.',
  },
});
