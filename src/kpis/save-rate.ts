import { divide, known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { medianOf } from './formula/median.ts';
import { LEFT_OUT } from './formula/total.ts';

export const saveRate: Kpi = {
  id: 'save-rate',
  version: 2,
  question: 2,
  unit: 'ratio',
  families: ['social'],
  declared: true,
  rollUp: 'median over posts',
  stage: 'out-take',
  measures: ['saves'],
  texts: {
    id: {
      name: 'Tingkat simpan (per jangkauan)',
      plain:
        'Dari setiap seratus orang yang melihat kiriman yang biasa saja, berapa kali kiriman itu disimpan untuk dibaca lagi.',
      formula: 'Untuk tiap kiriman: simpanan ÷ jangkauan kiriman itu. Yang dilaporkan ialah mediannya.',
      limits: `Penyebutnya selalu jangkauan, bukan pengikut atau kali tampil; akun yang platformnya tidak memberi jangkauan per kiriman tidak punya angka ini. Median, karena jangkauan tidak boleh dijumlahkan antarkiriman: orangnya bisa sama. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Save rate (by reach)',
      plain: 'Of every hundred people who saw an ordinary post, how often it was kept for later.',
      formula: "For each post: saves ÷ that post's reach. The median is reported.",
      limits: `The denominator is always reach, not followers or impressions; an account whose platform does not give the reach of single posts has no such figure. A median, since reach must not be added up over posts: they may be the same people. ${LEFT_OUT.en}`,
    },
  },
  basis: [{ title: 'Conventional, and others divide by followers or impressions; the median over posts is our own conclusion' }],
  examples: [
    {
      title: { id: 'Tiga kiriman: yang di tengah', en: 'Three posts: the one in the middle' },
      facts: [
        facts('a', {
          posts: [post({ saves: 2, reach: 1_000 }), post({ saves: 60, reach: 2_000 }), post({ saves: 0, reach: 500 })],
        }),
      ],
      expect: { figure: known(0.002), n: 3 },
    },
    {
      title: { id: 'Ada simpanan, tetapi jangkauan tidak diberikan', en: 'Saves are given, reach is not' },
      facts: [facts('a', { posts: [post({ saves: 5, impressions: 900 })] })],
      expect: { figure: missing('not-offered'), n: 0 },
    },
  ],
  compute(accounts) {
    return medianOf(
      accounts,
      () => ['saves', 'reach'],
      ({ figures: { saves, reach } }) => saves && reach && divide(saves, reach),
    );
  },
};
