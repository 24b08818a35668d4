import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sp4nLapor } from '#sources/register/sp4n-lapor.ts';
import { received } from './conformance.ts';
import { workbook } from './workbook.ts';

// Of a real export of SP4N-LAPOR! only the columns are at hand, and not in this repository.
const FILE = join(import.meta.dirname, '../../shared/recorded/exports/sp4n-lapor/sp4n_lapor_export_columns.json');
const present = existsSync(FILE);
if (!present) console.log('skipped: no columns of a real SP4N-LAPOR! export in ../shared/recorded');

test.skipIf(!present)('SP4N-LAPOR!: every figure is found under the columns of a real export', async () => {
  const { columns } = z.object({ columns: z.array(z.string()) }).parse(JSON.parse(readFileSync(FILE, 'utf8')));
  const cells: Record<string, string> = {
    'Tracking ID': '9000001',
    'Tanggal Laporan Masuk': '3 Jan 2026',
    'Klasifikasi Laporan': 'Pengaduan',
    'ID Kategori': '31',
    Kategori: 'Jalan dan Jembatan',
    'Sumber Laporan': 'Website',
    'Status Laporan': 'Selesai',
    Provinsi: 'Jawa Tengah',
    'Kota/Kabupaten': 'Kota Semarang',
    Rating: '5',
  };
  const row = columns.map((name) => cells[name] ?? 'Siti Canary');
  const sheet = [['Judul Laporan', 'Data'], ['Tanggal Generate', '2 Feb 2026'], columns, row];
  const account = { id: 'lapor', name: 'L', platform: 'sp4n-lapor', source: 'sp4n-lapor', handle: 'l', since: '2026-01-01' };
  const span = { from: '2026-01-01', to: '2026-01-31' };
  const rest = { account, zone: 'Asia/Jakarta', today: '2026-02-02', file: 'outside/x', span };
  const pull = sp4nLapor.read(await received({ name: 'Laporan.xlsx', bytes: workbook({ Sheet1: sheet }), ...rest }));
  const given = sp4nLapor.declaration.gives.map((one) => [one.measure, one.window, one.dimensions ?? []]);
  expect(pull.series.map((one) => [one.measure, one.window, Object.keys(one.dimensions)])).toEqual(given);
  expect(JSON.stringify(pull)).not.toMatch(/canary/i);
});
