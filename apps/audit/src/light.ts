import { runVerbs } from '@madang/system/verbs';
import { auditVerbs } from './verbs.ts';

void runVerbs(auditVerbs, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
