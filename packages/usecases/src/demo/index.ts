export { seedDemo } from './seed-demo.ts';
export { seedDemoYear } from './seed-year.ts';
