import { pathToFileURL } from 'node:url';
import { createAdapter } from './create-adapter.ts';
import { badAdapterFile } from './errors.ts';
import type { Arm, PoolAdapter } from './pool-adapter.ts';
import type { Target } from './target.ts';

const METHODS = ['open', 'acquire', 'query', 'release', 'stats', 'close'] as const;

/**
 * The adapter of an arm, its file loaded first where it is somebody's own; nothing is connected yet. Throws POOLBENCH_BAD_ARM and
 * POOLBENCH_BAD_ADAPTER_FILE.
 */
export async function loadAdapter(arm: Arm, target: Target): Promise<PoolAdapter> {
  const { file } = arm;
  if (arm.driver !== 'own' || file === undefined) return createAdapter(arm, target);
  const make = await makerIn(file);
  const adapter: unknown = await make(arm, target);
  const missing = METHODS.find(
    (name) => typeof (adapter as Record<string, unknown> | null)?.[name] !== 'function',
  );
  if (missing !== undefined) throw badAdapterFile({ file, reason: `what it makes has no ${missing}` });
  return adapter as PoolAdapter;
}

type Make = (arm: Arm, target: Target) => unknown;

async function makerIn(file: string): Promise<Make> {
  const module = (await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw badAdapterFile({ file, reason: error instanceof Error ? error.message : String(error) }, error);
  })) as { createAdapter?: unknown };
  if (typeof module.createAdapter !== 'function')
    throw badAdapterFile({ file, reason: 'it does not export createAdapter' });
  return module.createAdapter as Make;
}
