import { readFileSync, readdirSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

const STANDARDS = new URL('../../../standards/', import.meta.url);
const DISTRICT = new URL('../../../districts/licheng/', import.meta.url);

/** Rows of a conformance table under `standards/conformance`, every cell as text. */
export function vectorRows(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`conformance/${file}`, STANDARDS), 'utf8');
  const rows: Record<string, string>[] = parseCsv(text, { columns: true });
  if (rows.length === 0) throw new Error(`${file} is empty`);
  return rows;
}

/** Lines of a conformance list, split at spaces; comments left out. */
export function vectorLines(file: string): string[][] {
  const text = readFileSync(new URL(`conformance/${file}`, STANDARDS), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new Error(`${file} is empty`);
  return lines.map((line) => line.split(' '));
}

/** Every YAML file of a folder of `standards`, unchecked: checking them is the loader's business. */
export function standardsOf<T>(folder: 'calendar' | 'deadlines' | 'terms'): T[] {
  return filesOf(new URL(`${folder}/`, STANDARDS));
}

/** The same of the district, whose files add to those of `standards`. */
export function districtOf<T>(folder: 'deadlines'): T[] {
  return filesOf(new URL(`${folder}/`, DISTRICT));
}

function filesOf<T>(at: URL): T[] {
  return readdirSync(at)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parseYaml(readFileSync(new URL(name, at), 'utf8')) as T);
}

/** One YAML file of a folder of `standards`, unchecked. */
export function standardOf(folder: 'datasets', id: string): unknown {
  return parseYaml(readFileSync(new URL(`${folder}/${id}.yaml`, STANDARDS), 'utf8'));
}
