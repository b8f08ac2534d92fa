export { DataTable } from './data-table.tsx';
export type { Column } from './columns.ts';
export { SaveList } from './save-list.tsx';
export { allPages, useList, useWholeList } from './use-list.ts';
