import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// A holder on another host (two containers sharing a folder) cannot be asked whether it lives; no set-up takes this long.
const FOREIGN_HOLDER_MS = 15 * 60_000;
const POLL_MS = 200;

/** @typedef {{ share(pid: number): void, release(): void }} Lock */

/**
 * Waits for a lock between processes: a folder with one empty file for each holder, named after its process.
 *
 * It is taken by renaming a filled folder to its place, which succeeds only where nothing or an empty folder is. A holder
 * that died is found by its name and its file is removed by that name, so that no living holder's can be removed instead.
 *
 * @param {string} folder
 * @param {(pid: number) => void} onWait called once when another process holds the lock
 * @returns {Promise<Lock>}
 */
export async function takeLock(folder, onWait) {
  const mine = nameOf(process.pid);
  if (mine === undefined) throw new Error('This process cannot be found in the process table.');
  mkdirSync(dirname(folder), { recursive: true });
  for (let told = false; !tryTake(folder, mine);) {
    const [holder] = removeDead(folder);
    if (holder === undefined) continue;
    if (!told) onWait(pidOf(holder));
    told = true;
    await sleep(POLL_MS);
  }
  return {
    share(pid) {
      const name = nameOf(pid);
      if (name !== undefined) writeFileSync(join(folder, name), '');
    },
    release() {
      rmSync(join(folder, mine), { force: true });
      if (removeDead(folder).length === 0) removeEmpty(folder);
    },
  };
}

/**
 * @param {string} folder
 * @param {string} mine
 */
function tryTake(folder, mine) {
  const filled = mkdtempSync(`${folder}.`);
  writeFileSync(join(filled, mine), '');
  try {
    renameSync(filled, folder);
    return true;
  } catch (error) {
    rmSync(filled, { recursive: true });
    if (isCode(error, 'ENOTEMPTY', 'EEXIST')) return false;
    throw error;
  }
}

/** Removes the files of the dead and gives the names of the living. @param {string} folder */
function removeDead(folder) {
  return list(folder).filter((name) => {
    const alive = isAlive(folder, name);
    if (!alive) rmSync(join(folder, name), { force: true });
    return alive;
  });
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Another process may take or remove the folder at the same moment; either is well. @param {string} folder */
function removeEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) throw error;
  }
}

/**
 * @param {string} folder
 * @param {string} name
 */
function isAlive(folder, name) {
  if (name.endsWith(`@${hostname()}`)) return nameOf(pidOf(name)) === name;
  const file = statSync(join(folder, name), { throwIfNoEntry: false });
  return file !== undefined && Date.now() - file.mtimeMs < FOREIGN_HOLDER_MS;
}

/**
 * `pid.start@host`; the time of its start tells a process from a later one with the same number.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined when there is no such process, or only its zombie
 */
function nameOf(pid) {
  const start = startOf(pid);
  return start === undefined ? undefined : `${pid}.${start}@${hostname()}`;
}

/** @param {string} name */
function pidOf(name) {
  return Number.parseInt(name, 10);
}

/** @param {number} pid */
function startOf(pid) {
  if (process.platform !== 'linux') return exists(pid) ? '0' : undefined;
  try {
    // After the command, which is in brackets and may hold anything: state is the 1st field, the start the 20th (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ESRCH')) return undefined;
    throw error;
  }
}

/** @param {number} pid */
function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/**
 * @param {unknown} error
 * @param {string[]} codes
 */
function isCode(error, ...codes) {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
