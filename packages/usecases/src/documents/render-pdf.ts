/**
 * PDF of a template and data, by typst. Data travel as JSON and are never read as markup; a file carries no time of its own, so the same
 * data make the same bytes on a machine with the same fonts.
 */
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { documentProblem } from './problem.ts';
import type { DocumentProblem } from './problem.ts';

/** Font families of the documents, by their place in the look. */
export interface FontFamilies {
  readonly sans: string;
  readonly serif: string;
}

const FAMILIES: FontFamilies = { sans: 'Noto Sans CJK SC', serif: 'Noto Serif CJK SC' };
/** Beside this module, in the sources as in the built programs. */
const TEMPLATES = join(import.meta.dirname, 'templates');
/** Results of so many documents ago are forgotten. */
const CACHED_DOCUMENTS = 10;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const UNKNOWN_FAMILY = /unknown font family/u;

/** Finding the fonts takes a fifth of a second, so it is done once a process. */
let compiler: Promise<Result<NodeCompiler, DocumentProblem>> | null = null;

/** Renders `templates/<template>.typ`. A template that is not there, or data it cannot use, is a bug and throws. */
export async function renderPdf(
  template: string,
  data: unknown,
  families: FontFamilies = FAMILIES,
): Promise<Result<Buffer, DocumentProblem>> {
  if (!NAME.test(template)) throw new Error(`not a template: ${template}`);
  compiler ??= makeCompiler();
  const made = await compiler;
  if (!made.ok) return made;
  const typst = made.value;
  const compiled = typst.compile({
    mainFilePath: join(TEMPLATES, `${template}.typ`),
    inputs: { data: JSON.stringify(data), ...families },
  });
  const document = compiled.result;
  if (document === null) throw new Error(`${template}: ${told(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  // A text in a font that is not there would come out as empty boxes.
  if (UNKNOWN_FAMILY.test(told(compiled.takeWarnings()?.shortDiagnostics)))
    return documentProblem('fonts-missing', { families: `${families.sans}、${families.serif}` });
  const pdf = typst.pdf(document);
  typst.evictCache(CACHED_DOCUMENTS);
  return ok(pdf);
}

/** Whether documents can be made here, for whoever looks after the machine. */
export async function probeDocuments(families?: FontFamilies): Promise<Result<null, DocumentProblem>> {
  const made = await renderPdf('letter', { title: '字体检查', parts: [{ paragraphs: ['字体检查'] }] }, families);
  return made.ok ? ok(null) : err(made.error);
}

async function makeCompiler(): Promise<Result<NodeCompiler, DocumentProblem>> {
  try {
    const typst = await import('@myriaddreamin/typst-ts-node-compiler');
    return ok(typst.NodeCompiler.create({ workspace: TEMPLATES }));
  } catch (thrown) {
    // Its native part is an optional package: a machine it is not made for has none.
    return documentProblem('renderer-missing', { reason: thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : '' });
  }
}

function told(diagnostics: readonly unknown[] | undefined): string {
  return JSON.stringify(diagnostics ?? []);
}
