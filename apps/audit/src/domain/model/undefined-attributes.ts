import { isEngineName } from '../platform/internals.ts';
import { contractMembers } from '../platform/exports.ts';
import type { Attribute, Node, Statement } from '../python/tree.ts';
import { blocksOf } from './blocks-of.ts';
import { localNames } from './locals.ts';
import type { ClassModel, FunctionModel, Program } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';
import { undefinedIn } from './undefined-names.ts';
import { Wrappers } from './wrappers.ts';

/** An attribute of an object that nothing gives it, in the class that is made in the end. */
export interface UndefinedAttribute {
  readonly found: Found<Attribute>;
  readonly cls: ClassModel;
  /** All that the object has. */
  readonly known: ReadonlySet<string>;
}

/** Roots whose members are known; what derives from anything else inherits what nobody knows. */
const KNOWN_ROOTS: ReadonlySet<string> = new Set(['IconScoreBase', 'IconScoreException', 'ABC', 'object']);
/** What an exception has besides. */
const OF_EXCEPTIONS = ['args', 'code', 'message', 'with_traceback'];

/**
 * Reads of `self.name` where no class that the method may run for has such a thing: no method, no variable, no assignment anywhere in
 * the package. Classes that make up their attributes while they run are left out.
 */
export function undefinedAttributes(program: Program, facts: TreeFacts): UndefinedAttribute[] {
  const members = new Members(program, facts);
  const wrapped = wrappedBy(program, facts);
  const told = new Set<string>();
  return facts.judged('Attribute').flatMap((found) => {
    const method = methodOf(found) ?? wrapperOf(found, wrapped);
    if (method === undefined || !isRead(found)) return [];
    const { name } = found.node;
    const place = `${method.module.path}:${method.node.start} ${name}`;
    if (told.has(place) || /^__\w*__$/.test(name) || isEngineName(name)) return [];
    // A wrapper runs for each class that has a method under it.
    const owners = method.owner === undefined ? (wrapped.get(method) ?? []) : [method.owner];
    const cls = owners.map((owner) => lacking(members, owner, name)).find((each) => each !== undefined);
    if (cls === undefined) return [];
    told.add(place);
    return [{ found, cls, known: members.of(cls) ?? new Set() }];
  });
}

/** The class of an object that a class's methods run for, where none of those has the name. */
function lacking(members: Members, owner: ClassModel, name: string): ClassModel | undefined {
  const made = members.madeOf(owner);
  const own = mangled(name, owner);
  return made.every((each) => members.of(each)?.has(own) === false) ? made[0] : undefined;
}

/** What decorators put in the place of methods, and the classes that those stand in. */
function wrappedBy(program: Program, facts: TreeFacts): ReadonlyMap<FunctionModel, readonly ClassModel[]> {
  const wrappers = new Wrappers(program, facts);
  const found = new Map<FunctionModel, ClassModel[]>();
  for (const { owner, binding, decorators } of program.functions) {
    if (owner === undefined || binding !== 'method') continue;
    for (const wrapper of decorators.flatMap((decorator) => wrappers.of(decorator)))
      found.set(wrapper, [...(found.get(wrapper) ?? []), owner]);
  }
  return found;
}

/** The wrapper whose first parameter, the object of the method, the attribute is read of. */
function wrapperOf(
  { fn, node }: Found<Attribute>,
  wrapped: ReadonlyMap<FunctionModel, readonly ClassModel[]>,
): FunctionModel | undefined {
  const { value } = node;
  if (fn === undefined || value.kind !== 'Name' || !wrapped.has(fn)) return undefined;
  const [first] = fn.node.parameters;
  return first?.name === value.id && first.style === 'plain' ? fn : undefined;
}

/** The method whose `self` the attribute is read of, from functions and lambdas inside it too. */
function methodOf({ fn, node }: Found<Attribute>): FunctionModel | undefined {
  const { value } = node;
  if (value.kind !== 'Name') return undefined;
  let around = fn;
  while (around?.outer !== undefined && !localNames(around.node).has(value.id)) around = around.outer;
  const isMethod = around?.binding === 'method' || around?.binding === 'property';
  return isMethod && around?.node.parameters[0]?.name === value.id ? around : undefined;
}

function isRead({ node, parent }: Found): boolean {
  switch (parent?.node.kind) {
    case 'Assign':
      return parent.node.value === node;
    case 'AnnotatedAssign':
    case 'AugmentedAssign':
    case 'For':
    case 'Generator':
      return parent.node.target !== node;
    case 'Delete':
      return false;
    case 'WithItem':
      return parent.node.target !== node;
    case 'Tuple':
    case 'List':
    case 'Starred':
      return isRead(parent);
    default:
      return true;
  }
}

/** `self.__name` is another name in each class. */
const mangled = (name: string, cls: ClassModel): string =>
  name.startsWith('__') && !name.endsWith('__') ? `_${cls.name.replace(/^_+/, '')}${name}` : name;

/** Whether all that a class inherits is known. */
export const hasKnownMembers = ({ unknownBase, roots }: ClassModel): boolean =>
  !unknownBase && [...roots].every((root) => KNOWN_ROOTS.has(root));

class Members {
  /** The last classes of each line, by every class above them. */
  readonly #heirs = new Map<ClassModel, ClassModel[]>();
  /** Attributes that methods give to their own object, by class. */
  readonly #own = new Map<ClassModel, Set<string>>();
  /** Attributes that are given to an object from outside, and names that are asked for as text. */
  readonly #given: ReadonlySet<string>;
  /** Classes whose objects get attributes by computed names. */
  readonly #dynamic = new Set<ClassModel>();
  readonly #known = new Map<ClassModel, ReadonlySet<string> | undefined>();
  /** Names that nothing defines: as decorators they give a class nothing. */
  readonly #missing: ReadonlySet<Node>;

  constructor(program: Program, facts: TreeFacts) {
    const decorators = facts.of('Name').filter(({ parent }) => parent?.node.kind === 'ClassDefinition');
    this.#missing = new Set(decorators.filter(undefinedIn(program, facts)).map(({ node }) => node));
    const bases = new Set(program.classes.flatMap(({ order }) => order.slice(1)));
    for (const last of program.classes) {
      if (bases.has(last)) continue;
      for (const cls of last.order) this.#heirs.set(cls, [...(this.#heirs.get(cls) ?? []), last]);
    }
    const given = new Set<string>();
    for (const found of facts.of('Attribute')) {
      const owner = methodOf(found)?.owner;
      if (found.node.name === '__dict__' && found.cls !== undefined) this.#dynamic.add(found.cls);
      if (isRead(found)) continue;
      if (owner === undefined) given.add(found.node.name);
      else this.#own.set(owner, (this.#own.get(owner) ?? new Set()).add(mangled(found.node.name, owner)));
    }
    for (const { node, cls } of facts.of('Call')) {
      if (node.callee.kind !== 'Name' || !BY_NAME.has(node.callee.id)) continue;
      const [, name] = node.args;
      if (name?.kind === 'String') given.add(name.value);
      else if (cls !== undefined) this.#dynamic.add(cls);
    }
    this.#given = given;
  }

  /** The classes of the objects that a method of this class may run for, where all of them are contracts. */
  madeOf(cls: ClassModel): readonly ClassModel[] {
    const last = this.#heirs.get(cls) ?? [];
    return last.every(({ role }) => role === 'contract') ? last : [];
  }

  /** All names that an object of the class has; undefined where nobody knows. */
  of(cls: ClassModel): ReadonlySet<string> | undefined {
    if (!this.#known.has(cls)) this.#known.set(cls, this.#collect(cls));
    return this.#known.get(cls);
  }

  #collect(cls: ClassModel): ReadonlySet<string> | undefined {
    if (!hasKnownMembers(cls)) return undefined;
    const inherited = cls.roots.has('IconScoreException') ? OF_EXCEPTIONS : [];
    const names = new Set<string>([...contractMembers, ...inherited, ...this.#given]);
    for (const each of cls.order) {
      const { module, node } = each;
      if (this.#dynamic.has(each) || module.faults.length > 0) return undefined;
      if (node.decorators.some((decorator) => !this.#missing.has(decorator))) return undefined;
      if (each.methods.has('__getattr__') || each.methods.has('__getattribute__')) return undefined;
      for (const name of [...each.methods.keys(), ...each.variables.keys(), ...otherNames(node.body)])
        names.add(mangled(name, each));
      for (const name of this.#own.get(each) ?? []) names.add(name);
    }
    return names;
  }
}

const BY_NAME: ReadonlySet<string> = new Set(['setattr', 'getattr', 'hasattr', 'vars']);

/** What a class body defines besides methods and variables: classes, imports, targets of loops. */
function otherNames(body: readonly Statement[]): string[] {
  return body.flatMap((statement): string[] => {
    if (statement.kind === 'ClassDefinition') return [statement.name];
    if (statement.kind === 'Import' || statement.kind === 'ImportFrom')
      return statement.names.map(({ name, as }) => as ?? name.split('.')[0] ?? name);
    const target: Node | undefined = statement.kind === 'For' ? statement.target : undefined;
    return [...(target?.kind === 'Name' ? [target.id] : []), ...blocksOf(statement).flatMap(otherNames)];
  });
}
