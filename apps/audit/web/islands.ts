import { hydrateIslands } from '@madang/web/islands';
import { CheckForm } from '../src/online/check-form.tsx';

hydrateIslands(CheckForm);
