import type { Rule } from '../catalogue/rule.ts';
import { rule as A01 } from './A01-missing-auth/rule.ts';
import { rule as A02 } from './A02-tx-origin-auth/rule.ts';
import { rule as A03 } from './A03-auth-on-parameter/rule.ts';
import { rule as A04 } from './A04-tokenfallback-sender/rule.ts';
import { rule as A05 } from './A05-silent-auth-failure/rule.ts';
import { rule as A06 } from './A06-unused-guard/rule.ts';
import { rule as A07 } from './A07-iscontract-auth/rule.ts';
import { rule as A08 } from './A08-open-outflow/rule.ts';
import { rule as A09 } from './A09-guarded-self-call/rule.ts';
import { rule as A10 } from './A10-duplicate-role/rule.ts';
import { rule as A11 } from './A11-inverted-auth/rule.ts';
import { rule as A12 } from './A12-data-flips-authority/rule.ts';
import { rule as C01 } from './C01-unbounded-loop/rule.ts';
import { rule as C02 } from './C02-unfinishing-loop/rule.ts';
import { rule as C03 } from './C03-arraydb-membership/rule.ts';
import { rule as C04 } from './C04-call-in-loop/rule.ts';
import { rule as C05 } from './C05-growing-string/rule.ts';
import { rule as C06 } from './C06-loop-in-update/rule.ts';
import { rule as C07 } from './C07-mutate-while-iterating/rule.ts';
import { rule as D01 } from './D01-forbidden-import/rule.ts';
import { rule as D02 } from './D02-forbidden-builtin/rule.ts';
import { rule as D03 } from './D03-network-access/rule.ts';
import { rule as D04 } from './D04-wall-clock/rule.ts';
import { rule as D05 } from './D05-python-random/rule.ts';
import { rule as D06 } from './D06-builtin-hash/rule.ts';
import { rule as D07 } from './D07-set-order/rule.ts';
import { rule as D08 } from './D08-instance-state/rule.ts';
import { rule as D09 } from './D09-global-mutation/rule.ts';
import { rule as D10 } from './D10-cached-state-in-init/rule.ts';
import { rule as D11 } from './D11-nondeterministic-text/rule.ts';
import { rule as D12 } from './D12-internal-api/rule.ts';
import { rule as F01 } from './F01-reentrancy/rule.ts';
import { rule as F02 } from './F02-reentrancy-event/rule.ts';
import { rule as F03 } from './F03-unchecked-send/rule.ts';
import { rule as F04 } from './F04-unchecked-bool/rule.ts';
import { rule as F05 } from './F05-swallowed-exception/rule.ts';
import { rule as F06 } from './F06-state-before-swallow/rule.ts';
import { rule as F07 } from './F07-locked-icx/rule.ts';
import { rule as F08 } from './F08-ignored-value/rule.ts';
import { rule as F09 } from './F09-push-loop/rule.ts';
import { rule as F10 } from './F10-weak-random/rule.ts';
import { rule as F11 } from './F11-game-no-eoa-guard/rule.ts';
import { rule as F12 } from './F12-open-swap/rule.ts';
import { rule as F13 } from './F13-double-execution/rule.ts';
import { rule as L01 } from './L01-super-first/rule.ts';
import { rule as L02 } from './L02-statedb-in-init/rule.ts';
import { rule as L03 } from './L03-lifecycle-signature/rule.ts';
import { rule as L04 } from './L04-decorated-lifecycle/rule.ts';
import { rule as L05 } from './L05-decorator-conflict/rule.ts';
import { rule as L06 } from './L06-eventlog-declaration/rule.ts';
import { rule as L07 } from './L07-reserved-event/rule.ts';
import { rule as L08 } from './L08-external-param-hint/rule.ts';
import { rule as L09 } from './L09-readonly-return-hint/rule.ts';
import { rule as L10 } from './L10-default-mismatch/rule.ts';
import { rule as L11 } from './L11-fallback-shape/rule.ts';
import { rule as L12 } from './L12-no-external/rule.ts';
import { rule as L13 } from './L13-package-layout/rule.ts';
import { rule as L14 } from './L14-wrapper-without-wraps/rule.ts';
import { rule as L15 } from './L15-import-position/rule.ts';
import { rule as L16 } from './L16-override-arity/rule.ts';
import { rule as L17 } from './L17-call-mismatch/rule.ts';
import { rule as L18 } from './L18-undefined-name/rule.ts';
import { rule as L19 } from './L19-tx-in-lifecycle/rule.ts';
import { rule as L20 } from './L20-exposed-internal-name/rule.ts';
import { rule as L21 } from './L21-missing-external/rule.ts';
import { rule as N01 } from './N01-float-value/rule.ts';
import { rule as N02 } from './N02-int-of-division/rule.ts';
import { rule as N03 } from './N03-zero-division/rule.ts';
import { rule as N04 } from './N04-div-before-mul/rule.ts';
import { rule as N05 } from './N05-unvalidated-amount/rule.ts';
import { rule as N06 } from './N06-unchecked-sub/rule.ts';
import { rule as N07 } from './N07-unbounded-pow/rule.ts';
import { rule as N08 } from './N08-strict-count-equality/rule.ts';
import { rule as N09 } from './N09-always-zero/rule.ts';
import { rule as Q01 } from './Q01-deprecated-api/rule.ts';
import { rule as Q02 } from './Q02-print/rule.ts';
import { rule as Q03 } from './Q03-missing-f-prefix/rule.ts';
import { rule as Q04 } from './Q04-identity-compare/rule.ts';
import { rule as Q05 } from './Q05-unreachable/rule.ts';
import { rule as Q06 } from './Q06-return-mismatch/rule.ts';
import { rule as Q07 } from './Q07-not-readonly/rule.ts';
import { rule as Q08 } from './Q08-writable-return/rule.ts';
import { rule as Q09 } from './Q09-bare-except/rule.ts';
import { rule as Q10 } from './Q10-duplicate-method/rule.ts';
import { rule as Q11 } from './Q11-hard-coded-address/rule.ts';
import { rule as Q12 } from './Q12-non-revert-exception/rule.ts';
import { rule as Q13 } from './Q13-debug-logging/rule.ts';
import { rule as Q14 } from './Q14-missing-return/rule.ts';
import { rule as S01 } from './S01-container-rebind/rule.ts';
import { rule as S02 } from './S02-value-type-mismatch/rule.ts';
import { rule as S03 } from './S03-unsupported-value/rule.ts';
import { rule as S04 } from './S04-depth-limit/rule.ts';
import { rule as S05 } from './S05-dictdb-misuse/rule.ts';
import { rule as S06 } from './S06-none-check/rule.ts';
import { rule as S07 } from './S07-key-type-mix/rule.ts';
import { rule as S08 } from './S08-duplicate-key/rule.ts';
import { rule as S09 } from './S09-update-resets/rule.ts';
import { rule as S10 } from './S10-init-only-in-update/rule.ts';
import { rule as S11 } from './S11-dictdb-keyerror/rule.ts';
import { rule as S12 } from './S12-secret-on-chain/rule.ts';
import { rule as T01 } from './T01-irc2-missing-method/rule.ts';
import { rule as T02 } from './T02-irc2-param-name/rule.ts';
import { rule as T03 } from './T03-transfer-without-event/rule.ts';
import { rule as T04 } from './T04-event-without-transfer/rule.ts';
import { rule as T05 } from './T05-mint-burn-event/rule.ts';
import { rule as T06 } from './T06-mutable-fixed-info/rule.ts';
import { rule as T07 } from './T07-missing-tokenfallback/rule.ts';
import { rule as T08 } from './T08-transfer-signature/rule.ts';
import { rule as T09 } from './T09-event-then-revert/rule.ts';
import { rule as T10 } from './T10-privileged-no-event/rule.ts';
import { rule as T11 } from './T11-undecorated-event/rule.ts';
import { rule as T12 } from './T12-irc3-compliance/rule.ts';
import { rule as T13 } from './T13-self-transfer/rule.ts';

/** All rules, in the order of their ids. */
export const rules: readonly Rule[] = [
  A01,
  A02,
  A03,
  A04,
  A05,
  A06,
  A07,
  A08,
  A09,
  A10,
  A11,
  A12,
  C01,
  C02,
  C03,
  C04,
  C05,
  C06,
  C07,
  D01,
  D02,
  D03,
  D04,
  D05,
  D06,
  D07,
  D08,
  D09,
  D10,
  D11,
  D12,
  F01,
  F02,
  F03,
  F04,
  F05,
  F06,
  F07,
  F08,
  F09,
  F10,
  F11,
  F12,
  F13,
  L01,
  L02,
  L03,
  L04,
  L05,
  L06,
  L07,
  L08,
  L09,
  L10,
  L11,
  L12,
  L13,
  L14,
  L15,
  L16,
  L17,
  L18,
  L19,
  L20,
  L21,
  N01,
  N02,
  N03,
  N04,
  N05,
  N06,
  N07,
  N08,
  N09,
  Q01,
  Q02,
  Q03,
  Q04,
  Q05,
  Q06,
  Q07,
  Q08,
  Q09,
  Q10,
  Q11,
  Q12,
  Q13,
  Q14,
  S01,
  S02,
  S03,
  S04,
  S05,
  S06,
  S07,
  S08,
  S09,
  S10,
  S11,
  S12,
  T01,
  T02,
  T03,
  T04,
  T05,
  T06,
  T07,
  T08,
  T09,
  T10,
  T11,
  T12,
  T13,
];
