import { runVerbs } from '@madang/system/verbs';
import { auditVerbs } from './verbs.ts';

process.exitCode = await runVerbs(auditVerbs, process.argv.slice(2));
