import { messageRate } from './formula/message-rate.ts';

export const messagesAnswered = messageRate('messages-answered', 'messages-sent', {
  id: 'messages-answered',
  stage: 'out-take',
  texts: {
    id: {
      name: 'Panggilan diangkat',
      plain: 'Dari setiap panggilan telepon yang dilakukan instansi, berapa bagian yang diangkat.',
      formula: 'Panggilan yang diangkat dibagi panggilan yang dilakukan.',
      limits:
        'Hanya telepon punya angka ini. Diangkat mesin penjawab bisa ikut terhitung, dan satu orang yang ditelepon tiga kali dihitung tiga kali.',
    },
    en: {
      name: 'Calls taken',
      plain: 'Of all calls that the agency made, the share that was taken.',
      formula: 'Calls that were taken divided by calls made.',
      limits:
        'Only telephone calls have this figure. Answering machines may be among them, and a person who is called three times counts three times.',
    },
  },
  basis: [{ title: 'Conventional: calls taken per call made' }],
});
