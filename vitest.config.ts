/// <reference types="vitest/config" />
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// `npm run new` puts an office's own agency in the sample's place; the tests that live on the sample then have nothing to look at.
const sample = existsSync('data/agencies/tirtaraya/agency.json');
if (!sample) process.stdout.write('No sample agency here: its tests, and those of the site made from it, do not run.\n');

export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    exclude: sample ? [] : ['test/collect.test.ts', 'test/sample.test.ts', 'test/site*.test.ts', 'test/guides.test.ts'],
    testTimeout: 120_000,
    reporters: ['default'],
  },
});
