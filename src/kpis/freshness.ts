import { known, missing } from '#model/figure.ts';
import { facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { members, type Part } from './formula/total.ts';

export const freshness: Kpi = {
  id: 'freshness',
  version: 2,
  question: 7,
  unit: 'days-behind',
  families: ['social', 'web', 'ads', 'register'],
  rollUp: 'largest',
  stage: 'input',
  measures: [],
  texts: {
    id: {
      name: 'Ketertinggalan data',
      plain: 'Seberapa lama angka terakhir tertinggal dari hari terakhir laporan ini.',
      formula:
        'Hari terakhir yang dicakup laporan dikurangi hari terakhir yang ada angkanya, dalam hari. Untuk semua akun: akun yang paling tertinggal.',
      limits:
        'Satu angka sehari sudah cukup untuk tidak tertinggal; lihat juga kelengkapan data. Akun yang tidak punya angka sama sekali tidak punya hari terakhir: akun itu disebut tersendiri, padahal ialah yang paling tertinggal.',
    },
    en: {
      name: 'How far figures lag',
      plain: 'How long before the last day of this report the newest figures end.',
      formula:
        'Last day that the report covers less the last day with a figure, in days. For all accounts: the one that lags most.',
      limits:
        'One figure a day is enough not to lag; see coverage too. An account without any figure has no last day: it is named apart, though it lags most of all.',
    },
  },
  basis: [{ title: 'The oldest part decides how fresh the whole is; a mean would hide the account that stopped (derived)' }],
  examples: [
    {
      title: { id: 'Yang paling tertinggal menentukan', en: 'The one that lags most decides' },
      facts: [
        facts('a', { quality: { known: 30, expected: 30, open: 0, behind: 0 } }),
        facts('b', { quality: { known: 25, expected: 30, open: 0, behind: 5 } }),
      ],
      expect: { figure: known(5) },
    },
    {
      title: { id: 'Tidak ada angka sama sekali', en: 'No figure at all' },
      facts: [facts('a', { quality: { known: 0, expected: 30, open: 0 } })],
      expect: { figure: missing('empty') },
    },
  ],
  compute(accounts) {
    const parts = accounts.map(({ account, quality: { behind, expected } }): Part => {
      const none = missing(expected === 0 ? 'not-due' : 'empty');
      return { account, figure: behind === undefined ? none : known(behind), grounds: [] };
    });
    const have = parts.flatMap(({ figure }) => (figure.value === null ? [] : [figure.value]));
    const lost = parts.flatMap(({ figure }) => (figure.value === null ? [figure.reason] : []))[0];
    return { figure: have.length > 0 ? known(Math.max(...have)) : missing(lost ?? 'empty'), ...members(parts) };
  },
};
