export { generateFile } from './generate-file.ts';
export type { GeneratedFile, GenerateFileOptions } from './generate-file.ts';
export { openGenerator } from './generator.ts';
export type { RowGenerator } from './generator.ts';
export type { GenerateOptions, GenerateProblem, GenerateProblemCode, SpoiltRow } from './options.ts';
