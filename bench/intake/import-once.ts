/** One import in a process of its own, as a department's would run: seconds from the call to the receipt, and the process's peak memory. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

export interface ImportRequest {
  /** The checkout. */
  readonly root: string;
  readonly home: string;
  readonly file: string;
  readonly unit: string;
  readonly dataset: string;
  /** Another folder than that of the checkout. */
  readonly standardsDir?: string;
}

export interface ImportMeasure {
  readonly seconds: number;
  readonly rssMb: number;
  readonly rows: number;
  readonly accepted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly waiting: number;
  readonly issues: number;
  /** Rows inserted or updated in the record table and its history while it ran. */
  readonly written: number;
  readonly stages: Readonly<Record<string, number>>;
}

/** Bundles the importer once, as the product is bundled. */
export function buildImporter(root: string): void {
  bundle(root, 'bench/intake/tsdown.config.ts');
}

/** Forks the importer and waits for its measure. */
export async function importOnce(request: ImportRequest): Promise<ImportMeasure> {
  const child = fork(join(request.root, 'node_modules/.cache/bench-intake/importer.mjs'), [JSON.stringify(request)], {
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    let measure: ImportMeasure | null = null;
    child.on('message', (message: ImportMeasure) => {
      measure = message;
    });
    child.on('exit', (code) => {
      if (measure !== null && code === 0) resolve(measure);
      else reject(new Error(`the importer ended with ${String(code)}`));
    });
  });
}
