import { definePhrases } from '../phrase/define-phrases.ts';

export const s9 = definePhrases('s9', {
  notFound: {
    en: 'S9 was left out: there is no pgbouncer on the PATH. Install the package pgbouncer to measure it.',
    ko: 'S9 측정은 뺐습니다. PATH에 pgbouncer가 없습니다. 재려면 pgbouncer 패키지를 설치하세요.',
  },

  kept: {
    en: '{workload}: a kept pool through PgBouncer in {mode} mode serves {times} what it does without.',
    ko: '{workload}: 두고 쓰는 풀이 PgBouncer의 {mode} 모드를 거치면 처리량은 거치지 않을 때의 {times}입니다.',
  },
  churn: {
    en: '{workload}: a connection per query through PgBouncer, clients let in {login}, serves {times} what one straight to the server does.',
    ko: '{workload}: 질의마다 PgBouncer에 연결하면({login}) 처리량은 서버에 바로 연결할 때의 {times}입니다.',
  },
  trust: { en: 'without a password', ko: '비밀번호 없이' },
  md5: { en: 'by MD5', ko: 'MD5 인증' },
  'scram-sha-256-secret': {
    en: 'by SCRAM with the server’s own secret',
    ko: '서버의 비밀값을 쓰는 SCRAM 인증',
  },
  'scram-sha-256-plain': { en: 'by SCRAM from plain passwords', ko: '평문 비밀번호를 쓰는 SCRAM 인증' },
  cpu: {
    en: 'PgBouncer in {mode} mode used {cpu} µs of CPU for each operation.',
    ko: 'PgBouncer의 {mode} 모드는 연산마다 CPU를 {cpu} µs 썼습니다.',
  },

  allWork: {
    en: 'by PgBouncer {mode} ({auth}): {kept} work.',
    ko: 'PgBouncer의 {mode} 모드({auth}): 쓸 수 있는 것은 {kept}입니다.',
  },
  someWork: {
    en: 'by PgBouncer {mode} ({auth}): {kept} work; broken or unreliable: {lost}.',
    ko: 'PgBouncer의 {mode} 모드({auth}): 쓸 수 있는 것은 {kept}, 깨지거나 믿을 수 없는 것은 {lost}입니다.',
  },
  noneWork: {
    en: 'by PgBouncer {mode} ({auth}): nothing of a session survives; broken or unreliable: {lost}.',
    ko: 'PgBouncer의 {mode} 모드({auth}): 세션에서 남는 것이 없습니다. 깨지거나 믿을 수 없는 것은 {lost}입니다.',
  },
  set: { en: 'SET', ko: 'SET' },
  temporaryTables: { en: 'temporary tables', ko: '임시 테이블' },
  advisoryLocks: { en: 'session advisory locks', ko: '세션 권고 잠금' },
  prepare: { en: 'PREPARE', ko: 'PREPARE' },
  listen: { en: 'LISTEN', ko: 'LISTEN' },
  transactions: { en: 'transactions', ko: '트랜잭션' },

  namedAll: {
    en: '{arm} through PgBouncer {version} in transaction mode: of {offered} operations all of them were answered.',
    ko: '‘{arm}’: PgBouncer {version}의 transaction 모드에서 연산 {offered}건이 모두 답을 받았습니다.',
  },
  namedSome: {
    en: '{arm} through PgBouncer {version} in transaction mode: of {offered} operations {ok} were answered, the others: {others}.',
    ko: '‘{arm}’: PgBouncer {version}의 transaction 모드에서 연산 {offered}건 가운데 {ok}건이 답을 받았습니다. 나머지: {others}.',
  },
  hung: {
    en: '{arm}: {hung} operations wait for ever, and no error tells it. Use no prepared statements behind such a pooler, or PgBouncer 1.21 or newer with max_prepared_statements.',
    ko: '‘{arm}’: 연산 {hung}건이 오류 없이 끝없이 기다립니다. 이런 풀러 뒤에서는 준비된 문장(prepared statement)을 쓰지 말거나, max_prepared_statements가 있는 PgBouncer 1.21 이상을 쓰세요.',
  },
  outcomes: {
    en: '{arm}: each of {offered} operations has an outcome.',
    ko: '‘{arm}’: 연산 {offered}건 모두 결과가 있습니다.',
  },
  noOutcome: {
    en: '{arm}: {lost} of {offered} operations have no outcome.',
    ko: '‘{arm}’: 연산 {offered}건 가운데 {lost}건은 결과를 알 수 없습니다.',
  },
});
