import { known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { engagementsPer } from './formula/rate.ts';
import { LEFT_OUT } from './formula/total.ts';

export const engagementRateViews: Kpi = {
  id: 'engagement-rate-views',
  version: 2,
  question: 2,
  unit: 'ratio',
  families: ['social'],
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['views', 'reactions', 'likes', 'comments', 'shares', 'quotes', 'saves'],
  texts: {
    id: {
      name: 'Tingkat keterlibatan per penayangan',
      plain: 'Dari setiap seratus kali kiriman atau video dilihat, berapa tindakan yang dilakukan warga.',
      formula: 'Jumlah keterlibatan ÷ jumlah penayangan, dari kiriman yang memberi kedua angka itu.',
      limits: `Setiap platform menentukan sendiri kapan satu penayangan dihitung: di satu tempat begitu muncul di layar, di tempat lain setelah beberapa detik. Karena itu angka ini berguna untuk satu akun dari waktu ke waktu, bukan untuk membandingkan platform; akun yang cara hitungnya berbeda tidak digabungkan. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Engagement rate by views',
      plain: 'Of every hundred times that posts or videos were viewed, how many actions people took.',
      formula: 'Engagements ÷ views, over the posts that give both.',
      limits: `Each platform decides itself when a view counts: here as soon as it is on the screen, there after some seconds. So this serves for one account over time, not for comparing platforms; accounts that count in different ways are not put together. ${LEFT_OUT.en}`,
    },
  },
  basis: [
    {
      title: 'Engagements ÷ views, pooled over posts: conventional since Meta replaced impressions by views in 2025',
      url: 'https://developers.facebook.com/docs/platforminsights/page',
    },
  ],
  examples: [
    {
      title: { id: 'Dua video', en: 'Two videos' },
      facts: [facts('a', { posts: [post({ engagements: 12, views: 400 }), post({ engagements: 8, views: 600 })] })],
      expect: { figure: known(0.02), numerator: 20, denominator: 1_000, n: 2 },
    },
    {
      title: { id: 'Hanya kali tampil yang diketahui: bukan penayangan', en: 'Only impressions are known: those are no views' },
      facts: [facts('a', { posts: [post({ engagements: 12, impressions: 400 })] })],
      expect: { figure: missing('not-offered') },
    },
  ],
  compute: (accounts) => engagementsPer('views', accounts),
};
