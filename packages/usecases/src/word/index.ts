export { readWord } from './read-word.ts';
