import path from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { badDirectory, noUser } from './errors.ts';
import type { Layout } from './layout.ts';
import { findNobody, ourselves, rootInDisguise, userOf, works, type RunAs } from './run-as.ts';

/**
 * Who the server runs as. Not root: ourselves. Root, whom PostgreSQL refuses: the owner of the cluster; for a new one `nobody`,
 * or, where nobody cannot reach binaries or directory, root in a user namespace in which it is nobody.
 */
export async function chooseUser(
  layout: Layout,
  binaries: Binaries,
  cluster: Cluster | undefined,
): Promise<RunAs> {
  const uid = process.geteuid?.();
  if (uid !== 0) {
    if (cluster !== undefined && cluster.uid !== uid) throw foreign(layout, cluster);
    return ourselves;
  }
  if (cluster !== undefined && cluster.uid !== 0)
    return usable(layout, binaries, userOf(cluster.uid, cluster.gid));
  const nobody = cluster === undefined ? await findNobody() : undefined;
  const asNobody = nobody === undefined ? undefined : userOf(nobody.uid, nobody.gid);
  if (asNobody !== undefined && (await canUse(layout, binaries, asNobody))) return asNobody;
  const disguise = await rootInDisguise();
  if (disguise === undefined)
    throw noUser({ directory: layout.dataDir, reason: 'there is no user called nobody' });
  return usable(layout, binaries, disguise);
}

async function usable(layout: Layout, binaries: Binaries, as: RunAs): Promise<RunAs> {
  if (await canUse(layout, binaries, as)) return as;
  const reason =
    as.owner === undefined
      ? 'user namespaces are not allowed here'
      : `user ${as.owner.uid} cannot reach it, or not ${binaries.folder}`;
  throw noUser({ directory: layout.dataDir, reason });
}

async function canUse(layout: Layout, { folder, libraries }: Binaries, as: RunAs): Promise<boolean> {
  const reaches = await works(as, ['test', '-x', layout.dataDir]);
  return reaches && (await works(as, [path.join(folder, 'postgres'), '--version'], libraries));
}

function foreign({ cluster: directory }: Layout, { uid }: Cluster): Error {
  return badDirectory({
    directory,
    reason: `belongs to user ${uid}`,
    next: 'Start as that user, or choose another data directory.',
  });
}
