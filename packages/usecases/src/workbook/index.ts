export { ZIP_FAULTS, ZipFailure, openZip } from './zip.ts';
export type { ZipArchive, ZipEntry, ZipFault, ZipLimits } from './zip.ts';
