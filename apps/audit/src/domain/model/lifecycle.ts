import type { FunctionModel, Program } from './program.ts';

/** Methods that the engine calls when a contract is installed and updated. */
export const isDeployment = ({ name }: { readonly name: string }): boolean =>
  name === 'on_install' || name === 'on_update';

/** `on_install` and `on_update` of contracts, those of base classes too. */
export function deploymentMethods(program: Program): FunctionModel[] {
  return program.classes
    .filter(({ role }) => role === 'contract')
    .flatMap(({ definitions }) => definitions.filter(isDeployment));
}
