import { known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { days, facts } from '../example.ts';
import type { Kpi, KpiText } from '../kpi.ts';
import { shareOf } from './whole.ts';

/** Of what was due, the share that was dealt with in time: one formula for complaints and for requests. */
export function timely(
  id: string,
  due: Measure,
  kept: Measure,
  texts: Readonly<Record<'id' | 'en', KpiText>>,
  more: Pick<Kpi, 'basis' | 'leading' | 'byPart'>,
): Kpi {
  return {
    id,
    version: 1,
    question: 4,
    unit: 'ratio',
    families: ['register'],
    declared: true,
    rollUp: 'sum then divide',
    stage: 'out-take',
    measures: [kept, due],
    texts,
    ...more,
    examples: [
      {
        title: { id: 'Dua daftar: dijumlahkan dulu, baru dibagi', en: 'Two registers: added up first, then divided' },
        facts: [
          facts('a', { monthly: { [due]: days(100, 1, 1), [kept]: days(90, 1, 1) } }),
          facts('b', { monthly: { [due]: days(20, 1, 1), [kept]: days(6, 1, 1) } }),
        ],
        expect: { figure: known(0.8), numerator: 96, denominator: 120, n: 120 },
      },
      {
        title: { id: 'Belum ada yang jatuh tempo', en: 'None is due yet' },
        facts: [facts('a', { monthly: { [due]: days(0, 1, 1), [kept]: days(0, 1, 1) } })],
        expect: { figure: missing('zero-denominator') },
      },
      {
        title: { id: 'Instansi tidak menetapkan tenggat', en: 'The office has set no deadline' },
        facts: [
          facts('a', {
            monthly: {
              [due]: { ...days(0, 0, 1), reason: 'no-deadline' },
              [kept]: { ...days(0, 0, 1), reason: 'no-deadline' },
            },
          }),
        ],
        expect: { figure: missing('no-deadline') },
      },
    ],
    compute: (accounts) => shareOf(kept, due, accounts),
  };
}
