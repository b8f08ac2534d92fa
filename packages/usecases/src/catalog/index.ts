export { readCatalog } from './read-catalog.ts';
export type { CatalogBasis, CatalogEntry, CatalogProvider } from './read-catalog.ts';
