/** Named in vitest's `globalSetup`: holds the test server for the whole run, so that it is not stopped and started between files. */
import type { EmbeddedServer } from '@xincheng/store/embedded';
import { startTestServer } from './server.ts';

let server: EmbeddedServer | undefined;

/** Before the first file. */
export async function setup(): Promise<void> {
  server = await startTestServer();
}

/** After the last file. */
export async function teardown(): Promise<void> {
  await server?.stop();
}
