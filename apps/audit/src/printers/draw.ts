import type { InputFile } from '../domain/package/package.ts';
import { readPackages } from '../domain/package/read-packages.ts';
import { classUnknown } from './errors.ts';
import { Material } from './material.ts';
import type { Picture } from './picture.ts';
import type { Printer } from './printer.ts';

/**
 * Draws the contracts in the files of one or more packages; `className` leaves all but one out. Nothing of them is run, and the
 * same files give the same picture.
 *
 * @throws AUDIT_CLASS_UNKNOWN
 */
export function drawPicture(files: readonly InputFile[], printer: Printer, className?: string): Picture {
  const all = readPackages(files).map((pkg) => new Material(pkg, className));
  const materials = className === undefined ? all : all.filter(({ classes }) => classes.length > 0);
  if (className !== undefined && materials.length === 0)
    throw classUnknown({ name: className, known: all.flatMap(({ contractNames }) => contractNames) });
  return printer.draw(materials);
}
