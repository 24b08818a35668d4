import { expect, test } from 'vitest';
import { fromCsv, toCsv } from '#store/table.ts';

const line = (cell: string | number | null | undefined) =>
  toCsv(['a'], [[cell]])
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n');

test('begins with a byte order mark where that is asked for', () => {
  expect(toCsv(['period', 'value'], [['2026-09', 12]], { bom: true })).toBe('\uFEFFperiod,value\r\n2026-09,12\r\n');
  expect(toCsv(['period', 'value'], [['2026-09', 12]])).toBe('period,value\r\n2026-09,12\r\n');
});

const formulas = [
  '=HYPERLINK("x")',
  '+62812',
  '-5 derajat',
  '@akun',
  '\tx',
  '\rx',
  '\nx',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
  "''-1",
];

test.each(formulas)('the text %j can not run in a spreadsheet', (text) => {
  expect(line(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
});

test.each([...formulas, "it's", "'x", 'a,b', 'a "b"', 'baris\r\nbaru', ''])('the text %j comes back as it was', (text) => {
  for (const bom of [true, false])
    expect(fromCsv(toCsv(['text', 'number'], [[text, -5]], { bom }))).toEqual([{ text, number: '-5' }]);
});

test('an invisible character does not hide a formula', () => {
  expect(line('\u202e=1')).toBe(`"'=1"`);
});

test('a number is never touched, however it begins', () => {
  expect([line(-5), line(0), line(null), line(undefined), line(0.25)]).toEqual(['-5', '0', '', '', '0.25']);
});

test('quotation marks are doubled, characters that turn the direction are gone', () => {
  expect(line('a "b"')).toBe('"a ""b"""');
  expect(line('Anggaran \u202E123')).toBe('Anggaran 123');
});
