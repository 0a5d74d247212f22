import { availableParallelism, constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';

// Threads take over the priority of the one that starts them, so it comes first.
setPriority(constants.priority.PRIORITY_LOW);
for (let cores = availableParallelism(); cores > 0; cores -= 1) new Worker('for (;;);', { eval: true });

// Who asked for it has ended, however that came about.
process.once('disconnect', () => process.exit());
