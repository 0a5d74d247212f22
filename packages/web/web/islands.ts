import { hydrateIslands } from '../src/islands/index.ts';

hydrateIslands();
