import { divide, known, missing } from '#model/figure.ts';
import { facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { ratioOf } from './formula/total.ts';

export const provisionalShare: Kpi = {
  id: 'provisional-share',
  version: 1,
  question: 7,
  unit: 'ratio',
  families: ['social', 'web', 'ads', 'register'],
  rollUp: 'sum then divide',
  stage: 'input',
  measures: [],
  texts: {
    id: {
      name: 'Porsi angka sementara',
      plain: 'Dari setiap seratus angka harian yang sudah masuk, berapa yang masih dapat dikoreksi platformnya.',
      formula: 'Angka harian yang terakhir dibaca sebelum masa koreksinya lewat ÷ semua angka harian yang ada.',
      limits:
        'Angka sementara belum tentu berubah. Pada laporan yang sudah tetap, porsi ini menunjukkan angka yang dibaca terlalu dini dan tidak dibaca lagi: angka itu dihitung seperti waktu itu.',
    },
    en: {
      name: 'Provisional share',
      plain: 'Of every hundred daily figures that have arrived, how many the platform may still correct.',
      formula: 'Daily figures last read before their time of correction was over ÷ all daily figures that are there.',
      limits:
        'A provisional figure need not change. In a settled report this is the share that was read too early and not again: those count as they were then.',
    },
  },
  basis: [{ title: "The platforms' own times of correction, as each source declares them (derived)" }],
  examples: [
    {
      title: { id: 'Tiga dari tiga puluh hari', en: 'Three of thirty days' },
      facts: [facts('a', { quality: { known: 30, expected: 30, open: 3, behind: 0 } })],
      expect: { figure: known(0.1), numerator: 3, denominator: 30 },
    },
    {
      title: { id: 'Tidak ada angka sama sekali', en: 'No figure at all' },
      facts: [facts('a', { quality: { known: 0, expected: 30, open: 0 } })],
      expect: { figure: missing('empty') },
    },
  ],
  compute: (accounts) =>
    ratioOf(
      accounts.map(({ account, quality }) => {
        // A day on which a young post stands need not be one whose posts were read whole.
        const open = Math.min(quality.open, quality.known);
        const none = missing(quality.expected === 0 ? 'not-due' : 'empty');
        return {
          account,
          figure: quality.known === 0 ? none : divide(known(open), known(quality.known)),
          numerator: open,
          denominator: quality.known,
          grounds: [],
        };
      }),
    ),
};
