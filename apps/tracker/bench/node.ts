import { RECORDINGS, startReplay } from '@madang/localnet';

// A process of its own, so that what the node costs is not counted as the indexer's.
const replay = await startReplay({ recording: RECORDINGS.chain });
process.send?.({ url: replay.url });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuSeconds: (user + system) / 1e6 });
});
process.on('disconnect', () => process.exit(0));
