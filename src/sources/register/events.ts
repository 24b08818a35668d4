import type { Layout } from '#model/layout.ts';
import type { Declaration } from '#model/source.ts';
import { amounts, kept, measured, readRegister, type Counts } from './register.ts';
import { counting, daily, ownTerms } from './register-declaration.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { tally } from './tally.ts';

const layout: Layout = {
  id: 'events',
  title: { en: 'Events, one a row', id: 'Kegiatan, satu per baris' },
  key: ['date', 'event'],
  columns: [
    {
      name: 'date',
      kind: 'day',
      note: { en: 'Day of the event.', id: 'Hari kegiatan.' },
      examples: ['2026-09-03', '2026-09-17', '2026-09-24'],
    },
    {
      name: 'event',
      kind: 'code',
      note: { en: 'The event, as a code of yours.', id: 'Kegiatan, dengan kode Anda sendiri.' },
      examples: ['musrenbang-kecamatan', 'pameran-umkm', 'dialog-warga'],
    },
    counting('invited', { en: 'People invited.', id: 'Orang yang diundang.' }, ['200', '', '80']),
    counting('registered', { en: 'People who registered.', id: 'Orang yang mendaftar.' }, ['164', '310', '71']),
    counting('attended', { en: 'People who came.', id: 'Orang yang hadir.' }, ['151', '402', '66']),
    counting('shared', { en: 'Times that the event was shared.', id: 'Berapa kali kegiatan dibagikan.' }, ['12', '95', '']),
  ],
};

const COUNTS: Counts = [
  ['invited', 'invited'],
  ['registered', 'registered'],
  ['attended', 'attended'],
  ['shares', 'shared'],
];

const declaration: Declaration = {
  id: 'events',
  platform: 'events',
  name: 'Events register',
  title: { en: 'Events of the office, as counts, CSV', id: 'Kegiatan instansi, sebagai jumlah, CSV' },
  family: 'register',
  kind: 'export',
  api: 'Terang events CSV, 1',
  secrets: [],
  layouts: [layout],
  gives: COUNTS.flatMap(([measure, column]) => daily(measure, column, [[], ['event']])),
  lacks: [],
  engagement: [],
  settles: 30,
  freezes: 28,
  limits: {
    en: 'Over several events these are attendances, not people: who comes twice counts twice. More may attend than registered, where registering is not needed. An empty cell is not known, never 0, and makes the sum of its day unknown. The file covers whole days that the name or the command states; a day without a row had no event. The file is kept as received: it holds counts alone.',
    id: 'Untuk beberapa kegiatan, ini jumlah kehadiran, bukan jumlah orang: yang datang dua kali dihitung dua kali. Yang hadir dapat melebihi yang mendaftar bila pendaftaran tidak wajib. Sel kosong berarti tidak diketahui, bukan 0, dan membuat jumlah hari itu tidak diketahui. Berkas mencakup hari-hari penuh yang disebut nama berkas atau perintah; hari tanpa baris tidak ada kegiatan. Berkas disimpan sebagaimana diterima: isinya hanya jumlah.',
  },
  how: [
    {
      en: 'Take the template data/templates/events.csv: one row an event, counts alone, never a list of guests.',
      id: 'Ambil templat data/templates/events.csv: satu baris per kegiatan, jumlah saja, jangan daftar hadir.',
    },
    {
      en: 'Import it: npm run import -- --agency A --source events --from 2026-09-01 --to 2026-09-30 FILE.',
      id: 'Impor: npm run import -- --agency A --source events --from 2026-09-01 --to 2026-09-30 BERKAS.',
    },
  ],
  terms: ownTerms,
  tried: 'never',
  fixture: 'Ours: the format is this project’s own.',
};

function read(file: Export): Pull {
  const register = readRegister(file, declaration.layouts ?? []);
  register.done();
  const facts = register.entries.map((entry) => ({
    day: entry.day,
    parts: { event: entry.text('event') },
    amounts: amounts(entry, register.has, COUNTS),
  }));
  const counted = tally(file, declaration, measured(register, COUNTS), facts, register.span);
  return { api: declaration.api, posts: [], span: null, ...counted, ...kept(counted.series) };
}

export const events: ExportSource = { declaration, read };
