import { describe, expect, test } from 'vitest';
import { checkData } from '#gate/data.ts';
import { fault, fits } from '#model/layout.ts';
import { sources } from '#sources/index.ts';
import { templatesOf } from '#sources/register/template.ts';

const registers = new Map(sources.flatMap(({ declaration: { id, layouts } }) => (layouts ? [[id, layouts] as const] : [])));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function check(path: string, text: string, smallest?: number): string[] {
  const agency = { path: 'agencies/contoh/agency.json', bytes: encode(JSON.stringify({ smallest })) };
  const file = { path: `agencies/contoh/imports/${path.split('/')[0]}/a-0123456789ab.csv`, bytes: encode(text) };
  return checkData([agency, file], { registers })
    .filter((one) => one.file.includes('/imports/') && one.rule !== 'not-imported')
    .map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`);
}

const all = [...registers].flatMap(([id, layouts]) => layouts.map((layout) => [id, layout.id, layouts, layout] as const));

describe('a register in the repository', () => {
  test.each(all)('%s %s: one of persons is refused wherever it lies, one of counts passes', (id, _, layouts, layout) => {
    const [, [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
    for (const path of [`${id}/berkas.csv`, 'lain/berkas.csv']) {
      const found = check(path, sample);
      if (layout.persons) expect(found).toEqual([expect.stringMatching(/^1:1 personal one row of this table is one person/)]);
      else expect(found).toEqual([]);
    }
  });

  test.each(all)('%s %s: semicolons, tabs, a mark and UTF-16 hide nothing', (id, _, layouts, layout) => {
    if (!layout.persons) return;
    const [, [, sample]] = templatesOf(id, layouts, layout) as [[string, string], [string, string]];
    for (const sign of [';', '\t']) expect(check('lain/a.csv', `\ufeff${sample.replaceAll(',', sign)}`)).toHaveLength(1);
    const file = {
      path: 'agencies/contoh/imports/lain/a-0123456789ab.csv',
      bytes: new Uint8Array(Buffer.from(`\ufeff${sample}`, 'utf16le')),
    };
    expect(checkData([file], { registers })).toHaveLength(1);
  });

  test.each([
    ['Siti Aminah', 'personal'],
    ['3271011203900001', 'personal'],
    ['081234567890', 'personal'],
    ['+62 812-3456-7890', 'personal'],
    ['siti@example.org', 'personal'],
    ['Warga minta jalan diperbaiki', 'personal'],
    ['Siti', 'cell'],
    ['pasar murah', 'personal'],
  ])('%s in a cell is refused without being shown', (cell, rule) => {
    const [found, ...more] = check('events/a.csv', `date,event,attended\n2026-09-02,pasar-murah,40\n2026-09-03,${cell},40`);
    expect(found).toMatch(new RegExp(`^3:12 ${rule} `));
    expect(found).not.toMatch(/siti|aminah|3271|812|warga|murah/i);
    expect(more).toEqual([]);
  });

  test('a column that is none of its own is refused by its place', () => {
    const found = check('events/a.csv', 'date,event,attended,Siti\n2026-09-02,pasar-murah,40,Siti');
    expect(found).toEqual([expect.stringMatching(/^1:21 register column 4 is none/)]);
    expect(found.join('')).not.toMatch(/siti/i);
  });

  test('a table that is none of the register’s has no place below its folder, and is left alone elsewhere', () => {
    expect(check('events/a.csv', 'Date,Video Views\n1 Sep,5')).toEqual([expect.stringMatching(/^1:1 register /)]);
    expect(check('tiktok-export/a.csv', 'Date,Video Views\n1 Sep,5')).toEqual([]);
  });

  test.each([
    ['9', 10, ['2:28 small-count']],
    ['10', 10, []],
    ['0', 10, []],
    ['', 10, []],
    ['9', 5, []],
    ['19', 20, ['2:28 small-count']],
  ])('a group of %s people where the least is %d', (count, smallest, expected) => {
    const text = `date,channel,segment,sent\n2026-09-02,email,ibu-hamil,${count}`;
    expect(check('messages/a.csv', text, smallest).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(expected);
    expect(check('messages/a.csv', `date,channel,sent\n2026-09-02,email,${count}`, smallest)).toEqual([]);
  });

  test('LAPOR’s export is refused by its columns', () => {
    const found = check(
      'sp4n-lapor/a.csv',
      'Tracking ID,Tanggal Laporan Masuk,Nama Pelapor,Isi Laporan Awal\n1,3 Jan 2026,Siti,Jalan',
    );
    expect(found.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(['1:1 personal', '1:35 personal', '1:48 personal']);
  });
});

describe('cells', () => {
  const column = { name: 'service', kind: 'code', note: { en: 'x' }, examples: ['a-b', 'a-b', 'a-b'] } as const;
  const event = { ...column, examples: [...column.examples] };

  test.each(['jalan-rusak', 'air2', 'musrenbang-2026-09'])('%s is a code', (cell) => expect(fits(event, cell)).toBe(true));
  test.each([
    '',
    'a',
    'Jalan',
    'jalan rusak',
    '-a',
    'a--b',
    'x-0812345',
    '2026',
    'a'.repeat(41),
    'jalan\u200brusak',
    'аир-берсих',
  ])('"%s" is none', (cell) => expect(fits(event, cell)).toBe(false));
  test('what is wrong is said without the cell', () => {
    for (const cell of ['Siti', 'siti@example.org', '0812 3456 7890', 'Siti Aminah', '3271011203900001', ''])
      expect(fault(event, cell).message).not.toMatch(/siti|812|3271/i);
  });
});
