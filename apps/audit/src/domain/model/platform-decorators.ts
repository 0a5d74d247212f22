import type { DecoratorModel, FunctionModel } from './program.ts';

/** The platform's decorators that give a method its part in the API. */
export const API_DECORATORS = ['external', 'payable', 'eventlog', 'interface'] as const;
export type ApiDecorator = (typeof API_DECORATORS)[number];

/** Decorators of a function that are this one of the platform's, under whatever name they were imported. */
export function platformDecorators(fn: FunctionModel, name: ApiDecorator): DecoratorModel[] {
  return fn.decorators.filter(({ target }) => target.kind === 'platform' && target.name === name);
}

export const isApiDecorator = ({ target }: DecoratorModel): boolean =>
  target.kind === 'platform' && API_DECORATORS.some((name) => name === target.name);

export const isApi = (fn: FunctionModel): boolean => fn.decorators.some(isApiDecorator);
