import type { Begin } from './messages.ts';

/**
 * In a role's process: waits until the supervisor lets it begin. Gives variables with what the roles before it provide. When
 * the supervisor goes before, so does the process.
 */
export function waitForBegin(): Promise<Begin['variables']> {
  const leave = (): never => process.exit();
  return new Promise((resolve) => {
    process.once('disconnect', leave);
    process.once('message', ({ variables }: Begin) => {
      process.off('disconnect', leave);
      resolve(variables);
    });
  });
}
