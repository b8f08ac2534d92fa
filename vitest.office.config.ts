import { defineConfig } from 'vitest/config';
import long from './vitest.long.config.ts';

/** Proofs that need LibreOffice or a mail server on the machine, which neither the product nor the other tests do. */
export default defineConfig({ ...long, test: { ...long.test, include: ['packages/*/tests-office/**/*.test.ts'] } });
