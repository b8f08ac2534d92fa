export { probeDocuments, renderPdf } from './render-pdf.ts';
export type { FontFamilies } from './render-pdf.ts';
export type { DocumentProblem } from './problem.ts';
