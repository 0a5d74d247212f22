import { hydrateIslands } from '../src/islands/index.ts';
import { LiveHome } from './home.tsx';

hydrateIslands(LiveHome);
