import type { Command } from './command.ts';
import { configPrint } from './config-print.ts';
import { doctor } from './doctor.ts';
import { generate } from './generate.ts';
import { migrateCommand } from './migrate.ts';
import { serve } from './serve.ts';

/** The commands that the house and every system have. */
export const COMMANDS: readonly Command[] = [serve, migrateCommand, configPrint, doctor, generate];
