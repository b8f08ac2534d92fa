/** Where the files of a pack cite instruments: read off what was read, so that no kind of file is forgotten. */
import type { PlacedCitation } from '@xincheng/core/standards';
import type { Draft, Places } from './draft.ts';
import type { PackFile } from './files.ts';

/** Every citation of a draft with its place, in the order of the files and of their lines. */
export function citationsIn(draft: Draft, places: Places, files: readonly PackFile[], district: string): PlacedCitation[] {
  const order = new Map(files.map((file, position) => [file.file, { ...file, position }]));
  return Object.values(draft)
    .flatMap((definitions) => citingValues(definitions))
    .map((value) => {
      const { file, line, path } = places.where(value);
      const read = order.get(file);
      if (read === undefined) throw new Error(`${file} is no file of the pack`);
      const clause = 'clause' in value && typeof value.clause === 'string' ? value.clause : null;
      const folder = read.half === 'standards' ? 'standards' : `districts/${district}`;
      const placed = { instrument: value.instrument, clause, kind: read.kind, file: `${folder}/${read.path}`, line, path: path.join('.') };
      return { placed, position: read.position };
    })
    .sort((a, b) => a.position - b.position || a.placed.line - b.placed.line)
    .map(({ placed }) => placed);
}

type Citing = object & { readonly instrument: string };

function citingValues(value: unknown): Citing[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isCiting(value) ? [value] : []), ...Object.values(value).flatMap(citingValues)];
}

function isCiting(value: object): value is Citing {
  return 'instrument' in value && typeof value.instrument === 'string';
}
