export { actWords } from './act-words.ts';
