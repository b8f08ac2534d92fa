/** A restore in a process of its own, to be killed in its middle: place, home, database. */
import { tryRestore } from './_backup.ts';

const [place = '', home = '', databaseUrl = ''] = process.argv.slice(2);
const done = await tryRestore(place, { home, databaseUrl });
process.exitCode = done.ok ? 0 : 1;
