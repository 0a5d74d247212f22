import type { z } from 'zod';

/** Parameters that choose how every page is shown; they never reach a loader. */
const CHOICES = ['lang', 'theme'];

interface Declaration {
  readonly operationId: string;
  readonly path: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly page: { readonly path: string } | null;
}

/** Finds the slips in a declaration when it is made: a program that starts has none. */
export function checkDeclaration({ operationId, path, params, query, page }: Declaration): void {
  const declared = Object.keys(params.shape).sort();
  for (const address of page === null ? [path] : [path, page.path]) {
    const used = [...address.matchAll(/:(\w+)/g)].map(([, name = '']) => name).sort();
    if (used.join() !== declared.join())
      throw new TypeError(
        `${operationId}: ${address} has the parameters ${list(used)}, but ${list(declared)} are declared.`,
      );
  }
  const taken = Object.keys(query.shape).find((name) => declared.includes(name) || CHOICES.includes(name));
  if (taken !== undefined)
    throw new TypeError(
      `${operationId}: ${taken} cannot be asked for in the query; its path or the page has it.`,
    );
}

function list(names: readonly string[]): string {
  return names.length === 0 ? '(none)' : names.join(', ');
}
