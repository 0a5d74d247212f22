import { buildContract } from '../../src/domain/flow/contract.ts';
import type { ContractModel, Flow } from '../../src/domain/flow/flow.ts';
import { buildProgram } from '../../src/domain/model/build-program.ts';
import { readPackages } from '../../src/domain/package/read-packages.ts';

const HEAD = 'from iconservice import *\n';

/** The last contract class of a source. */
export function contractOf(source: string): ContractModel {
  const [pkg] = readPackages([{ path: 'sample.py', bytes: new TextEncoder().encode(HEAD + source) }]);
  if (pkg === undefined) throw new Error('no package');
  const program = buildProgram(pkg);
  const cls = program.classes.findLast(({ role }) => role === 'contract');
  if (cls === undefined) throw new Error('no contract');
  return buildContract(program, cls);
}

export function flowOf(contract: ContractModel, name: string): Flow {
  const flow = contract.flows.find(({ entry }) => entry.fn.name === name);
  if (flow === undefined) throw new Error(`no flow ${name}`);
  return flow;
}

/** Steps as short texts, in order. */
export function told(flow: Flow): string[] {
  return flow.steps.flatMap(({ action }) => {
    switch (action.kind) {
      case 'read':
      case 'write':
        return [
          `${action.kind} ${action.item.name}${action.keys.map(({ shape }) => `[${shape}]`).join('')} ${action.how}`,
        ];
      case 'external':
        return [`call ${action.method}`];
      case 'transfer':
        return [`${action.how} ${action.to.shape}`];
      case 'event':
        return [`event ${action.name}`];
      case 'raise':
        return [action.by];
      case 'exit':
        return ['exit'];
      default:
        return [];
    }
  });
}
