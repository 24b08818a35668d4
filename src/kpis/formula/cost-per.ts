import { known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { days, facts } from '../example.ts';
import type { Kpi } from '../kpi.ts';
import { costOf } from './money.ts';

interface Given extends Pick<Kpi, 'id' | 'stage' | 'texts' | 'basis' | 'leading'> {
  /** What so many of it cost, where not one. */
  readonly times?: number;
  /** A month's worked example. */
  readonly example: { readonly spend: number; readonly count: number; readonly cost: number };
}

/** What one of something, or `times` of it, cost in advertising. */
export function costPer(measure: Measure, { times = 1, example, ...given }: Given): Kpi {
  const month = (spend: number, count: number) => ({ spend: days(spend), [measure]: days(count) });
  return {
    version: 1,
    question: 6,
    unit: 'money',
    families: ['ads'],
    declared: true,
    rollUp: 'sum then divide',
    measures: measure === 'impressions' ? ['spend'] : ['spend', measure],
    byPart: { numerator: 'spend', denominator: measure, ...(times === 1 ? {} : { times }) },
    examples: [
      {
        title: { id: 'Sebulan', en: 'A month' },
        facts: [facts('a', { currency: 'IDR', daily: month(example.spend, example.count) })],
        expect: { figure: known(example.cost), currency: 'IDR', numerator: example.spend, denominator: example.count },
      },
      {
        title: { id: 'Dua akun: dijumlahkan dulu, baru dibagi', en: 'Two accounts: added up first, then divided' },
        facts: [
          facts('a', { currency: 'IDR', daily: month(900_000, 100) }),
          facts('b', { currency: 'IDR', daily: month(100_000, 400) }),
        ],
        expect: { figure: known(2_000 * times), currency: 'IDR', numerator: 1_000_000, denominator: 500 },
      },
      {
        title: { id: 'Tidak ada pembagi: tidak diketahui', en: 'Nothing to divide by: not known' },
        facts: [facts('a', { currency: 'IDR', daily: month(50_000, 0) })],
        expect: { figure: missing('zero-denominator') },
      },
      {
        title: { id: 'Dua mata uang', en: 'Two currencies' },
        facts: [facts('a', { currency: 'IDR', daily: month(1, 1) }), facts('b', { currency: 'USD', daily: month(1, 1) })],
        expect: { figure: missing('not-comparable') },
      },
    ],
    compute: (accounts) => costOf(measure, accounts, times),
    ...given,
  };
}
