import type { ChainView } from '../view.ts';

/** Methods by name: what they see of the chain and the parameters as sent give the result as JSON text. */
export type Methods = Readonly<Record<string, (view: ChainView, params: unknown) => string>>;
