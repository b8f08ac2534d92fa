#!/usr/bin/env node
/** The command line. In a checkout it first makes sure that packages and build are there and current. */
import { existsSync } from 'node:fs';

const setup = new URL('../../../scripts/setup.mjs', import.meta.url);
if (existsSync(setup)) {
  const { setUp } = await import(setup.href);
  await setUp();
}
await import(new URL('../dist/main.mjs', import.meta.url).href);
