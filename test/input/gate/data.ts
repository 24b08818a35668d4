/** Data that the gate must know: one good agency with one account, and what each test changes in it. */
const agency = `{
  "$schema": "../../schema/agency.json",
  "id": "tirtaraya",
  "name": "Dinas Komunikasi Tirtaraya",
  "short": "Diskominfo",
  "place": "Tirtaraya",
  "contact": "humas@tirtaraya.example",
  "zone": "Asia/Jakarta",
  "languages": ["id", "en"],
  "licence": { "name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/" },
  "floor": 0.8,
  "accounts": [
    {
      "id": "facebook",
      "name": "Diskominfo di Facebook",
      "platform": "facebook",
      "source": "facebook",
      "handle": "100",
      "url": "https://www.facebook.com/tirtaraya",
      "token": "FACEBOOK_TOKEN",
      "since": "2024-07-01"
    }
  ]
}
`;

const observations = `{
  "$schema": "../../../../schema/observations.json",
  "account": "facebook",
  "month": "2026-09",
  "series": [
    {
      "api": "v26.0", "dimensions": {}, "measure": "views", "metric": "page_media_view", "source": "facebook", "window": "day",
      "values": [
        {"day": "2026-09-01", "observed": "2026-09-03", "value": 0},
        {"day": "2026-09-02", "observed": "2026-09-03", "value": null, "reason": "failed"}
      ]
    }
  ]
}
`;

export const posts = `{
  "$schema": "../../../../schema/posts.json",
  "account": "facebook",
  "month": "2026-09",
  "posts": [
    {
      "id": "1", "day": "2026-09-01", "type": "text", "text": "<script> Hubungi 0812-3456-7890 atau 112", "tags": [],
      "figures": {"likes": {"value": 3, "metric": "reactions"}}, "source": "facebook", "api": "v26.0", "observed": "2026-09-03"
    }
  ]
}
`;

/** Where the good files lie. */
export const places = {
  agency: 'agencies/tirtaraya/agency.json',
  observations: 'agencies/tirtaraya/observations/facebook/2026-09.json',
  posts: 'agencies/tirtaraya/posts/facebook/2026-09.json',
} as const;

export const texts = { agency, observations, posts } as const;

/** File, what is replaced, by what, and `line:column rule` of the finding. */
export const broken: readonly (readonly [name: string, file: keyof typeof places, from: string, to: string, at: string])[] = [
  ['a field that is none', 'agency', '"floor"', '"flor"', '11:3 schema'],
  ['a missing field', 'agency', '  "zone": "Asia/Jakarta",\n', '', '1:1 schema'],
  ['a missing field of an account', 'agency', '"source": "facebook",', '', '13:5 schema'],
  ['a number as text', 'agency', '0.8', '"0.8"', '11:12 schema'],
  ['a zone that is none', 'agency', 'Asia/Jakarta', 'WIB', '8:11 schema'],
  ['plain http', 'agency', 'https://www', 'http://www', '19:14 schema'],
  ['a day that is none', 'agency', '2024-07-01', '2024-02-31', '21:16 schema'],
  ['a day in another order', 'agency', '2024-07-01', '01/07/2024', '21:16 schema'],
  ['a homoglyph in an id', 'agency', '"id": "facebook"', '"id": "f\u0430cebook"', '14:13 schema'],
  ['a path as an id', 'agency', '"id": "facebook"', '"id": "../../etc"', '14:13 schema'],
  ['a reserved id', 'agency', '"id": "facebook"', '"id": "con"', '14:13 schema'],
  ['an option as an id', 'agency', '"id": "facebook"', '"id": "-rf"', '14:13 schema'],
  ['a token instead of its variable', 'agency', 'FACEBOOK_TOKEN', `EA${'A'}${'b'.repeat(40)}`, '20:17 secret'],
  ['another agency', 'agency', '"id": "tirtaraya"', '"id": "tirtajaya"', '3:9 path'],
  ['a comma too many', 'agency', '"floor": 0.8,', '"floor": 0.8,,', '11:16 json'],
  ['a comma too few', 'agency', '"place": "Tirtaraya",', '"place": "Tirtaraya"', '7:3 json'],
  ['a comment', 'agency', '"floor"', '// dasar\n  "floor"', '11:3 json'],
  ['an end too early', 'agency', '  ]\n}\n', '', '23:1 json'],
  ['a field twice', 'agency', '"floor": 0.8', '"floor": 0.8, "name": "x"', '11:17 twice'],
  ['__proto__', 'agency', '"floor": 0.8', '"floor": 0.8, "__proto__": {}', '11:17 key'],
  ['constructor', 'agency', '"floor": 0.8', '"floor": 0.8, "constructor": {}', '11:17 key'],
  ['a hidden character', 'agency', 'Dinas', 'Dinas\u202e', '4:17 hidden-char'],
  ['another account', 'observations', '"account": "facebook"', '"account": "x"', '3:14 path'],
  ['another month', 'observations', '"month": "2026-09"', '"month": "2026-08"', '4:12 path'],
  ['infinity', 'observations', '"value": 0', '"value": 1e999', '9:66 number'],
  ['NaN', 'observations', '"value": 0', '"value": NaN', '9:66 json'],
  ['a hexadecimal number', 'observations', '"value": 0', '"value": 0x10', '9:67 json'],
  ['less than none', 'observations', '"value": 0', '"value": -1', '9:66 negative'],
  ['digits that get lost', 'observations', '"value": 0', '"value": 9007199254740993', '9:66 number'],
  ['null without a reason', 'observations', '"value": 0', '"value": null', '9:9 schema'],
  ['a reason beside a value', 'observations', '"value": 0', '"value": 0, "reason": "failed"', '9:9 schema'],
  ['a day twice', 'observations', '"day": "2026-09-02"', '"day": "2026-09-01"', '10:17 twice'],
  ['a day to come', 'observations', '"day": "2026-09-02"', '"day": "2999-01-01"', '10:17 future'],
  ['a day of another month', 'posts', '"day": "2026-09-01"', '"day": "2026-10-01"', '7:25 path'],
  ['a post with less than none', 'posts', '"value": 3', '"value": -3', '8:38 negative'],
  ['a measure that is none', 'posts', '"likes"', '"hearts"', '8:19 schema'],
];
