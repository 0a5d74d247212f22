/** What is not finished yet, or belongs to nobody else any more, so that it may be changed. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
