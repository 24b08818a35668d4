import { eventRate } from './formula/event-rate.ts';

export const eventTurnout = eventRate('attended', 'registered', {
  id: 'event-turnout',
  stage: 'outcome',
  texts: {
    id: {
      name: 'Pendaftar yang hadir',
      plain: 'Dibanding setiap seratus orang yang mendaftar ke acara, berapa yang hadir.',
      formula: 'Peserta yang hadir dibagi pendaftar, hanya dari acara yang mencatat keduanya.',
      limits:
        'Yang hadir tidak dicocokkan dengan yang mendaftar: orang yang datang tanpa mendaftar ikut terhitung, dan angkanya bisa lebih dari 100%. Acara tanpa pendaftaran tidak ikut dihitung.',
    },
    en: {
      name: 'Turnout of the registered',
      plain: 'For every hundred people who registered for an event, how many came.',
      formula: 'Attended divided by registered, of the events that counted both.',
      limits:
        'Those who came are not matched with those who registered: people who came without registering are counted, and it can pass 100%. Events without registration are left out.',
    },
  },
});
