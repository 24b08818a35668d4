/** Ways in which people write to an office. */
export const CHANNELS = [
  'website',
  'sms',
  'app',
  'x',
  'whatsapp',
  'instagram',
  'facebook',
  'email',
  'call',
  'counter',
  'letter',
  'linked-system',
] as const;
export type Channel = (typeof CHANNELS)[number];
