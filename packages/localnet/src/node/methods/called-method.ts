import { isObject } from '@madang/icon';
import { invalidParams } from '../rpc/failure.ts';

/** The method that an `icx_call` asks for, and what is given to it; refused as the node refuses data that name none. */
export function calledMethod(params: unknown): { method: string; given: unknown } {
  const data = isObject(params) ? params['data'] : undefined;
  if (!isObject(data)) throw invalidParams(`fail to validate, data('Data')`);
  if (typeof data['method'] !== 'string') throw invalidParams(`fail to validate, data.method('Data')`);
  return { method: data['method'], given: data['params'] };
}
