import { isStep } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { deploymentMethods, isDeployment } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import type { FunctionModel, Program } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { absent, counted, listed, nothing, places, seen, type Look, type Looker } from '../look.ts';

/** CL-C13: the events that are declared. */
export const lookAtEvents: Looker = ({ program }): Look => {
  const events = program.functions.filter(({ event }) => event !== undefined);
  if (events.length === 0) return nothing('No event is declared.', '선언한 이벤트가 없습니다.');
  const names = listed(
    events.map(({ name }) => name),
    30,
  );
  return {
    seen: [
      seen(
        `${counted(events.length, 'event')} ${events.length === 1 ? 'is' : 'are'} declared: ${names}`,
        `선언한 이벤트 ${events.length}개: ${names}`,
        events.map(nameOf),
      ),
    ],
  };
};

/** CL-C14: the methods that have a parent's to call. */
export const lookAtParentCalls: Looker = ({ program }): Look => {
  const methods = lifecycleMethods(program);
  if (methods.length === 0)
    return absent(
      'No contract defines `__init__`, `on_install` or `on_update` of its own.',
      '`__init__`, `on_install`, `on_update` 메서드를 직접 정의한 컨트랙트가 없습니다.',
    );
  const names = listed(methods.map(({ owner, name }) => `${owner?.name ?? '?'}.${name}`));
  return {
    seen: [
      seen(
        `${counted(methods.length, 'method')} that ${methods.length === 1 ? 'has' : 'have'} a parent’s to call: ${names}`,
        `상위 메서드를 호출해야 하는 메서드 ${methods.length}개: ${names}`,
        methods.map(nameOf),
      ),
    ],
  };
};

const lifecycleMethods = ({ classes }: Program): FunctionModel[] =>
  classes
    .filter(({ role }) => role === 'contract')
    .flatMap(({ methods }) => [...methods.values()])
    .filter((fn) => (fn.name === '__init__' || isDeployment(fn)) && !fn.abstract);

/** CL-C15: the parameters of deployment. */
export const lookAtDeployment: Looker = ({ program }): Look => {
  const methods = deploymentMethods(program);
  if (methods.length === 0)
    return absent(
      'No contract defines `on_install` or `on_update`.',
      '`on_install`, `on_update` 메서드를 정의한 컨트랙트가 없습니다.',
    );
  return {
    seen: methods.map((fn) => {
      const header = `\`${fn.name}(${fn.node.parameters.map((each) => sourceOf(fn.module, each)).join(', ')})\``;
      return seen(header, header, [nameOf(fn)]);
    }),
  };
};

/** CL-C19: what constructors do with the database. */
export const lookAtConstructors: Looker = ({ contracts }: Subject): Look => {
  const all = contracts.flatMap(({ cls, fields, flows }) =>
    flows
      .filter(({ entry }) => entry.kind === 'constructor')
      .map((flow) => {
        const containers = [...fields.values()].filter(({ reference }) => reference?.kind === 'container');
        const touches = places(flow.steps.filter((step) => isStep(step, 'read') || isStep(step, 'write')));
        return seen(
          `The constructor of \`${cls.name}\` makes ${counted(containers.length, 'container')} and reads or writes them in ${counted(touches.length, 'place')}`,
          `\`${cls.name}\` 생성자는 저장소 ${containers.length}개를 만들고 ${touches.length}곳에서 읽거나 씁니다`,
          [nameOf(flow.entry.fn), ...touches],
        );
      }),
  );
  return all.length > 0
    ? { seen: all }
    : absent('No contract defines a constructor.', '생성자를 정의한 컨트랙트가 없습니다.');
};
