import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Series } from '#model/observation.ts';
import { isExport, sources } from '#sources/index.ts';
import type { Export } from '#sources/source.ts';
import { tiktokExport } from '#sources/tiktok/tiktok-export.ts';

// Real exports of public repositories, where they are at hand: see docs. They carry no licence, so none is copied here.
const FOLDER = join(import.meta.dirname, '../../shared/recorded/exports');
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no real exports in ../shared/recorded');

const handed = (folder: string, name: string, more: Partial<Export> = {}): Export => ({
  name,
  bytes: readFileSync(join(FOLDER, folder, name)),
  account: { id: 'a', name: 'A', platform: 'x', source: 'x', handle: 'a', since: '2020-01-01' },
  zone: 'Asia/Jakarta',
  today: '2026-06-01',
  file: `imports/${name}`,
  ...more,
});

describe.runIf(present)('real exports', () => {
  const folder = 'tiktok/BossZY27+tiktok-analytics';

  test.each(['Overview.csv', 'scripts__temp_data_1777023550490.csv', 'scripts__temp_data_1777023477746.csv'])(
    'TikTok %s: every line is a day, and the year has to be said',
    (name) => {
      expect(() => tiktokExport.read(handed(folder, name))).toThrow(/:2:1 year the dates have no year; say --year/);
      const { series, gaps } = tiktokExport.read(handed(folder, name, { year: 2026 }));
      const lines =
        readFileSync(join(FOLDER, folder, name), 'utf8')
          .trimEnd()
          .split('\n').length - 1;
      expect(series.map((one) => one.measure)).toEqual(['views', 'profile-visits', 'likes', 'comments', 'shares']);
      for (const one of series) expect(Series.parse(one).values).toHaveLength(lines);
      expect(series[0]?.values.every((one) => one.day.startsWith('2026-04'))).toBe(true);
      expect(gaps).toEqual([]);
    },
  );

  test('files of one platform are refused by every other source, at their header', () => {
    const files = [
      [folder, 'Overview.csv', ['tiktok-export']],
      ['x/ayo-klaytn+kaia-devdash', 'lib__mocks__bok-analytics.csv', ['x-analytics']],
      ['x/ayo-klaytn+kaia-devdash', 'lib__mocks__klaytn-export.csv', []],
      ['youtube-studio/rianaditama0+cobacoba', 'Table data.csv', ['youtube-studio']],
      ['facebook/rsw0+Facebook-Post-Metrics', 'dataset_Facebook.csv', []],
    ] as const;
    for (const [where, name, own] of files) {
      for (const source of sources.filter(isExport)) {
        if (own.some((one) => one === source.declaration.id)) continue;
        const file = handed(where, name, { span: { from: '2025-09-01', to: '2025-09-30' }, year: 2026 });
        expect(() => source.read(file), `${name} by ${source.declaration.id}`).toThrow(/:1:\d+ (header|columns|layout)/);
      }
    }
  });
});
