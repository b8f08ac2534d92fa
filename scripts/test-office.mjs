/** `npm run test:office`: workbooks in LibreOffice (`soffice`) and mail through Exim (`exim4-daemon-light`), which must be installed. */
import { runVitest } from './run-vitest.mjs';
import { setUp } from './setup.mjs';

await setUp();
process.exitCode = await runVitest({ config: 'vitest.office.config.ts', args: process.argv.slice(2), env: {} });
