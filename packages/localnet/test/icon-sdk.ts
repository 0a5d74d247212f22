import { createRequire } from 'node:module';
import type * as IconSdk from 'icon-sdk-js';

/** ICON's own client library for JavaScript: one that shares no code with this repository. */
export const sdk = createRequire(import.meta.url)('icon-sdk-js') as typeof IconSdk;
