export { DataTable } from './data-table.tsx';
export type { Column } from './columns.ts';
export { useList, useWholeList } from './use-list.ts';
