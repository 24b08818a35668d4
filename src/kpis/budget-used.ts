import { isKnown, known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { AccountFacts, Kpi, Outcome } from './kpi.ts';
import { ratioOf, type Part } from './formula/total.ts';
import { alike, wholeOf } from './formula/whole.ts';

function used(accounts: readonly AccountFacts[]): Outcome {
  return ratioOf(
    accounts.map((one): Part => {
      const spend = wholeOf('spend', one);
      const budget = one.budget ?? missing('no-budget');
      if (!isKnown(budget)) return { account: one.account, figure: budget, grounds: [] };
      if (!isKnown(spend.figure)) return { account: one.account, figure: spend.figure, grounds: [] };
      return { ...spend, numerator: spend.figure.value, denominator: budget.value };
    }),
  );
}

export const budgetUsed: Kpi = {
  id: 'budget-used',
  version: 1,
  question: 6,
  unit: 'ratio',
  families: ['ads'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'input',
  measures: ['spend'],
  texts: {
    id: {
      name: 'Anggaran iklan terpakai',
      plain: 'Dari setiap rupiah yang dianggarkan untuk iklan, berapa bagian yang sudah dibelanjakan.',
      formula: 'Belanja iklan dibagi anggaran untuk hari-hari yang sama; lebih dari 100% berarti melebihi anggaran.',
      limits:
        'Anggarannya dari dokumen yang disebut instansi, dan hanya untuk yang dibayar ke platform. Periode yang belum berakhir belum punya angka: anggaran bulan-bulan pertamanya bukan anggaran seluruh periode. Akun tanpa anggaran tidak ikut dihitung. Yang tersisa bukan otomatis penghematan: bisa juga kegiatan yang tidak jadi.',
    },
    en: {
      name: 'Ad budget used',
      plain: 'Of all money budgeted for ads, the share that was spent.',
      formula: 'Ad spend divided by the budget for the same days; over 100% means overspent.',
      limits:
        'The budget comes from the document that the agency names, and is for what is paid to the platform alone. A period that is not over has no figure yet: the budgets of its first months are not its own. An account without one is left out. What is left over need not be thrift: something may not have been done.',
    },
  },
  basis: [{ title: 'Conventional: spend by budget; the budget is what agency.json states, with its document' }],
  examples: [
    {
      title: { id: 'Dua akun, satu tanpa anggaran', en: 'Two accounts, one without a budget' },
      facts: [
        facts('a', { currency: 'IDR', budget: known(5_000_000), daily: { spend: days(4_000_000) } }),
        facts('b', { currency: 'IDR', daily: { spend: days(900_000) } }),
      ],
      expect: { figure: known(0.8), numerator: 4_000_000, denominator: 5_000_000 },
    },
    {
      title: { id: 'Melebihi anggaran', en: 'Overspent' },
      facts: [facts('a', { currency: 'IDR', budget: known(4_000_000), daily: { spend: days(5_000_000) } })],
      expect: { figure: known(1.25) },
    },
    {
      title: { id: 'Tidak ada anggaran untuk hari-hari itu', en: 'No budget for those days' },
      facts: [facts('a', { currency: 'IDR', daily: { spend: days(900_000) } })],
      expect: { figure: missing('no-budget') },
    },
    {
      title: { id: 'Dua mata uang', en: 'Two currencies' },
      facts: [
        facts('a', { currency: 'IDR', budget: known(2), daily: { spend: days(1) } }),
        facts('b', { currency: 'USD', budget: known(2), daily: { spend: days(1) } }),
      ],
      expect: { figure: missing('not-comparable') },
    },
  ],
  compute: (accounts) => alike(accounts, (one) => one.currency ?? '', used),
};
