import type { Lang } from '@madang/web';

/** A text in every language of the house. */
export type Localized = Readonly<Record<Lang, string>>;
