import { known, missing } from '#model/figure.ts';
import { saidIn } from './formula/comments.ts';
import { facts, said } from './example.ts';
import type { Kpi } from './kpi.ts';

export const netSentiment: Kpi = {
  id: 'net-sentiment',
  version: 1,
  question: 3,
  unit: 'ratio',
  families: ['social'],
  needs: 'opinion',
  rollUp: 'sum then divide',
  stage: 'out-take',
  leading: true,
  measures: ['comments'],
  texts: {
    id: {
      name: 'Nada komentar (sentimen bersih)',
      plain:
        'Seberapa jauh komentar positif melebihi komentar negatif, dari −100 % (semua negatif) sampai 100 % (semua positif).',
      formula:
        '(Komentar positif − komentar negatif) ÷ semua komentar orang lain di bawah kiriman instansi. Mesin membaca semuanya; bila petugas sudah membaca paling sedikit 100 komentar yang diundi dari komentar yang sama, angkanya dikoreksi dengan sampel itu (PPI++) dan diberi rentang 95 %.',
      limits:
        'Orang yang berkomentar bukan seluruh warga, dan satu orang dapat menulis banyak komentar: ini bukan survei. Komentar negatif sering ditujukan pada masalahnya (banjir, harga), bukan pada instansi. Mesin sering salah membaca sindiran. Angka yang belum dikoreksi dapat meleset jauh, dan tidak ada yang tahu seberapa jauh. Nol dapat berarti semuanya netral, atau pujian dan keluhan sama banyak. Setiap angka dikoreksi sendiri-sendiri, sehingga selisih bagian positif dan negatif dapat berbeda sedikit dari angka ini.',
    },
    en: {
      name: 'Net sentiment of comments',
      plain: 'How far positive comments outnumber negative ones, from −100% (all negative) to 100% (all positive).',
      formula:
        "(Positive comments − negative comments) ÷ all comments of other people under the agency's posts. A machine reads all of them; where staff have read at least 100, drawn by lot from these very comments, the figure is corrected by that sample (PPI++) and has a 95% interval.",
      limits:
        'Those who comment are not the people, and one person can write many comments: this is no survey. A negative comment is often about the matter (a flood, prices) and not about the agency. The machine often misreads irony. An uncorrected figure can be far off, and nobody knows how far. Zero can mean that all is neutral, or that praise and complaint are level. Each figure is corrected by itself, so that the positive share less the negative one can differ a little from this one.',
    },
  },
  basis: [
    { title: 'Net sentiment, (positive − negative) ÷ all: a convention of media monitoring, without a standard' },
    {
      title: 'Correction and interval: Angelopoulos, Duchi and Zrnic, PPI++: Efficient Prediction-Powered Inference (2023)',
      url: 'https://arxiv.org/abs/2311.01453',
    },
  ],
  examples: [
    {
      title: {
        id: 'Belum dikoreksi: mesin menemukan 400 positif, 350 netral, 250 negatif',
        en: 'Uncorrected: the machine finds 400 positive, 350 neutral, 250 negative',
      },
      facts: [facts('a', said('a', { positive: 400, neutral: 350, negative: 250 }))],
      expect: { figure: known(0.15), numerator: 150, denominator: 1000, uncorrected: true },
    },
    {
      title: {
        id: 'Petugas membaca 200: dari 70 yang negatif, mesin hanya mengenali 40. Kelebihan yang positif hilang',
        en: 'Staff read 200: of 70 that are negative the machine saw but 40. Nothing is left of the surplus',
      },
      facts: [
        facts(
          'a',
          said('a', { positive: 400, neutral: 350, negative: 250 }, [
            [60, 4, 6],
            [8, 48, 4],
            [14, 16, 40],
          ]),
        ),
      ],
      expect: { figure: known(-0.01 * (0.4 / 0.6344)), n: 200, also: [{ how: 'raw', value: 0.15 }] },
    },
    {
      title: { id: 'Terlalu sedikit komentar', en: 'Too few comments' },
      facts: [facts('a', said('a', { positive: 12, neutral: 5, negative: 11 }))],
      expect: { figure: missing('too-few') },
    },
  ],
  compute: (accounts) =>
    saidIn(accounts, {
      estimate: ({ net }) => net,
      numerator: ({ positive, negative }) => positive - negative,
      denominator: ({ positive, neutral, negative }) => positive + neutral + negative,
    }),
};
