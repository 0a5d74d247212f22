import { raise } from '@madang/errors';
import { memberDied } from '../errors.ts';
import type { Channel } from './channel.ts';
import type { Member, MemberTerms } from './member.ts';
import { unpackResult, type FromMember, type ToMember } from './messages.ts';

/** Time to close its connections and leave, in milliseconds; a busy server lets no connection go before its statement ends. */
const PATIENCE_MS = 5000;

/** Prepares a member in another thread or process. Throws POOLBENCH_MEMBER_DIED, as all that it does may. */
export async function prepareRemoteMember(
  channel: Channel,
  terms: MemberTerms,
  signal: AbortSignal,
): Promise<Member> {
  const { index } = terms;
  let heard: (message: FromMember) => void = () => undefined;
  channel.onMessage((message) => heard(message));
  const died = channel.ended.then((how) => raise(memberDied({ member: index, how })));
  // It is also meant to end, when nobody waits for an answer.
  died.catch(() => undefined);

  const ask = async (message: ToMember): Promise<FromMember> => {
    const answer = new Promise<FromMember>((resolve) => (heard = resolve));
    channel.send(message);
    const said = await Promise.race([answer, died]);
    return said.type === 'failed' ? raise(memberDied({ member: index, how: said.reason })) : said;
  };
  const stop = (): void => channel.send({ type: 'stop' });
  const end = async (): Promise<void> => {
    signal.removeEventListener('abort', stop);
    const timer = setTimeout(channel.kill, PATIENCE_MS);
    channel.send({ type: 'end' });
    await channel.ended;
    clearTimeout(timer);
  };

  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const ready = await ask({ type: 'prepare', terms });
    return {
      warmedUp: ready.type === 'ready' ? ready.warmedUp : null,
      async run(at) {
        const said = await ask({ type: 'run', at });
        if (said.type !== 'done') throw new TypeError(`A member said ${said.type} when it had run.`);
        return { ...said.done, result: unpackResult(said.done.result) };
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
