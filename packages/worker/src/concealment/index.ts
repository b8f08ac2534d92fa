export { startDailyScan } from './daily-scan.ts';
