import { eventRate } from './formula/event-rate.ts';

export const eventRegistration = eventRate('registered', 'invited', {
  id: 'event-registration',
  stage: 'out-take',
  texts: {
    id: {
      name: 'Undangan yang mendaftar',
      plain: 'Dari setiap seratus orang yang diundang ke acara, berapa yang mendaftar.',
      formula: 'Pendaftar dibagi yang diundang, hanya dari acara yang mencatat keduanya.',
      limits:
        'Acara terbuka tidak punya daftar undangan dan tidak ikut dihitung. Yang tidak diundang pun kadang boleh mendaftar, sehingga angkanya bisa lebih dari 100%. Orang yang diundang ke dua acara dihitung dua kali.',
    },
    en: {
      name: 'Invited who registered',
      plain: 'Of every hundred people invited to an event, how many registered.',
      formula: 'Registered divided by invited, of the events that counted both.',
      limits:
        'An open event has no invitations and is left out. Sometimes those who were not invited may register too, so that it can pass 100%. A person invited to two events counts twice.',
    },
  },
});
