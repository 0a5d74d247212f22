import { defineWords } from '@madang/web';

export const checkWords = defineWords({
  title: { ko: '컨트랙트 검사', en: 'Check a contract' },
  reportTitle: { ko: '감사 보고서', en: 'Audit report' },
  start: { ko: '감사', en: 'Audit' },
  drop: { ko: '여기에 파일을 놓거나 고르세요', en: 'Drop a file here, or choose one' },
  takes: {
    ko: '패키지 zip, 배포 트랜잭션의 content(0x504b…)를 담은 파일, 파이썬 파일 하나. {limit}까지.',
    en: 'The zip of a package, a file with the content of a deploy transaction (0x504b…), or one Python file; up to {limit}.',
  },
  kept: {
    ko: '코드를 실행하지 않고 읽기만 합니다. 올린 파일과 결과는 남기지 않습니다.',
    en: 'The code is read, never run. Neither the file nor the result is kept.',
  },
  check: { ko: '검사', en: 'Check' },
  sample: { ko: '작은 컨트랙트로 해 보기', en: 'Try it with a small contract' },
  another: { ko: '다른 컨트랙트 검사', en: 'Check another contract' },
  cancel: { ko: '그만두기', en: 'Stop' },
  checking: { ko: '{name} 검사 중', en: 'Checking {name}' },
  ready: { ko: '보고서가 나왔습니다.', en: 'The report is ready.' },
  failed: { ko: '검사하지 못했습니다', en: 'It was not checked' },
  waiting: {
    ko: '차례를 기다립니다. 앞에 {total}개.',
    en: ['Waiting for its turn, {total} before it.', 'Waiting for its turn, {total} before it.'],
  },
  reading: { ko: '파일을 엽니다', en: 'Opening the file' },
  trees: { ko: '파이썬 코드를 읽습니다', en: 'Reading the Python code' },
  facts: { ko: '실행 흐름을 살핍니다', en: 'Following what happens when it runs' },
  rules: { ko: '규칙 {done} / {total}', en: 'Rule {done} of {total}' },
  report: { ko: '보고서를 씁니다', en: 'Writing the report' },
});
export type SayCheck = ReturnType<typeof checkWords>;

/** What went wrong, by the code of the error, for those who do not read its English sentence. */
export const failureWords = defineWords({
  HTTP_TOO_LARGE: {
    ko: '파일이 너무 큽니다. 패키지에 필요한 것만 담으세요.',
    en: 'The file is too large. Pack only what the package needs.',
  },
  HTTP_BAD_REQUEST: {
    ko: '보낸 내용을 알아볼 수 없습니다. 다시 보내 보세요.',
    en: 'What was sent cannot be understood. Send it again.',
  },
  HTTP_INPUT_INVALID: {
    ko: '파일 이름이나 주소에 쓸 수 없는 것이 있습니다. 이름을 바꾸어 다시 해 보세요.',
    en: 'The name of the file, or the address of the page, holds what cannot be taken. Rename the file and try again.',
  },
  HTTP_REQUEST_TIMEOUT: {
    ko: '파일이 제때 도착하지 않았습니다. 다시 보내 보세요.',
    en: 'The file did not arrive in time. Send it again.',
  },
  HTTP_OTHER_ORIGIN: {
    ko: '다른 사이트의 페이지에서는 파일을 보낼 수 없습니다.',
    en: 'Pages of other sites cannot hand in files here.',
  },
  AUDIT_NOTHING_HANDED_IN: {
    ko: '파일이 비었습니다. 파일을 고르세요.',
    en: 'The file is empty. Choose a file.',
  },
  AUDIT_NOT_A_PACKAGE: {
    ko: 'zip도, 배포 트랜잭션의 content도, 파이썬 파일도 아닙니다.',
    en: 'It is neither a zip, nor the content of a deploy transaction, nor a Python file.',
  },
  AUDIT_NOTHING_TO_READ: {
    ko: '파이썬 파일도 package.json도 없습니다. SCORE 패키지의 zip을 고르세요.',
    en: 'It holds no Python file and no package.json. Choose the zip of a SCORE.',
  },
  AUDIT_TOO_MANY_CHECKS: {
    ko: '지금 기다리는 검사가 많습니다. 몇 초 뒤에 다시 해 보세요.',
    en: 'Many checks are waiting just now. Try again in a few seconds.',
  },
  AUDIT_CHECKS_TOO_OFTEN: {
    ko: '짧은 시간에 너무 많이 검사했습니다. 잠시 뒤에 다시 해 보세요.',
    en: 'Too many checks came from your address within a minute. Try again a little later.',
  },
  AUDIT_CHECK_TOO_LONG: {
    ko: '너무 오래 걸려 멈췄습니다. `./madang audit check` 명령으로 직접 검사해 보세요.',
    en: 'It took too long and was given up. Check it yourself with `./madang audit check`.',
  },
  AUDIT_CHECK_TOO_LARGE: {
    ko: '메모리가 너무 많이 들어 멈췄습니다. `./madang audit check` 명령으로 직접 검사해 보세요.',
    en: 'It needed too much memory and was given up. Check it yourself with `./madang audit check`.',
  },
  ICON_ARCHIVE_UNSAFE: {
    ko: '안전하지 않은 zip이라 열지 않았습니다. 그 항목을 빼고 다시 묶으세요.',
    en: 'The zip is not safe and was not opened. Pack it again without that entry.',
  },
  ICON_ARCHIVE_TOO_LARGE: {
    ko: '노드가 받지 않을 만큼 큰 zip입니다. 컨트랙트에 필요 없는 것을 빼세요.',
    en: 'The zip holds more than a node accepts. Leave out what the contract does not need.',
  },
  ICON_ARCHIVE_DAMAGED: {
    ko: '온전한 zip이 아닙니다. 다시 묶어 보세요.',
    en: 'It is no whole zip. Pack it again.',
  },
  CONNECTION_LOST: {
    ko: '연결이 끊겼습니다. 다시 해 보세요.',
    en: 'The connection broke. Try again.',
  },
  other: {
    ko: '우리 쪽에 문제가 생겼습니다. 나중에 다시 해 보세요.',
    en: 'Something failed on our side. Try again later.',
  },
});
export type FailureCode = Parameters<ReturnType<typeof failureWords>>[0];

/** Codes that have words of their own. */
export const FAILURES: readonly FailureCode[] = [
  'HTTP_TOO_LARGE',
  'HTTP_BAD_REQUEST',
  'HTTP_INPUT_INVALID',
  'HTTP_REQUEST_TIMEOUT',
  'HTTP_OTHER_ORIGIN',
  'AUDIT_NOTHING_HANDED_IN',
  'AUDIT_NOT_A_PACKAGE',
  'AUDIT_NOTHING_TO_READ',
  'AUDIT_TOO_MANY_CHECKS',
  'AUDIT_CHECKS_TOO_OFTEN',
  'AUDIT_CHECK_TOO_LONG',
  'AUDIT_CHECK_TOO_LARGE',
  'ICON_ARCHIVE_UNSAFE',
  'ICON_ARCHIVE_TOO_LARGE',
  'ICON_ARCHIVE_DAMAGED',
  'CONNECTION_LOST',
];
