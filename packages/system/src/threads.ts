import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread at `new URL('./x.worker.ts', import.meta.url)`, from source as well as from a bundle that has put a `.mjs` in its
 * place. What the thread is to know goes by `workerData`, which is cloned: passwords may be in it, functions may not.
 */
export function startThread(url: URL, options: WorkerOptions = {}): Worker {
  return new Worker(url, { ...options, ...(isSource(url) && { execArgv: [...loaderFor(url)] }) });
}

/**
 * Arguments for Node that let it run the file: none for a bundle. For `fork`, too, whose `execArgv` is our own unless given.
 */
export function loaderFor(url: URL): readonly string[] {
  if (!isSource(url)) return [];
  // In a thread `--import tsx` does nothing on Node 20: it has to be told to register itself there.
  const register = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  return ['--conditions=source', '--import', `data:text/javascript,${encodeURIComponent(register)}`];
}

function isSource(url: URL): boolean {
  return url.pathname.endsWith('.ts');
}
