import { describe, expect, test } from 'vitest';
import { DataError } from '#model/error.ts';
import { find, isExport } from '#sources/index.ts';
import { exportFile } from './conformance.ts';

const said = (id: string, folder: string, from: string, to: string): string => {
  const source = find(id);
  if (!source || !isExport(source)) throw new Error(id);
  const file = exportFile(id, folder);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  expect(text).toContain(from);
  try {
    source.read({ ...file, bytes: new TextEncoder().encode(text.replace(from, to)) });
    return '';
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.message;
  }
};

describe('what is wrong with a cell is said without what may be a person’s', () => {
  test.each([
    ['tiktok-export', 'overview', '"1591"', '"Canary"', /column "Video Views"/],
    ['tiktok-export', 'overview', '"1591"', '"-3374010101900001"', /column "Video Views"/],
    ['tiktok-export', 'overview', '"December 29"', '"Budi Canary"', /column "Date"/],
    ['meta-business-suite', 'daily-follows', 'Instagram follows', 'Budi Canary', /the line above the header/],
    ['meta-business-suite', 'daily-follows', '"2026-09-21T00:00:00"', '"0812-3374-5678"', /column "Date"/],
    ['meta-business-suite', 'daily-follows', '"6"', '"budi canary@mail.com"', /column "Primary"/],
    ['youtube-studio', 'date-id', '1115', '08123374canary', /column "Views"/],
  ])('%s %s: %s', (id, folder, from, to, where) => {
    const message = said(id, folder, from, to);
    expect(message).toMatch(where);
    expect(message).not.toMatch(/canary|3374|0812|budi/i);
  });

  test('a figure is repeated, so that it can be found', () => {
    expect(said('tiktok-export', 'overview', '"1591"', '"1.5k"')).toContain('"1.5k"');
  });

  test.each(['081234567890', '0812-3456-7890', '6281234567890'])('a telephone number is no id of a post: %s', (number) => {
    const file = exportFile('meta-business-suite', 'content');
    const [id = ''] = /\d{15,20}/.exec(new TextDecoder().decode(file.bytes)) ?? [];
    const message = said('meta-business-suite', 'content', id, number);
    expect(message).toContain('a telephone number, and no id');
    expect(message).not.toContain(number);
  });
});
