import { expect, test } from 'vitest';
import { axe, openDetails } from './site/chrome.ts';
import { built, KINDS, PROVE } from './site/dist.ts';
import { visitor } from './site/visit.ts';

built();
const { visitAll } = visitor();
const REPORT = 'tirtaraya/2026-09/';
const LIGHT = [
  REPORT,
  'en/tirtaraya/',
  'en/tirtaraya/2025/',
  'tirtaraya/2026-09/participation/',
  'en/tirtaraya/2026-09/quality/',
  'en/tirtaraya/accounts/facebook/',
  'en/tirtaraya/accounts/aduan/',
  'method/',
  'en/tirtaraya/data/',
  'about/',
  'tirtaraya/campaigns/imunisasi-2026/',
  'en/tirtaraya/revisions/',
  'tirtaraya/editions/',
  'en/tirtaraya/2025-11/editions/1/',
  '404.html',
];
const DARK = [
  '',
  'en/tirtaraya/2026-q3/',
  'tirtaraya/2026-09/answers/',
  'tirtaraya/accounts/iklan/',
  'en/method/',
  'en/tirtaraya/campaigns/pajak-2025/',
];

test.for([
  ['light', 1280, LIGHT],
  ['light', 360, []],
  ['dark', 1280, []],
  ['dark', 360, DARK],
] as const)('axe finds nothing in the %s theme at %i px', { timeout: 600_000 }, async ([colorScheme, width, few]) => {
  const found: string[] = [];
  await visitAll(
    PROVE ? KINDS.filter((address) => address !== '404.html' || width === 360) : few,
    async (page, address) => {
      const note = async (state: string) => found.push(...(await axe(page)).map((what) => `${address} ${state}: ${what}`));
      if (PROVE || address === REPORT) await note('folded');
      await openDetails(page);
      await note('unfolded');
    },
    { colorScheme, viewport: { width, height: 900 } },
  );
  expect(found).toEqual([]);
});
