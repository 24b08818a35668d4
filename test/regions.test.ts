import { describe, expect, test } from 'vitest';
import { i18n } from '#i18n/index.ts';
import { part } from '#i18n/part.ts';
import { PROVINCES, REGIONS, regionAt, regionOf } from '#model/region.ts';

describe('provinces', () => {
  test('there are 38, each code once, in the order of the codes', () => {
    const codes = REGIONS.map(({ code }) => code);
    expect(codes).toHaveLength(38);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.every((code) => /^[1-9][1-9]$/.test(code))).toBe(true);
  });

  test.each([
    ['sulawesi-selatan', '73'],
    ['South Sulawesi', '73'],
    ['DKI Jakarta', '31'],
    ['daerah-khusus-jakarta', '31'],
    ['Jakarta', '31'],
    ['DI Yogyakarta', '34'],
    ['Special Region of Yogyakarta', '34'],
    ['Papua Barat Daya', '96'],
  ])('%s has the code %s', (name, code) => expect(regionOf(name)?.code).toBe(code));

  test.each(['Sabah', 'lainnya', 'other', '(withheld)', '', 'Sulawesi'])('"%s" is none', (name) =>
    expect(regionOf(name)).toBeUndefined(),
  );

  test('registers take the Indonesian names alone, old and new', () => {
    expect(PROVINCES).toHaveLength(40);
    expect(PROVINCES).toEqual(expect.arrayContaining(['dki-jakarta', 'daerah-khusus-jakarta', 'di-yogyakarta', 'jawa-tengah']));
    expect(PROVINCES).not.toContain('central-java');
  });

  test('a page names them in its own language, however the source wrote them', () => {
    expect([part(i18n('id'), 'province', 'South Sulawesi'), part(i18n('en'), 'province', 'sulawesi-selatan')]).toEqual([
      'Sulawesi Selatan',
      'South Sulawesi',
    ]);
  });
});

test.each([
  [{ city: 'Makassar, South Sulawesi, Indonesia' }, '73'],
  [{ city: 'Jakarta, Jakarta, Indonesia' }, '31'],
  [{ city: 'kab-tirtaraya', province: 'sulawesi-selatan' }, '73'],
  [{ city: 'Kota Kinabalu, Sabah, Malaysia' }, undefined],
  [{ city: 'Papua, Bali, Spain' }, undefined],
  [{ city: 'Bandung' }, undefined],
  [{ country: 'ID' }, undefined],
])('a part %j lies in %s', (dimensions, code) => expect(regionAt(dimensions)?.code).toBe(code));
