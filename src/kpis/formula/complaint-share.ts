import { known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { days, facts } from '../example.ts';
import type { Kpi } from '../kpi.ts';
import { shareOf } from './whole.ts';

/** The share of the complaints received in a month with which something has been done since. */
export function complaintShare(measure: Measure, given: Pick<Kpi, 'id' | 'texts' | 'leading'>): Kpi {
  return {
    version: 1,
    question: 4,
    unit: 'ratio',
    families: ['register'],
    declared: true,
    rollUp: 'sum then divide',
    stage: 'out-take',
    measures: [measure],
    byPart: { numerator: measure, denominator: 'complaints-received' },
    basis: [
      { title: 'Conventional; the unanswered stay in the denominator (derived)' },
      { title: 'SP4N-LAPOR!: complaints of citizens (Perpres 76/2013)', url: 'https://www.lapor.go.id/' },
    ],
    examples: [
      {
        title: { id: 'Dua daftar: dijumlahkan dulu, baru dibagi', en: 'Two registers: added up first, then divided' },
        facts: [
          facts('a', { monthly: { 'complaints-received': days(100, 1, 1), [measure]: days(90, 1, 1) } }),
          facts('b', { monthly: { 'complaints-received': days(20, 1, 1), [measure]: days(6, 1, 1) } }),
        ],
        expect: { figure: known(0.8), numerator: 96, denominator: 120, n: 120 },
      },
      {
        title: { id: 'Tidak ada yang diterima', en: 'None received' },
        facts: [facts('a', { monthly: { 'complaints-received': days(0, 1, 1), [measure]: days(0, 1, 1) } })],
        expect: { figure: missing('zero-denominator') },
      },
      {
        title: { id: 'Ekspor tidak memuatnya', en: 'Not in the export' },
        facts: [
          facts('a', {
            monthly: { 'complaints-received': days(50, 1, 1), [measure]: { ...days(0, 0, 0), reason: 'not-in-export' } },
          }),
        ],
        expect: { figure: missing('not-in-export') },
      },
    ],
    compute: (accounts) => shareOf(measure, 'complaints-received', accounts),
    ...given,
  };
}
