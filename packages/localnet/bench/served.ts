import { open } from './ledger-of.ts';

// Serves the chain of a folder in a process of its own, so that what serving costs is not mixed with what asking does.
const [folder = ''] = process.argv.slice(2);
const net = await open(folder);
process.on('message', (message) => {
  if (message === 'stop') void net.stop().then(() => process.exit());
  else process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage.rss() });
});
process.send?.({ url: net.url, blocks: net.chain.ledger.blocks });
