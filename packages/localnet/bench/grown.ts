import { IN_BLOCK, open, unsignedTransfers, walletsOf } from './ledger-of.ts';

// Lets the chain of a folder grow to a number of transactions, and tells what that took and what is held in memory.
const [folder = '', token = '', upTo = '0'] = process.argv.slice(2);
const net = await open(folder);
const bed = { net, token, wallets: walletsOf() };
const { chain } = net;
const start = performance.now();
const cpu = process.cpuUsage();
const before = chain.ledger.transactions;
for (let n = 1_000_000; chain.ledger.transactions < Number(upTo); n += IN_BLOCK) {
  for (const one of unsignedTransfers(bed, IN_BLOCK, n)) chain.admit(one);
  chain.produce();
}
const { user, system } = process.cpuUsage(cpu);
process.send?.({
  count: chain.ledger.transactions - before,
  seconds: (performance.now() - start) / 1000,
  cpu: (user + system) / 1e6,
  memory: process.memoryUsage.rss(),
});
await net.stop();
process.exit();
