import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Observations, Series } from '#model/observation.ts';
import { withGone } from '#store/parts.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-register-'));
const data = path.join(folder, 'data');
const home = path.join(data, 'agencies/contoh');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const account = (source: string) => ({ id: source, name: source, platform: source, source, handle: source, since: '2026-01-01' });
fs.mkdirSync(home, { recursive: true });
fs.writeFileSync(
  path.join(home, 'agency.json'),
  JSON.stringify({
    $schema: '../../schema/agency.json',
    id: 'contoh',
    name: 'Dinas Contoh',
    short: 'Contoh',
    place: 'Contoh',
    sample: true,
    contact: 'ppid@example.org',
    zone: 'Asia/Jakarta',
    languages: ['id'],
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    accounts: ['complaints', 'events', 'messages'].map(account),
  }),
);

function run(source: string, file: string, text: string, ...more: string[]): { code: number | null; said: string } {
  const full = path.join(folder, file);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.writeFileSync(full, text);
  const days = ['--from', '2026-09-01', '--to', '2026-09-30', '--now', '2026-10-05'];
  const args = ['scripts/import.ts', '--data', data, '--agency', 'contoh', '--source', source, ...days, ...more, full];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

function stored(id: string): Series[] {
  const file = path.join(home, 'observations', id, '2026-09.json');
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as Observations).series;
}

const complaints = (classes: readonly string[]): string =>
  ['no,received,class', ...classes.map((one, at) => `${at + 1},2026-09-0${1 + (at % 9)},${one}`)].join('\n');
const many = (count: number, of: string): string[] => Array.from({ length: count }, () => of);

describe('importing registers', () => {
  test('a file of which a row is a person is refused inside the repository or the data folder, before it is read', () => {
    const { code, said } = run('complaints', 'data/agencies/contoh/siti.csv', 'Siti Canary,0812');
    expect([code, said]).toEqual([1, expect.stringMatching(/personal .*move it out of the repository/)]);
    expect(said).not.toMatch(/canary|0812/i);
    const inside = spawnSync(
      process.execPath,
      ['scripts/import.ts', '--data', data, '--agency', 'contoh', '--source', 'complaints', '--now', '2026-10-05', 'README.md'],
      { encoding: 'utf8' },
    );
    expect([inside.status, inside.stdout + inside.stderr]).toEqual([1, expect.stringContaining('move it out')]);
  });

  test('from outside it is counted, never kept, and its name is not told', () => {
    const text = complaints([...many(30, 'normative'), ...many(25, 'supervision'), 'lain-lain']);
    const { code, said } = run('complaints', 'keluhan-siti-canary.csv', text);
    expect([code, said]).toEqual([0, expect.stringContaining('Terang complaints CSV')]);
    expect(fs.existsSync(path.join(home, 'imports'))).toBe(false);
    const whole = fs.readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of whole)
      expect(fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8')).not.toMatch(/siti-canary/);
    const month = stored('complaints').filter((one) => one.measure === 'complaints-received' && one.window === 'month');
    expect(month.find((one) => Object.keys(one.dimensions).length === 0)?.values[0]?.value).toBe(56);
    for (const { dimensions, values } of month.filter((one) => one.dimensions.class === 'lain-lain'))
      expect([dimensions, values[0]?.value, values[0]?.reason]).toEqual([dimensions, null, 'suppressed']);
  });

  test('a part that a later file no longer has is 0, and counts in one place alone', () => {
    expect(run('complaints', 'later.csv', complaints(many(56, 'normative'))).code).toBe(0);
    const classes = stored('complaints').filter((one) => one.measure === 'complaints-received' && 'class' in one.dimensions);
    const sum = classes.reduce((all, one) => all + (one.values[0]?.value ?? 0), 0);
    expect(sum).toBeLessThanOrEqual(56);
    expect(classes.find((one) => one.dimensions.class === 'supervision')?.values[0]?.value ?? 0).toBe(0);
  });

  test('the same file again changes nothing', () => {
    expect(run('complaints', 'later.csv', complaints(many(56, 'normative'))).said).toContain('nothing new');
  });

  test('a file of counts alone is kept, a workbook or one with groups of people is not', () => {
    expect(run('events', 'kegiatan.csv', 'date,event,attended\n2026-09-02,pasar-murah,300').code).toBe(0);
    expect(fs.readdirSync(path.join(home, 'imports/events'))).toEqual([expect.stringMatching(/^events-[0-9a-f]{12}\.csv$/)]);
    expect(run('messages', 'kirim.csv', 'date,channel,segment,sent\n2026-09-02,email,ibu-hamil,300').code).toBe(0);
    expect(fs.existsSync(path.join(home, 'imports/messages'))).toBe(false);
  });

  test('one refused row writes nothing', () => {
    const before = stored('events');
    const { code, said } = run('events', 'salah.csv', 'date,event,attended\n2026-09-05,pasar-murah,5\n2026-09-06,Pasar Canary,5');
    expect([code, said]).toEqual([1, expect.stringMatching(/salah\.csv:3:12 personal/)]);
    expect(said).not.toMatch(/canary/i);
    expect(stored('events')).toEqual(before);
  });
});

describe('parts that are gone', () => {
  const series = (
    dimensions: Series['dimensions'],
    days: readonly [string, number][],
    window: Series['window'] = 'month',
  ): Series => ({
    measure: 'votes',
    window,
    dimensions,
    source: 'polls',
    metric: 'votes',
    api: '1',
    values: days.map(([day, value]) => ({ day, value, observed: '2026-10-05' })),
  });

  test('only days that the file covers, and only parts of the same kind, are put to 0', () => {
    const old = [
      series({ poll: 'a' }, [
        ['2026-08-31', 4],
        ['2026-09-30', 3],
      ]),
      series({ poll: 'b' }, [['2026-09-30', 7]]),
      series({ poll: 'b', option: 'x' }, [['2026-09-30', 7]]),
    ];
    const pulled = [series({}, [['2026-09-30', 5]]), series({ poll: 'a' }, [['2026-09-30', 5]])];
    const after = withGone(pulled, (month) => old.filter((one) => one.values.at(-1)?.day.startsWith(month)));
    expect(after).toEqual([...pulled, series({ poll: 'b' }, [['2026-09-30', 0]])]);
    expect(withGone(pulled, () => [])).toEqual(pulled);
  });

  test('a day of a part that has other days is filled in its order', () => {
    const old = [series({ poll: 'a' }, [['2026-09-02', 3]], 'day')];
    const pulled = [
      series(
        {},
        [
          ['2026-09-01', 1],
          ['2026-09-02', 0],
          ['2026-09-03', 1],
        ],
        'day',
      ),
      series(
        { poll: 'a' },
        [
          ['2026-09-01', 1],
          ['2026-09-03', 1],
        ],
        'day',
      ),
    ];
    const [, part] = withGone(pulled, () => old);
    expect(part?.values.map((one) => one.value)).toEqual([1, 0, 1]);
  });
});
