import type { Verb } from '@madang/system';

/** `audit check PATH`: what is wrong in a SCORE package. */
export const check: Verb = {
  name: 'check',
  summary:
    'Reads a Python SCORE (folder, zip, hex of a deploy transaction, "-") and says what is wrong; ends with 1 when there is something',
  examples: [
    'check my_score/',
    'check my_score.zip --format html --output report.html',
    'check my_score/ --fail-on critical --language ko',
    'check my_score/ --fix --diff',
    'check my_score/ --since ../last_release.zip --new-only',
    'check my_score/ --baseline audit-baseline.json',
    'check - --stdin-name token/token.py < token.py',
  ],
  flags: {
    format: 'Format of the report, such as json, sarif or html; terminal unless given (출력 형식)',
    output: 'File to write the report to; a summary is still printed (결과를 쓸 파일)',
    'fail-on':
      'Least severity that ends the command with 1: critical, high, medium, low, info or never; low unless given (종료 코드 1의 기준)',
    'min-confidence': 'Least confidence that is told: high, medium or low; low unless given (알릴 최소 확신)',
    engine: 'Engine whose loader is asked: v1, goloop or either; either unless given (엔진)',
    only: 'Rules to run, such as F01,A01; all unless given (실행할 규칙)',
    settings:
      'File of settings, or none; the madang-audit.yaml nearest to the package unless given (설정 파일)',
    baseline: 'File of known findings, which are not counted again (기준선 파일)',
    'write-baseline': 'File to write all present findings to; ends with 0 (기준선을 쓸 파일)',
    since: 'Older version (folder, zip, hex) to compare with (비교할 이전 버전)',
    'stdin-name': 'Path that standard input stands for; stdin.py unless given (표준 입력의 경로)',
  },
  switches: {
    json: 'Short for --format json',
    fix: 'Mends what can be mended without changing what the contract does (안전하게 고칠 수 있는 것을 고칩니다)',
    'fix-unsafe': 'Mends also what may change it (동작이 바뀔 수 있는 것도 고칩니다)',
    diff: 'Shows what --fix would change, and writes nothing; ends with 1 when there is something (고칠 내용을 보여 줍니다)',
    'new-only': 'With --since: only what is new counts for --fail-on (새로 생긴 것만 셉니다)',
    watch: 'Checks again whenever a file changes, until Ctrl-C (파일이 바뀔 때마다 다시 검사합니다)',
  },
  run: async (context) => (await import('./run-check.ts')).runCheck(context),
};
