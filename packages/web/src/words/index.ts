export { defineWords, labelIn, setLanguage, startWords, useLanguage } from './words.ts';
export type { Label, Language, Pair, Say } from './words.ts';
