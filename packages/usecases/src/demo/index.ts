export { noteFirstStart, seedDemo } from './seed-demo.ts';
export type { SeedOptions } from './seed-demo.ts';
