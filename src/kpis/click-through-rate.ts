import { known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { perShowing } from './formula/rate.ts';
import { LEFT_OUT } from './formula/total.ts';

export const clickThroughRate: Kpi = {
  id: 'click-through-rate',
  version: 2,
  question: 2,
  unit: 'ratio',
  families: ['social'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['link-clicks'],
  texts: {
    id: {
      name: 'Rasio klik tautan (CTR) kiriman',
      plain: 'Dari setiap seratus kali kiriman muncul di layar, berapa kali tautannya diklik.',
      formula: 'Jumlah klik tautan ÷ jumlah kali tampil (impresi), dari kiriman yang memberi kedua angka itu.',
      limits: `Hanya klik pada tautan; klik untuk membuka foto, profil, atau "selengkapnya" tidak dihitung. Kiriman tanpa tautan ikut menjadi pembagi, karena platform tidak selalu menyebut mana yang bertautan. Akun yang hanya memberi penayangan tidak punya angka ini, dan akun yang cara hitungnya berbeda tidak digabungkan. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Click-through rate of posts (CTR)',
      plain: 'Of every hundred times that posts appeared on a screen, how often a link in them was clicked.',
      formula: 'Link clicks ÷ impressions, over the posts that give both.',
      limits: `Clicks on links alone; clicks that open a photo, a profile or "more" do not count. Posts without a link are in the denominator too, since platforms do not always say which have one. Accounts that give views alone have no such figure, and accounts that count in different ways are not put together. ${LEFT_OUT.en}`,
    },
  },
  basis: [{ title: 'Link clicks ÷ impressions: conventional; others count all clicks and get a higher figure' }],
  examples: [
    {
      title: { id: 'Dua kiriman', en: 'Two posts' },
      facts: [
        facts('a', {
          posts: [post({ 'link-clicks': 18, impressions: 1_000 }), post({ 'link-clicks': 0, impressions: 500 })],
        }),
      ],
      expect: { figure: known(0.012), numerator: 18, denominator: 1_500, n: 2 },
    },
    {
      title: { id: 'Penayangan tidak menggantikan kali tampil', en: 'Views do not stand in for impressions' },
      facts: [facts('a', { posts: [post({ 'link-clicks': 18, views: 1_000 })] })],
      expect: { figure: missing('not-offered') },
    },
  ],
  compute: (accounts) =>
    perShowing('impressions', { above: (one) => one.figures['link-clicks'], measures: () => ['link-clicks'] }, accounts),
};
