/** What every case is given. */
import type { Session } from './database.ts';
import type { Inputs } from './files.ts';
import type { Report } from './report.ts';

export interface Bench {
  readonly session: Session;
  readonly inputs: Inputs;
  readonly report: Report;
  /** Address of the server, for more sessions; holds its password. */
  readonly ownerUrl: string;
}
