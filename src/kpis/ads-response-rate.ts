import { adsClickRate } from './formula/ads-click-rate.ts';

export const adsResponseRate = adsClickRate('clicks', {
  id: 'ads-response-rate',
  texts: {
    id: {
      name: 'Tanggapan atas iklan (semua klik)',
      plain: 'Dari setiap seratus kali iklan muncul di layar, berapa kali orang mengeklik sesuatu padanya.',
      formula: 'Semua klik pada iklan dibagi jumlah kali iklan tampil (impresi).',
      limits:
        'Semua klik dihitung: tautan, suka, bagikan, gambar yang dibesarkan, nama halaman. Angkanya karena itu lebih tinggi daripada rasio klik tautan; keduanya sering sama-sama disebut "CTR". Menurut umur dan tempat hanya semua klik yang diberikan, dan siapa yang melihat iklan adalah taksiran platform.',
    },
    en: {
      name: 'Response to ads (all clicks)',
      plain: 'Of every hundred times that ads appeared on a screen, how often people clicked something in them.',
      formula: 'All clicks on ads divided by how often they appeared (impressions).',
      limits:
        'All clicks count: links, likes, shares, a picture made larger, the name of the page. It is therefore higher than the click-through rate of links; both are often called "CTR". By age and place all clicks alone are given, and who saw the ads is the platform’s estimate.',
    },
  },
  basis: [
    {
      title: 'Meta: all clicks and inline link clicks are two metrics',
      url: 'https://developers.facebook.com/ads/blog/post/v2/2016/03/16/link-clicks-updates/',
    },
  ],
});
