import { expect, test } from 'vitest';
import { csv } from '../src/components/csv.ts';

const line = (cell: string | number | null) => csv(['a'], [[cell]]).split('\r\n')[1];

test('begins with a byte order mark and quotes its heads', () => {
  expect(csv(['period', 'value'], [['2026-09', 12]])).toBe('\uFEFF"period","value"\r\n"2026-09",12\r\n');
});

test.each(['=HYPERLINK("x")', '+62812', '-5 derajat', '@akun', '\tx', '\rx', '＝1', '＋1', '－1', '＠a'])(
  'the text %j can not run in a spreadsheet',
  (text) => {
    expect(line(text)?.startsWith(`"'${text[0] === '\r' ? '' : text[0]}`)).toBe(true);
  },
);

test('a number is never touched, however it begins', () => {
  expect([line(-5), line(0), line(null), line(0.25)]).toEqual(['-5', '0', '', '0.25']);
});

test('quotation marks are doubled, characters that turn the direction are gone', () => {
  expect(line('a "b"')).toBe('"a ""b"""');
  expect(line('Anggaran \u202E123')).toBe('"Anggaran 123"');
});
