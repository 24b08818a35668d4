/** Indonesia's provinces, by the names that people and LAPOR have for them. */
const NAMES =
  'aceh|sumatera utara|sumatera barat|riau|kepulauan riau|jambi|sumatera selatan|kepulauan bangka belitung|bengkulu|lampung|dki jakarta|' +
  'daerah khusus jakarta|jawa barat|banten|jawa tengah|di yogyakarta|daerah istimewa yogyakarta|jawa timur|bali|nusa tenggara barat|' +
  'nusa tenggara timur|kalimantan barat|kalimantan tengah|kalimantan selatan|kalimantan timur|kalimantan utara|sulawesi utara|' +
  'gorontalo|sulawesi tengah|sulawesi barat|sulawesi selatan|sulawesi tenggara|maluku|maluku utara|papua|papua barat|papua barat daya|' +
  'papua selatan|papua tengah|papua pegunungan';

/** As codes: `jawa-tengah`. */
export const PROVINCES: readonly string[] = NAMES.split('|').map((name) => name.replaceAll(' ', '-'));

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
