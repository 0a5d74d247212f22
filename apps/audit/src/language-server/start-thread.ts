import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts a thread at `new URL('./x.worker.ts', import.meta.url)`, from source as well as from a bundle that has put a `.mjs` in its place. */
export function startThread(url: URL, options: WorkerOptions): Worker {
  return new Worker(url, url.pathname.endsWith('.ts') ? { ...options, execArgv: loader() } : options);
}

// In a thread `--import tsx` does nothing on Node 20: it has to be told to register itself there.
function loader(): string[] {
  const register = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  return ['--conditions=source', '--import', `data:text/javascript,${encodeURIComponent(register)}`];
}
