import { known, missing } from '#model/figure.ts';
import { saidIn } from './formula/comments.ts';
import { facts, said } from './example.ts';
import type { Kpi } from './kpi.ts';

export const commentScore: Kpi = {
  id: 'comment-score',
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
      name: 'Skor komentar',
      plain: 'Dari komentar yang memihak (positif atau negatif), berapa bagian yang positif.',
      formula:
        'Komentar positif ÷ (komentar positif + komentar negatif); yang netral tidak dihitung. Mesin membaca semuanya; bila petugas sudah membaca paling sedikit 100 komentar yang diundi dari komentar yang sama, angkanya dikoreksi dengan sampel itu (PPI++) dan diberi rentang 95 %.',
      limits:
        'Yang netral, seperti pertanyaan dan obrolan, tidak ikut: bila hampir semua netral, skor ini bertumpu pada sedikit komentar. Orang yang berkomentar bukan seluruh warga, dan yang tidak puas lebih sering menulis. Mesin sering salah membaca sindiran. Angka yang belum dikoreksi dapat meleset jauh, dan tidak ada yang tahu seberapa jauh. Jangan dibandingkan dengan skor instansi lain yang dihitung alat lain.',
    },
    en: {
      name: 'Comment score',
      plain: 'Of the comments that take a side (positive or negative), the share that is positive.',
      formula:
        'Positive comments ÷ (positive + negative comments); neutral ones are not counted. A machine reads all of them; where staff have read at least 100, drawn by lot from these very comments, the figure is corrected by that sample (PPI++) and has a 95% interval.',
      limits:
        'The neutral, such as questions and chat, are left out: where nearly all are neutral, the score rests on few comments. Those who comment are not the people, and the dissatisfied write more often. The machine often misreads irony. An uncorrected figure can be far off, and nobody knows how far. Not to be compared with the score of another office made by another tool.',
    },
  },
  basis: [
    {
      title:
        'Positive ÷ (positive + negative), as in brand health indexes of media monitoring (Sentione’s BHI): a convention, without a standard',
    },
    {
      title: 'Correction and interval: Angelopoulos, Duchi and Zrnic, PPI++: Efficient Prediction-Powered Inference (2023)',
      url: 'https://arxiv.org/abs/2311.01453',
    },
  ],
  examples: [
    {
      title: {
        id: 'Belum dikoreksi: 400 positif, 250 negatif; 350 yang netral tidak dihitung',
        en: 'Uncorrected: 400 positive, 250 negative; the 350 neutral ones are not counted',
      },
      facts: [facts('a', said('a', { positive: 400, neutral: 350, negative: 250 }))],
      expect: { figure: known(400 / 650), numerator: 400, denominator: 650, uncorrected: true },
    },
    {
      title: { id: 'Dikoreksi dengan 200 komentar yang dibaca petugas', en: 'Corrected by 200 comments that staff read' },
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
      expect: {
        figure: known((0.35 - 0.01 * (0.4 / 0.6344)) / (0.7 - 0.01 * (0.4 / 0.6344))),
        n: 200,
        also: [{ how: 'raw', value: 400 / 650 }],
      },
    },
    {
      title: { id: 'Semua komentar netral', en: 'All comments are neutral' },
      facts: [facts('a', said('a', { positive: 0, neutral: 80, negative: 0 }))],
      expect: { figure: missing('zero-denominator') },
    },
  ],
  compute: (accounts) =>
    saidIn(accounts, {
      estimate: ({ score }) => score,
      numerator: ({ positive }) => positive,
      denominator: ({ positive, negative }) => positive + negative,
    }),
};
