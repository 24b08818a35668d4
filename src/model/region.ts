import type { Dimension } from './dimension.ts';

/** One province: its two-digit code in the list of the Ministry of Home Affairs, and its names. */
export interface Region {
  readonly code: string;
  readonly id: string;
  readonly en: string;
}

/** What else people call them in Indonesian, by code. */
const SHORT: Readonly<Record<string, readonly string[]>> = { '31': ['DKI Jakarta'], '34': ['DI Yogyakarta'] };
/** What else platforms write. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  '19': ['Bangka Belitung', 'Bangka-Belitung Islands'],
  '31': ['Daerah Khusus Ibukota Jakarta', 'Special Capital Region of Jakarta'],
  '34': ['Special Region of Yogyakarta'],
};

/**
 * Indonesia's 38 provinces as of Kepmendagri 300.2.2-2138 of 2025, which gives each area of government its code; the first two digits are the
 * province. Law 2/2024 named Jakarta a special region that is the capital no more. See docs/decisions/0012 for why this table is our own.
 */
export const REGIONS: readonly Region[] = [
  ['11', 'Aceh', 'Aceh'],
  ['12', 'Sumatera Utara', 'North Sumatra'],
  ['13', 'Sumatera Barat', 'West Sumatra'],
  ['14', 'Riau', 'Riau'],
  ['15', 'Jambi', 'Jambi'],
  ['16', 'Sumatera Selatan', 'South Sumatra'],
  ['17', 'Bengkulu', 'Bengkulu'],
  ['18', 'Lampung', 'Lampung'],
  ['19', 'Kepulauan Bangka Belitung', 'Bangka Belitung Islands'],
  ['21', 'Kepulauan Riau', 'Riau Islands'],
  ['31', 'Daerah Khusus Jakarta', 'Jakarta'],
  ['32', 'Jawa Barat', 'West Java'],
  ['33', 'Jawa Tengah', 'Central Java'],
  ['34', 'Daerah Istimewa Yogyakarta', 'Yogyakarta'],
  ['35', 'Jawa Timur', 'East Java'],
  ['36', 'Banten', 'Banten'],
  ['51', 'Bali', 'Bali'],
  ['52', 'Nusa Tenggara Barat', 'West Nusa Tenggara'],
  ['53', 'Nusa Tenggara Timur', 'East Nusa Tenggara'],
  ['61', 'Kalimantan Barat', 'West Kalimantan'],
  ['62', 'Kalimantan Tengah', 'Central Kalimantan'],
  ['63', 'Kalimantan Selatan', 'South Kalimantan'],
  ['64', 'Kalimantan Timur', 'East Kalimantan'],
  ['65', 'Kalimantan Utara', 'North Kalimantan'],
  ['71', 'Sulawesi Utara', 'North Sulawesi'],
  ['72', 'Sulawesi Tengah', 'Central Sulawesi'],
  ['73', 'Sulawesi Selatan', 'South Sulawesi'],
  ['74', 'Sulawesi Tenggara', 'Southeast Sulawesi'],
  ['75', 'Gorontalo', 'Gorontalo'],
  ['76', 'Sulawesi Barat', 'West Sulawesi'],
  ['81', 'Maluku', 'Maluku'],
  ['82', 'Maluku Utara', 'North Maluku'],
  ['91', 'Papua', 'Papua'],
  ['92', 'Papua Barat', 'West Papua'],
  ['93', 'Papua Selatan', 'South Papua'],
  ['94', 'Papua Tengah', 'Central Papua'],
  ['95', 'Papua Pegunungan', 'Highland Papua'],
  ['96', 'Papua Barat Daya', 'Southwest Papua'],
].map(([code = '', id = '', en = '']) => ({ code, id, en }));

/** The provinces by the names that people and registers have for them, as `jawa-tengah`. */
export const PROVINCES: readonly string[] = REGIONS.flatMap(({ code, id }) => [id, ...(SHORT[code] ?? [])].map(slugOf));

/** Every name that is known of each province, as `jawa-tengah`. */
const BY_NAME: ReadonlyMap<string, Region> = new Map(
  REGIONS.flatMap((region) => {
    const { code, id, en } = region;
    const names = [id, en, ...(SHORT[code] ?? []), ...(FOREIGN[code] ?? [])];
    return names.map((name): [string, Region] => [slugOf(name), region]);
  }),
);

/** The province of that name, Indonesian or English, or written as a register's code; undefined for what is none. */
export function regionOf(name: string): Region | undefined {
  return BY_NAME.get(slugOf(name));
}

/** The province in which a part of a breakdown lies: itself, or the one that a platform writes after the city ("Makassar, South Sulawesi, Indonesia"). */
export function regionAt(dimensions: Readonly<Partial<Record<Dimension, string>>>): Region | undefined {
  if (dimensions.province !== undefined) return regionOf(dimensions.province);
  const [, province, country] = dimensions.city?.split(',') ?? [];
  return province !== undefined && country?.trim() === 'Indonesia' ? regionOf(province) : undefined;
}

function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
}
