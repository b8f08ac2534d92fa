export { commandScanner } from './scan.ts';
export type { FileScanner, ScanVerdict } from './scan.ts';
