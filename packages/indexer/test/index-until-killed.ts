import { openDatabase } from '@madang/pg';
import { follow } from './follow.ts';
import { labels } from './labels.ts';
import { probe } from './probe.ts';

// A process that indexes in many small transactions, for tests that kill it in the middle of one.
const [nodeUrl = '', databaseUrl = ''] = process.argv.slice(2);
const database = openDatabase({ url: databaseUrl });
await follow(database, nodeUrl, [probe(), labels], { limits: { rowsPerBatch: 40 } }).ended;
