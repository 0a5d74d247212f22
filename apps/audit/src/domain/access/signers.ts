import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { ORDERS, type Fact, type Value } from '../flow/values.ts';
import { dotted } from '../model/dotted.ts';
import { isAccountOfOurs, isNamedAccount } from './accounts.ts';
import { certain } from './certain.ts';

/** `create_address_with_key(recover_key(…)) == self._master.get()`: whoever brings the message, one who stands here has signed it. */
export function asksWhoSigned(fact: Fact): boolean {
  if (fact.kind === 'true') return isOfSigner(fact.value);
  if (fact.kind !== 'compare') return false;
  if (ORDERS.has(fact.operator)) return isOfSigner(fact.left) || isOfSigner(fact.right);
  if (fact.operator !== '==') return false;
  const [left, right] = [certain(fact.left), certain(fact.right)];
  return (isSigner(left) && isAccountOfOurs(right)) || (isSigner(right) && isAccountOfOurs(left));
}

/** Kept under the name of one who signed, or added up of what is: `weight += weights[signer]`. */
function isOfSigner(value: Value, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  const { read, choices = [], made } = value;
  const parts = [
    ...choices.map((choice) => choice.value),
    ...(made === undefined ? [] : [made.left, made.right]),
  ];
  return (
    read?.keys.some((key) => isSignerOrNone(key)) === true ||
    parts.some((part) => isOfSigner(part, depth + 1))
  );
}

const DEEPEST = 4;

/** A helper may answer with nobody where the signature is none. */
const isSignerOrNone = (value: Value, depth = 0): boolean =>
  isSigner(value) ||
  (depth < DEEPEST && value.choices?.some((choice) => isSignerOrNone(choice.value, depth + 1)) === true);

const isSigner = ({ node }: Value): boolean =>
  node.kind === 'Call' && /(?:^|\.)create_address_with_key$/.test(dotted(node.callee) ?? '');

/** A signature that is held against an account which the caller names as well. */
interface NamedSigner {
  readonly way: StepOf<'way'>;
  readonly account: Value;
}

/** Where who signed is held against an account that the caller names, and something of this sort is done behind it. */
export const namedSigners = (flow: Flow, isDone: (step: Step) => boolean): NamedSigner[] =>
  stepsOf(flow, 'way').flatMap((way) => {
    const account = way.action.facts.map(signerNamed).find((named) => named !== undefined);
    const isBehind = (step: Step) => factsAt(flow, step).some((fact) => way.action.facts.includes(fact));
    return account !== undefined && flow.steps.some((step) => isDone(step) && isBehind(step))
      ? [{ way, account }]
      : [];
  });

/** Whether a fact says that this account has signed what the caller brings. */
export const isSignedBy = (fact: Fact, account: Value): boolean => signerNamed(fact)?.shape === account.shape;

function signerNamed(fact: Fact): Value | undefined {
  if (fact.kind !== 'compare' || fact.operator !== '==') return undefined;
  return accountBeside(fact.left, fact.right) ?? accountBeside(fact.right, fact.left);
}

const accountBeside = (signer: Value, account: Value): Value | undefined =>
  isSigner(signer) && isNamedAccount(account) ? account : undefined;
