import { known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { postValues, sumOf, type Part } from './formula/total.ts';

export const engagements: Kpi = {
  id: 'engagements',
  version: 2,
  question: 2,
  unit: 'count',
  families: ['social'],
  rollUp: 'sum',
  stage: 'out-take',
  leading: true,
  measures: ['reactions', 'likes', 'comments', 'shares', 'quotes', 'saves'],
  texts: {
    id: {
      name: 'Keterlibatan',
      plain: 'Berapa kali warga menyukai, mengomentari, membagikan, atau menyimpan kiriman yang terbit dalam periode ini.',
      formula:
        'Jumlah tindakan pada kiriman yang terbit dalam periode. Tindakan yang dihitung tertulis untuk setiap platform di halaman metode. Bila satu kiriman saja tidak memberi angkanya, jumlahnya tidak diketahui, dan yang sudah terhitung disebut sebagai batas bawah.',
      limits:
        'Angka setiap kiriman dibekukan saat pertama kali terbaca pada umur 28 hari atau lebih; pada akun yang memakai berkas ekspor, umurnya bergantung pada hari ekspor. Platform menghitung juga balasan instansi sendiri. Reaksi Facebook memuat juga marah dan sedih. Daftar tindakan berbeda antarplatform, jadi jumlahnya hanya untuk dibandingkan dengan periode lain. Tidak ada platform yang menyebut keterlibatan tiap kiriman menurut umur, jenis kelamin, atau tempat, sehingga jenis dan topik kiriman tidak dipilah menurut kelompok warga.',
    },
    en: {
      name: 'Engagements',
      plain: 'How many times people liked, commented on, shared or saved the posts of this period.',
      formula:
        'The sum of actions on posts published in the period. The actions counted are named for each platform on the methodology page. Where even one post does not give its figure, the sum is not known, and what was counted is told as its lower bound.',
      limits:
        "A post's figures freeze when it is first read at 28 days of age or more; where an account comes by export, that age hangs on the day of the export. Platforms count the agency's own replies too. Facebook's reactions include anger and sadness. The list of actions differs by platform, so the sum serves only for comparing periods. No platform tells the engagements of single posts by age, gender or place, so types and topics of posts are not told by group of people.",
    },
  },
  basis: [{ title: 'Sum of named actions, listed by platform' }],
  examples: [
    {
      title: { id: 'Tiga kiriman', en: 'Three posts' },
      facts: [facts('a', { posts: [post({ engagements: 120 }), post({ engagements: 0 }), post({ engagements: 30 })] })],
      expect: { figure: known(150), n: 3 },
    },
    {
      title: { id: 'Tanpa kiriman tidak ada yang dapat dihitung', en: 'Without posts there is nothing to count' },
      facts: [facts('a')],
      expect: { figure: missing('no-posts') },
    },
    {
      title: { id: 'Satu dari tiga kiriman tidak memberi angkanya', en: 'One of three posts does not give its figure' },
      facts: [facts('a', { posts: [post({ engagements: 120 }), post({}), post({ engagements: 30 })] })],
      expect: { figure: missing('partial'), numerator: 150, n: 2 },
    },
    {
      title: { id: 'Kiriman sebagian hari belum terbaca', en: 'Posts of some days were not read' },
      facts: [facts('a', { posts: [post({ engagements: 5 })], postsRead: missing('partial') })],
      expect: { figure: missing('partial') },
    },
  ],
  compute(accounts) {
    const parts = postValues(
      accounts,
      (one) => one.actions,
      (one) => one.engagements,
    ).map((one): Part => {
      const { values, reason, counted, ...rest } = one;
      const total = values.reduce((sum, value) => sum + value, 0);
      const base = { ...rest, counted, n: values.length };
      if (values.length === 0) return { ...base, figure: missing(reason) };
      return values.length < counted.expected
        ? { ...base, figure: missing('partial'), numerator: total }
        : { ...base, figure: known(total) };
    });
    return sumOf(parts);
  },
};
